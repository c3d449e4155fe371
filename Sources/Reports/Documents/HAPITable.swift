import DelimitedText
import Disclosure
import Regions

/// Tables with the columns of HDX HAPI (https://hapi.humdata.org/docs), so that what reads those
/// reads these.
///
/// As there, rows of several levels overlap: the country, governorates and districts, of which one
/// `admin_level` is to be chosen. What is known less well than to a district is in the rows of the
/// coarser levels only. A figure without a number, as one that is withheld, leaves its cell blank
/// and says why in `warning`.
enum HAPITable: String, CaseIterable {
  /// People displaced inside the country, as they were last counted in each period.
  case stocks = "hapi-idps.csv"
  /// Incidents and their dead; all kinds together, which `event_type` says by `all`.
  case events = "hapi-conflict-events.csv"

  /// The finest level that HAPI knows.
  private static let levels: [Level] = [.country, .governorate, .district]

  func write(_ output: ReleaseOutput) throws(PublishError) -> PublishedFile {
    var file = try OutputFile(creating: rawValue, in: output.directory)
    try file.write(TableHeader.bytes(columns, hasHashtags: output.context.formats.hasHashtags))
    var rows = DelimitedWriter(defusesFormulas: true)
    append(output, &rows)
    try file.write(rows.takeBytes())
    return try file.finish()
  }

  private func append(_ output: ReleaseOutput, _ rows: inout DelimitedWriter) {
    let release = output.release
    let spans =
      release.step == nil ? [release.coverageSpan] : release.periodSpans
    for (number, place) in release.places.enumerated() where place.status == .region {
      guard let area = Area(place.regionID, output.catalog) else { continue }
      for (position, span) in spans.enumerated() {
        guard let span, let figures = Figures(self, release, place: number, span: span) else {
          continue
        }
        let days = release.spans[span].period
        append(area, figures, days, round: position + 1, &rows)
      }
    }
  }

  private func append(
    _ area: Area, _ figures: Figures, _ days: Release.Period, round: Int,
    _ rows: inout DelimitedWriter
  ) {
    rows.append(text: area.country)
    // has_hrp and in_gho: whether there is a humanitarian response plan, which is not known here.
    for text in ["", ""] + area.names { rows.append(text: text) }
    rows.append(number: String(area.level.rawValue))
    switch self {
    case .stocks:
      // Operation and type of assessment; several sources may stand behind a figure.
      for _ in 1...2 { rows.append(text: "") }
      rows.append(number: figures.first?.text)
      rows.append(number: String(round))
    case .events:
      rows.append(text: "all")
      rows.append(number: figures.first?.text)
      rows.append(number: figures.second?.text)
    }
    for text in [days.start, days.end, "", "", figures.warning, ""] { rows.append(text: text) }
    rows.endRow()
  }

  /// A region with its codes and names as HAPI writes them.
  private struct Area {
    let level: Level
    let country: String
    /// provider_admin1_name, provider_admin2_name, admin1_code, admin1_name, admin2_code,
    /// admin2_name.
    let names: [String]

    init?(_ id: String, _ catalog: RegionCatalog) {
      guard let number = catalog.number(of: RegionID(id)), let level = catalog[number].level,
        HAPITable.levels.contains(level)
      else { return nil }
      self.level = level
      let code = catalog.country.country
      country = Country.match(code: code)?.alpha3 ?? code
      let first = catalog.ancestor(of: number, at: .governorate).map { catalog[$0] }
      let second = level == .district ? catalog[number] : nil
      names = [
        first?.name, second?.name, first?.id.code, first?.name, second?.id.code, second?.name,
      ].map { $0 ?? "" }
    }
  }

  /// What is published of one place and period; `nil` where there is no report.
  private struct Figures {
    let first: Release.Amount?
    let second: Release.Amount?
    let warning: String

    init?(_ table: HAPITable, _ release: Release, place: Int, span: Int) {
      let names = table == .stocks ? ["idps"] : ["incidents", "killed"]
      let rows = names.map { name in
        release.indicators.firstIndex { $0.name == name }.flatMap {
          release.row(place: place, span: span, indicator: $0)
        }
      }
      guard rows.contains(where: { $0 != nil }) else { return nil }
      first = Self.amount(rows[0])
      second = rows.count > 1 ? Self.amount(rows[1]) : nil
      var warnings: [String] = []
      for case (let name, let row?) in zip(names, rows) {
        if let reason = Self.reason(row) { warnings.append("\(name) \(reason)") }
      }
      warning = warnings.joined(separator: "; ")
    }

    private static func amount(_ row: Release.Row?) -> Release.Amount? {
      switch row?.status {
      case .reported, .zero, .rounded: row?.best
      case .notStated, .otherSources, .withheld, nil: nil
      }
    }

    private static func reason(_ row: Release.Row) -> String? {
      switch row.status {
      case .withheld: "withheld to protect people"
      case .notStated: "reported without a number"
      case .otherSources: "reported only by sources that were not chosen"
      case .reported: row.best == nil ? "reported without a number" : nil
      case .rounded: "rounded to protect people"
      case .zero: nil
      }
    }
  }
}
