import Records

extension CheckReport {
  /// For people and editors: a line a finding as compilers write them, what was not listed, the
  /// files with their rows, and how many findings there are.
  public var text: String {
    let lines = entries.map(\.line) + unlistedLines + files.map(\.line) + [summary]
    return lines.joined(separator: "\n") + "\n"
  }

  private var unlistedLines: [String] {
    rules.filter { unlisted($0) > 0 }.map {
      "\(unlisted($0)) more of \($0.rawValue) are not listed; raise --limit to see them"
    }
  }

  private var summary: String {
    let parts = [Finding.Severity.error, .warning, .note].map { severity in
      let count = count(severity)
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let hint = counts.isEmpty ? "" : "; nuzuh check --explain RULE says what a rule means"
    return parts.joined(separator: ", ") + hint
  }
}

extension CheckReport.File {
  fileprivate var line: String {
    let name = Finding.escaped(path)
    guard let profile else { return "\(name): not read" }
    let counted = rows - rejected - replaced
    return "\(name) (\(profile)): \(rows) rows = \(counted) to be counted"
      + " + \(rejected) rejected + \(replaced) replaced"
  }
}

extension CheckReport.Entry {
  /// `file:line:column: severity: column: message [rule]`.
  fileprivate var line: String {
    var place = Finding.escaped(finding.file)
    if let spot {
      place += ":\(spot.line):\(spot.column)"
    } else if finding.line > 0 {
      place += ":\(finding.line)"
    }
    let column = finding.column.map { "\(Finding.shown($0)): " } ?? ""
    return "\(place): \(finding.severity.rawValue): \(column)\(finding.message) "
      + "[\(finding.rule.rawValue)]"
  }
}
