import Records
import Tallies

/// A page for a person.
extension ExplanationPage {
  var lines: [String] {
    var lines = [Self.notice, "\(place), \(report.label(of: explanation.selection.period))"]
    for input in report.inputs where input.rejected > 0 {
      lines.append(
        "\(input.rejected) of \(input.rows) rows of \(input.file) could not be read and are in "
          + "no figure; nuzuh check says why")
    }
    for figure in explanation.figures { lines += [""] + self.lines(figure) }
    return lines
  }

  private func lines(_ figure: ExplainedFigure) -> [String] {
    var lines = [head(figure)]
    lines += section(
      "counted", figure.counted, [Self.heading] + figure.counted.map { cells($0, note: "") })
    lines.append("  \(sentence(figure))")
    for term in figure.terms { lines.append("    \(term.indicator.name): \(Self.amounts(term))") }
    for choice in figure.choices {
      lines.append(
        "  of \(Finding.quoted(choice.subject)) the source taken is "
          + "\(Finding.shown(choice.taken)), not "
          + choice.others.map(Finding.shown).joined(separator: ", "))
    }
    lines += section(
      "of sources not taken", figure.otherSources,
      [Self.heading] + figure.otherSources.map { cells($0, note: "") })
    lines += section(
      "stocks for which another value stands", figure.earlier,
      [Self.heading] + figure.earlier.map { cells($0, note: "") })
    lines += section("replaced", figure.replaced, figure.replaced.map(cells))
    lines += section(
      "unspecified just above: may belong here, but not known well enough", figure.possible,
      [Self.heading] + figure.possible.map { cells($0, note: whereabouts($0)) })
    return lines
  }

  private func head(_ figure: ExplainedFigure) -> String {
    let name =
      figure.indicator.name
      + (figure.category.isEmpty ? "" : ", \(Finding.quoted(figure.category))")
    guard let tally = figure.tally else { return "\(name): no figure" }
    let day = tally.asOf.map { ", as of \($0)" } ?? ""
    return "\(name): \(Self.amounts(tally)) (\(tally.status.word)\(day))"
  }

  private func sentence(_ figure: ExplainedFigure) -> String {
    let sum = Self.amounts(figure.sum.low, figure.sum.best, figure.sum.high)
    switch figure.agreement {
    case .equal:
      return figure.indicator.kind == .stock
        ? "sum of the values that stand: \(sum), which is the figure; older values do not count"
        : "sum: \(sum), which is the figure"
    case .widened:
      return "sum: \(sum); its best is the figure's, whose range other sources widen"
    case .otherSourcesOnly:
      return "no source taken speaks of it; the range is what the other sources say"
    case .withOtherSubjects:
      guard !figure.counted.isEmpty else {
        return "the source was not taken for its subjects; the figure is what it says of them"
      }
      return "sum: \(sum); the figure also holds what the source says where another was taken"
    case .derived: return "made of other figures: arrived - departed + returns_in - returns_out"
    case .noFigure: return "no record is counted, which is no report, not zero"
    case .unequal:
      return "sum: \(sum), which is NOT the figure: a defect of nuzuh; please report it"
    }
  }

  // MARK: - Columns

  private static let heading = ["source", "id", "file", "line", "dates", "low", "best", "high", ""]

  private func cells(_ record: TracedRecord, note: String) -> [String] {
    [
      Finding.shown(record.key.source), Finding.shown(record.key.id), file(record.file),
      "\(record.line)", Self.dates(record.dates), Self.text(record.low), Self.text(record.best),
      Self.text(record.high), note,
    ]
  }

  private func cells(_ row: ReplacedRecord) -> [String] {
    [
      Finding.shown(row.key.source), Finding.shown(row.key.id), file(row.file), "\(row.line)",
      "\(row.reason.words) \(file(row.winningFile)) line \(row.winningLine)",
    ]
  }

  /// A title and aligned rows; nothing where there are no items. A heading is not counted.
  private func section(
    _ title: String, _ items: [some Any], _ rows: [[String]]
  ) -> [String] {
    guard !items.isEmpty else { return [] }
    let shown = rows.prefix(limit + rows.count - items.count)
    let count = items.count == 1 ? "1 record" : "\(items.count) records"
    let more = items.count - limit
    return ["  \(count) \(title):"] + Self.aligned(Array(shown)).map { "    \($0)" }
      + (more > 0 ? ["    … and \(more) more"] : [])
  }

  private static func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.first?.count ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (cell, width) in zip(row, widths) {
        line += cell + String(repeating: " ", count: width - cell.count + 2)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  // MARK: - Numbers

  private static func amounts(_ tally: Tally) -> String {
    amounts(tally.low, tally.best, tally.high)
  }

  private static func amounts(_ low: Quantity?, _ best: Quantity?, _ high: Quantity?) -> String {
    "\(text(best)), low \(text(low)), high \(text(high))"
  }

  private static func text(_ number: Quantity?) -> String { number?.text() ?? "unknown" }
}
