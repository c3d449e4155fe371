extension FindingRule {
  /// All rules with severity, cause, effect and remedy as a Markdown table, in the byte order of
  /// their ids. The documentation's article on findings holds these lines.
  public static var markdownTable: String {
    let head = [
      "| rule | severity | cause | effect on the figures | remedy |", "|---|---|---|---|---|",
    ]
    let rows = allCases.sorted { $0.rawValue < $1.rawValue }.map(\.markdownRow)
    return (head + rows).joined(separator: "\n") + "\n"
  }

  private var markdownRow: String {
    let cells = [
      "`\(rawValue)`", severity.rawValue, "*\(explanation.title).* \(explanation.cause)",
      explanation.effect, explanation.remedy,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
