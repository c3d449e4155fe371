import Disclosure
import Regions
import Released
import Tallies

/// The rows of `tallies.csv`.
struct ReleasedTable {
  private(set) var figures: [(name: FigureName, known: KnownFigure)] = []

  private let words: ReleasedWords
  private let coverage: FigurePeriod
  private let hasStep: Bool

  init(
    _ bytes: [UInt8], words: ReleasedWords, coverage: FigurePeriod, hasStep: Bool
  ) throws(ReleasedFilesError) {
    self.words = words
    self.coverage = coverage
    self.hasStep = hasStep
    var seen: Set<FigureName> = []
    for row in try ReleasedRow.rows(of: bytes) { try take(row, &seen) }
  }

  private static func damaged(_ cause: String) -> ReleasedFilesError {
    .damaged(file: ReleasedRow.fileName, cause: cause)
  }

  private mutating func take(
    _ row: ReleasedRow, _ seen: inout Set<FigureName>
  ) throws(ReleasedFilesError) {
    guard let view = words.view(row["level"]),
      let site = try words.site(row["place_status"], row["region_id"]),
      let indicator = Indicator(name: row["indicator"]), let period = period(row),
      let known = ReleasedWords.known(row["best"], row["status"])
    else { throw Self.damaged("line \(row.line) says nothing that a release can say") }
    var name = FigureName(
      view: view, site: site, period: period, indicator: indicator, category: row["category"])
    if !seen.insert(name).inserted {
      // The rare row of days that no standard period holds may look like one that has one.
      name.period = FigurePeriod(.beyond, first: period.first, last: period.last)
      guard seen.insert(name).inserted else {
        throw Self.damaged("line \(row.line) is there twice")
      }
    }
    figures.append((name, known))
  }

  private func period(_ row: ReleasedRow) -> FigurePeriod? {
    guard let first = ReleasedWords.day(row["period_start"]),
      let last = ReleasedWords.day(row["period_end"])
    else { return nil }
    if row["time_status"] == "unspecified" {
      return FigurePeriod(.unspecified, first: first, last: last)
    }
    return hasStep ? FigurePeriod(.period, first: first, last: last) : coverage
  }
}
