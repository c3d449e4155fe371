import ArgumentParser
import Records
import Regions
import Tallies

extension PlaceLookupError {
  var exitCode: ExitCode {
    switch self {
    case .unknown: .noInput
    case .ambiguous, .settlement, .noLevel: .badData
    }
  }

  func message(of text: String, in catalog: RegionCatalog) -> String {
    let text = Finding.quoted(text)
    switch self {
    case .ambiguous(let ids):
      return "\(text) is the name of several places; say which by its code:\n"
        + ids.compactMap { catalog.describe($0)?.line }.map { "  \($0)" }.joined(separator: "\n")
    case .unknown(let near):
      let names = near.compactMap { id in catalog.describe(id).map { "\(id) (\($0.name))" } }
      let hint = names.isEmpty ? "" : "; did you mean \(names.joined(separator: ", "))?"
      return "no region is called \(text)\(hint)"
    case .settlement(let subdistrict):
      return "\(text) is a settlement, and figures go no further than regions; ask for its "
        + "subdistrict \(subdistrict)"
    case .noLevel(let id):
      return "\(id) is a \(catalog.describe(id)?.levelName ?? "region"), which --level cannot "
        + "make coarser; leave --level out"
    }
  }
}

extension ExplanationError {
  func message(_ selection: FigureSelection, of report: Report) -> String {
    let label = report.label(of: selection.period)
    switch self {
    case .emptyPeriod(let coverage):
      let known = coverage.map { "the data cover \($0.first) to \($0.last)" } ?? "there is no data"
      let hint =
        selection.period.isUnspecified
        ? "; with --by \(report.settings.step?.name ?? "month") this asks for records that are "
          + "only known to lie in \(label); leave --by out for its figures" : ""
      return "no figure in \(label): \(known)\(hint)"
    case .emptyPlace(let periods):
      let labels = periods.prefix(12).map(report.label(of:)).joined(separator: ", ")
      return periods.isEmpty
        ? "no record lies there in any period, which is no report, not zero"
        : "no record lies there in \(label), which is no report, not zero; there are some in "
          + labels
    case .noSuchIndicator(let occurring):
      return "the indicator does not occur there in \(label); these do: "
        + occurring.map(\.name).joined(separator: ", ")
    case .noSuchCategory(let occurring):
      return "the category does not occur there in \(label); these do: "
        + occurring.map(Finding.shown).joined(separator: ", ")
    }
  }
}

extension Report {
  func label(of period: PeriodKey) -> String {
    guard let span = span(of: period) else { return "the whole coverage" }
    let label = period.label(of: span, weekStart: settings.weekStart)
    return period.isUnspecified ? "\(label) (unspecified in time)" : label
  }
}
