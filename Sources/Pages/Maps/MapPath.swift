/// The text of a path in SVG, in tenths of a unit of the drawing.
struct MapPath {
  private(set) var text = ""
  private var bytes: [UInt8] = []

  /// A polyline through points, left open.
  init(line points: [DrawingPoint]) {
    append(points)
    finish()
  }

  /// Closed rings.
  init(rings: [[DrawingPoint]]) {
    for ring in rings {
      append(ring)
      bytes.append(UInt8(ascii: "Z"))
    }
    finish()
  }

  private mutating func finish() {
    text = String(decoding: bytes, as: UTF8.self)
    bytes = []
  }

  private mutating func append(_ points: [DrawingPoint]) {
    var last: (Int, Int)?
    for point in points { last = append(point, after: last) }
  }

  /// Goes on to a point, unless that is where the path is already.
  private mutating func append(_ point: DrawingPoint, after last: (Int, Int)?) -> (Int, Int)? {
    let place = (Int((point.x * 10).rounded()), Int((point.y * 10).rounded()))
    guard let last else {
      append(command: UInt8(ascii: "M"), place)
      return place
    }
    guard place != last else { return last }
    append(command: UInt8(ascii: "l"), (place.0 - last.0, place.1 - last.1))
    return place
  }

  private mutating func append(command: UInt8, _ place: (Int, Int)) {
    bytes.append(command)
    append(tenths: place.0)
    if place.1 >= 0 { bytes.append(UInt8(ascii: " ")) }
    append(tenths: place.1)
  }

  private mutating func append(tenths: Int) {
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (units, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    if units > 0 || rest == 0 { bytes.append(contentsOf: String(units).utf8) }
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest))
  }
}
