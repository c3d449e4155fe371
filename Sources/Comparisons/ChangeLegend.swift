import Disclosure
import JSONText
import Reports

/// Colors for a map of change: one indicator a level, more in orange, less in blue, by three
/// classes of about equally many regions each way.
///
/// Only differences that are shown color a region; what is withheld before or after looks the same
/// whatever hides behind it, and is told apart from no change and from no report (rule F5).
struct ChangeLegend {
  struct Paint: Equatable {
    let fill: String
    let opacity: Double
  }

  static let rises = ["#f7b267", "#e57f2e", "#b04a12"]
  static let falls = ["#a8cfe5", "#5fa3c7", "#1f6f8b"]
  static let same = Paint(fill: "#f4f1ea", opacity: 0.7)
  static let withheld = Paint(fill: "#7a7a7a", opacity: 0.7)
  static let noNumber = Paint(fill: "#9d93b5", opacity: 0.7)
  static let noReport = Paint(fill: "#c4c4c4", opacity: 0.35)

  /// The indicator shown at each level.
  private(set) var indicators: [String: String] = [:]
  private var uppers: [String: [Double]] = [:]

  /// - Parameter indicator: what is shown at all levels; by default, at each level the indicator
  ///   for which the most regions have another number.
  init(_ comparison: Comparison, indicator: String?) {
    var sizes: [String: [String: [Double]]] = [:]
    for change in comparison.changes where change.isOnMap {
      guard let difference = change.difference?.value, difference != 0 else { continue }
      sizes[change.key.level, default: [:]][change.key.indicator, default: []].append(
        difference.magnitude)
    }
    let order = comparison.mapIndicators
    for level in Set(comparison.mapOrder.map(\.level)) {
      let known = sizes[level] ?? [:]
      let most = order.max { (known[$0]?.count ?? 0) < (known[$1]?.count ?? 0) }
      guard let shown = indicator ?? most else { continue }
      indicators[level] = shown
      uppers[level] = Quantiles.uppers(
        ofDistinct: Set(known[shown] ?? []).sorted(), most: Self.rises.count)
    }
  }

  /// How a region is filled.
  func paint(level: String, before: Told, after: Told, difference: Double?) -> Paint {
    if before == .withheld || after == .withheld { return Self.withheld }
    if !before.isTold && !after.isTold { return Self.noReport }
    guard let difference else { return Self.noNumber }
    if difference == 0 { return Self.same }
    let uppers = uppers[level] ?? []
    let position = uppers.firstIndex { difference.magnitude <= $0 } ?? uppers.count - 1
    let ramp = difference > 0 ? Self.rises : Self.falls
    // Fewer classes take the darker colors.
    return Paint(fill: ramp[ramp.count - max(uppers.count, 1) + max(position, 0)], opacity: 0.7)
  }

  func write(to writer: inout JSONWriter) {
    writer.key("legend")
    writer.beginObject()
    writer.member("no_change", Self.same.fill)
    writer.member("withheld", Self.withheld.fill)
    writer.member("no_number", Self.noNumber.fill)
    writer.member("no_report", Self.noReport.fill)
    writer.key("levels")
    writer.beginArray()
    for (level, indicator) in indicators.sorted(by: { $0.key < $1.key }) {
      writer.beginObject()
      writer.member("level", level)
      writer.member("indicator", indicator)
      writeClasses(uppers[level] ?? [], to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private func writeClasses(_ uppers: [Double], to writer: inout JSONWriter) {
    writer.key("classes")
    writer.beginArray()
    for (number, upper) in uppers.enumerated() {
      let color = Self.rises.count - uppers.count + number
      writer.beginObject()
      writer.member("up_to", upper, places: 6)
      writer.member("more", Self.rises[color])
      writer.member("less", Self.falls[color])
      writer.endObject()
    }
    writer.endArray()
  }
}

extension FigureChange {
  /// Whether the map of change shows it: totals of regions over all days.
  var isOnMap: Bool {
    key.days == .coverage && key.category.isEmpty && key.placeStatus == "region"
      && key.destination == nil
  }
}
