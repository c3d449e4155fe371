import JSONText
import Records
import Regions
import Tallies

/// What a release was asked to tell, as far as it decides which of its figures add up to which.
struct LedgerScope: Hashable, Sendable {
  let coverage: FigurePeriod
  private let levels: [Level]
  /// None for all.
  private let indicators: Set<Indicator>
  private let category: ReportSettings.CategoryAxis?
  private let from: Day?
  private let to: Day?

  init(_ settings: ReportSettings, coverage: FigurePeriod) {
    self.coverage = coverage
    levels = settings.levels
    indicators = settings.indicators
    category = settings.category
    (from, to) = (settings.from, settings.to)
  }

  /// The settings of a release, given those of another release of the series.
  func settings(as other: ReportSettings) -> ReportSettings {
    var settings = other
    settings.levels = levels
    settings.indicators = indicators
    settings.category = category
    (settings.from, settings.to) = (from, to)
    return settings
  }

  /// Whether releases of both tell the same of the periods that both have.
  ///
  /// - Parameter tellsTotals: whether the days of all of it matter, too.
  func isLike(_ other: LedgerScope, tellsTotals: Bool) -> Bool {
    levels == other.levels && indicators == other.indicators && category == other.category
      && (from, to) == (other.from, other.to) && (!tellsTotals || coverage == other.coverage)
  }

  // MARK: - As text

  /// `nil` for what no ledger has.
  init?(_ value: JSONValue?) {
    guard let value, let coverage = value["coverage"]?.string.flatMap(LedgerKey.period),
      let levels = value["levels"]?.array, let indicators = value["indicators"]?.array
    else { return nil }
    self.coverage = coverage
    self.levels = levels.compactMap { $0.string.flatMap(Level.init(word:)) }
    self.indicators = Set(indicators.compactMap { $0.string.flatMap(Indicator.init(name:)) })
    category = value["category"]?.string.flatMap(ReportSettings.CategoryAxis.init(rawValue:))
    from = value["from"]?.string.flatMap(LedgerKey.day)
    to = value["to"]?.string.flatMap(LedgerKey.day)
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("coverage", LedgerKey.text(coverage))
    writer.key("levels")
    writer.beginArray()
    for level in levels { writer.string(level.name) }
    writer.endArray()
    writer.key("indicators")
    writer.beginArray()
    for indicator in indicators.sorted() { writer.string(indicator.name) }
    writer.endArray()
    writer.member("category", category?.rawValue)
    writer.member("from", from?.description)
    writer.member("to", to?.description)
    writer.endObject()
  }
}
