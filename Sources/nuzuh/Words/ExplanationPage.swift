import Records
import Regions
import Tallies

/// An explanation as it is shown. Confidential: for a person inside the organisation.
struct ExplanationPage {
  static let notice = "INTERNAL, not for publication: it names records and shows small numbers."

  let explanation: Explanation
  let catalog: RegionCatalog
  /// Records printed of each section, as text.
  let limit: Int

  var report: Report { explanation.report }

  /// `governorate Latakia (SY06)`; `outside, level governorate`.
  var place: String {
    let place = name(of: explanation.selection.site)
    switch (explanation.selection.view, explanation.selection.site) {
    case (.zone, _): return "zone \(place)"
    case (.level(let level), .region): return "\(level.name) \(place)"
    case (.level(let level), _): return "\(place), level \(level.name)"
    }
  }

  /// The region's code, or the ISO code of a country; `nil` for what lies nowhere.
  var code: String? {
    switch explanation.selection.site {
    case .region(let number), .unspecified(let number): catalog[number].id.code
    case .external(let code): code
    case .outside, .unplaced: nil
    }
  }

  var levelName: String {
    switch explanation.selection.view {
    case .zone: "zone"
    case .level(let level): level.name
    }
  }

  func name(of site: Tally.Site) -> String {
    switch site {
    case .region(let number): name(number)
    case .unspecified(let number): "unspecified in \(name(number))"
    case .external(let code): "external \(Country.match(code: code)?.name ?? "abroad") (\(code))"
    case .outside: "outside"
    case .unplaced: "unplaced"
    }
  }

  private func name(_ number: RegionNumber) -> String {
    "\(catalog[number].name) (\(catalog[number].id))"
  }

  func file(_ position: Int) -> String { report.inputs[position].file }

  static func dates(_ span: DateSpan) -> String {
    span.dayCount == 1 ? "\(span.first)" : "\(span.first) to \(span.last)"
  }

  /// Where a record lies that may belong to the figure: place and time as far as they are known.
  func whereabouts(_ record: TracedRecord) -> String {
    var words: [String] = []
    if record.cell.site != explanation.selection.site {
      words.append(
        record.cell.view == .zone ? "may lie in the zone" : name(of: record.cell.site))
    }
    if !record.among.isEmpty {
      words.append("one of \(record.among.map(\.code).joined(separator: ", "))")
    }
    if record.cell.period != explanation.selection.period {
      words.append("unspecified in \(timeLabel(record.cell.period))")
    }
    return words.joined(separator: "; ")
  }

  private func timeLabel(_ period: PeriodKey) -> String {
    guard let span = report.span(of: period) else { return "the coverage" }
    return period.label(of: span, weekStart: report.settings.weekStart)
  }
}

extension ReplacedRecord.Reason {
  var words: String {
    switch self {
    case .newerVersion: "replaced by the newer version in"
    case .deleted: "deleted by"
    case .sameContent: "the same as"
    case .laterInOrder: "differs without a version; taken was"
    }
  }
}

extension Tally.Status {
  /// As in `tallies.csv`.
  var word: String {
    switch self {
    case .reported: "reported"
    case .zero: "zero"
    case .notStated: "not_stated"
    case .otherSources: "other_sources"
    }
  }
}
