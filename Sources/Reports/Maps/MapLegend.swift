import Disclosure
import JSONText

/// Colors for web maps that read `simplestyle` properties: one indicator a level, the one known for
/// most of its regions, in five classes of about equally many distinct values.
///
/// The ramp is of one hue and darkens evenly, so it holds for color-blind readers and in print.
/// No report, zero and a report without a number look different (rule F5).
struct MapLegend {
  /// What a class is called and how it is filled.
  struct Paint: Equatable {
    let fill: String
    let opacity: Double
  }

  private struct Scale {
    let level: String
    let indicator: Int
    /// Greatest value of each class in use, with its color.
    let classes: [(upper: Release.Amount, fill: String)]
  }

  static let ramp = ["#fdddb8", "#f7b267", "#e57f2e", "#b04a12", "#6b2406"]
  static let noReport = Paint(fill: "#c4c4c4", opacity: 0.35)
  static let zero = Paint(fill: "#f4f1ea", opacity: 0.7)
  static let noNumber = Paint(fill: "#9d93b5", opacity: 0.7)
  static let withheld = Paint(fill: "#7a7a7a", opacity: 0.7)

  private let names: [String]
  private var scales: [String: Scale] = [:]
  private var order: [String] = []

  /// - Parameter isCoverage: whether the map shows the coverage as a whole, or single periods.
  init(_ release: Release, isCoverage: Bool) {
    names = release.indicators.map(\.name)
    let spans = isCoverage ? [release.coverageSpan] : release.periodSpans
    let amounts = Self.amounts(release, spans.compactMap { $0 })
    for level in release.levels + ["zone"] {
      guard let values = amounts[level], let number = Self.shown(values, release.indicators)
      else { continue }
      scales[level] = Scale(
        level: level, indicator: number, classes: Self.classes(of: values[number]))
      order.append(level)
    }
  }

  /// By level and indicator, what is reported of its regions and is not zero.
  private static func amounts(
    _ release: Release, _ spans: [Int]
  ) -> [String: [[Release.Amount]]] {
    let none = [[Release.Amount]](repeating: [], count: release.indicators.count)
    var amounts: [String: [[Release.Amount]]] = [:]
    for (number, place) in release.places.enumerated() where place.status == .region {
      for span in spans {
        for row in release.totals(place: number, span: span) ?? [] {
          guard let row, row.status == .reported, let best = row.best, best.value > 0 else {
            continue
          }
          amounts[place.level, default: none][row.indicatorNumber].append(best)
        }
      }
    }
    return amounts
  }

  /// The indicator that says most on a map: known for the most regions, people before events.
  private static func shown(
    _ amounts: [[Release.Amount]], _ indicators: [Release.Indicator]
  ) -> Int? {
    func rank(_ number: Int) -> (Int, Int, Int) {
      (amounts[number].count, indicators[number].unit == "persons" ? 1 : 0, -number)
    }
    return indicators.indices.filter { !amounts[$0].isEmpty }.max { rank($0) < rank($1) }
  }

  /// How a region of a level is filled.
  func paint(level: String, cells: FeatureTable.Cells?) -> Paint {
    guard let scale = scales[level], let row = cells?[scale.indicator] else {
      return Self.noReport
    }
    switch row.status {
    case .withheld: return Self.withheld
    case .zero: return Self.zero
    case .notStated, .otherSources: return Self.noNumber
    case .reported: break
    }
    guard let best = row.best else { return Self.noNumber }
    guard best.value > 0 else { return Self.zero }
    let fill = scale.classes.first { best.value <= $0.upper.value }?.fill
    return Paint(fill: fill ?? Self.ramp[Self.ramp.count - 1], opacity: 0.7)
  }

  /// Writes what the colors mean, as a member of the whole collection.
  func write(to writer: inout JSONWriter) {
    writer.key("legend")
    writer.beginObject()
    writer.member("no_report", Self.noReport.fill)
    writer.member("zero", Self.zero.fill)
    writer.member("no_number", Self.noNumber.fill)
    writer.member("withheld", Self.withheld.fill)
    writer.key("levels")
    writer.beginArray()
    for level in order {
      guard let scale = scales[level] else { continue }
      write(scale, to: &writer)
    }
    writer.endArray()
    writer.endObject()
  }

  private func write(_ scale: Scale, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("level", scale.level)
    writer.member("indicator", names[scale.indicator])
    writer.key("classes")
    writer.beginArray()
    for item in scale.classes {
      writer.beginObject()
      writer.member("up_to", item.upper)
      writer.member("fill", item.fill)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  /// Five classes by quantiles of the distinct values; of fewer values, one class each.
  private static func classes(
    of amounts: [Release.Amount]
  ) -> [(upper: Release.Amount, fill: String)] {
    var distinct: [Release.Amount] = []
    for amount in amounts.sorted(by: { $0.value < $1.value })
    where distinct.last?.value != amount.value {
      distinct.append(amount)
    }
    let count = min(ramp.count, distinct.count)
    return (0..<count).map { number in
      let upper = distinct[(number + 1) * distinct.count / count - 1]
      // Fewer classes take colors evenly from the whole ramp.
      return (upper, ramp[(2 * number + 1) * ramp.count / (2 * count)])
    }
  }
}
