/// A bar of round kilometres, about a fifth of the map wide.
struct ScaleBar {
  let kilometers: Double
  /// In units of the drawing.
  let length: Double

  init(_ frame: MapFrame) {
    let wanted = MapFrame.width / 5 * frame.metersPerUnit / 1000
    var unit = 1e-3
    while unit * 10 <= wanted { unit *= 10 }
    kilometers = [5, 2, 1].map { $0 * unit }.first { $0 <= wanted } ?? unit
    length = kilometers * 1000 / frame.metersPerUnit
  }
}
