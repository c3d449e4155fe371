import DelimitedText
import Disclosure
import Regions
import Reports
import Tallies

/// The rows of `tallies.csv`.
struct ReleasedTable {
  private(set) var figures: [(name: FigureName, known: KnownFigure)] = []

  private let words: ReleasedWords
  private let coverage: FigurePeriod
  private let hasStep: Bool

  init(
    _ bytes: [UInt8], words: ReleasedWords, coverage: FigurePeriod, hasStep: Bool
  ) throws(VerificationError) {
    self.words = words
    self.coverage = coverage
    self.hasStep = hasStep
    let table: DelimitedTable
    do {
      table = try DelimitedTable(bytes, separator: UInt8(ascii: ","))
    } catch {
      throw Self.damaged("\(error)")
    }
    guard table.header == TallyTable.columnNames else {
      throw Self.damaged("its columns are not those that a release may have")
    }
    var seen: Set<FigureName> = []
    for (number, row) in table.rows.enumerated() {
      // Tables with HXL hashtags have them under the header.
      if number == 0 && row.fields == TallyTable.hashtags { continue }
      try take(row, &seen)
    }
  }

  private static func damaged(_ cause: String) -> VerificationError {
    .damaged(file: TallyTable.fileName, cause: cause)
  }

  private mutating func take(
    _ row: DelimitedTable.Row, _ seen: inout Set<FigureName>
  ) throws(VerificationError) {
    let cells = Dictionary(
      zip(TallyTable.columnNames, row.fields), uniquingKeysWith: { first, _ in first })
    func cell(_ name: String) -> String { cells[name] ?? "" }
    guard let view = words.view(cell("level")),
      let site = try words.site(cell("place_status"), cell("region_id")),
      let indicator = Indicator(name: cell("indicator")), let period = period(cells),
      let known = ReleasedWords.known(cell("best"), cell("status"))
    else { throw Self.damaged("line \(row.line) says nothing that a release can say") }
    if known.number == .withheld {
      let told = ["low", "best", "high", "records"].first { !cell($0).isEmpty }
      if let told { throw Self.damaged("line \(row.line) is withheld and yet tells \(told)") }
    }
    var name = FigureName(
      view: view, site: site, period: period, indicator: indicator, category: cell("category"))
    if !seen.insert(name).inserted {
      // The rare row of days that no standard period holds may look like one that has one.
      name.period = FigurePeriod(.beyond, first: period.first, last: period.last)
      guard seen.insert(name).inserted else {
        throw Self.damaged("line \(row.line) is there twice")
      }
    }
    figures.append((name, known))
  }

  private func period(_ cells: [String: String]) -> FigurePeriod? {
    guard let first = ReleasedWords.day(cells["period_start"] ?? ""),
      let last = ReleasedWords.day(cells["period_end"] ?? "")
    else { return nil }
    if cells["time_status"] == "unspecified" {
      return FigurePeriod(.unspecified, first: first, last: last)
    }
    return hasStep ? FigurePeriod(.period, first: first, last: last) : coverage
  }
}
