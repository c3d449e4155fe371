import Records
import Regions

/// One record as a masked point: all that is told of it.
struct MaskedPoint: Hashable, Comparable {
  /// Numbers as texts, `nil` for unknown.
  struct Told: Hashable {
    let low: String?
    let best: String?
    let high: String?

    init(_ figure: Figure?) {
      let figure = figure?.widened ?? figure
      low = figure?.low?.text()
      best = figure?.best?.text()
      high = figure?.high?.text()
    }

    var order: [String] { [best, low, high].map { $0 ?? "" } }
  }

  let region: RegionID
  let regionName: String
  let regionNameArabic: String?
  let period: PeriodText
  let point: GridPoint
  let kind: String
  /// One for each figure that was asked for.
  let figures: [Told]

  /// By what is public, so that the order says nothing of the input's.
  static func < (left: MaskedPoint, right: MaskedPoint) -> Bool {
    if left.region != right.region { return left.region < right.region }
    if left.period != right.period { return left.period < right.period }
    if left.point != right.point { return left.point < right.point }
    if left.kind != right.kind {
      return left.kind.utf8.lexicographicallyPrecedes(right.kind.utf8)
    }
    return left.figures.flatMap(\.order).lexicographicallyPrecedes(right.figures.flatMap(\.order))
  }
}
