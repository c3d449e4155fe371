import Archive
import Records

/// How many findings of each kind a file has, and on which lines the first stand.
struct FindingCounts: Sendable {
  private static let mostLines = 10
  private var lines: [FindingRule: [Int]] = [:]
  private var counts: [FindingRule: Int] = [:]

  mutating func add(_ findings: [Finding]) {
    for finding in findings { add(finding.rule, line: finding.line) }
  }

  mutating func add(_ rule: FindingRule, line: Int) {
    counts[rule, default: 0] += 1
    if lines[rule, default: []].count < Self.mostLines { lines[rule, default: []].append(line) }
  }

  /// What was counted; counting begins anew.
  mutating func drain() -> [ArchivedFindings] {
    defer { self = FindingCounts() }
    return counts.keys.sorted { $0.rawValue < $1.rawValue }.map { rule in
      ArchivedFindings(
        rule: rule.rawValue, count: counts[rule] ?? 0, lines: lines[rule] ?? [])
    }
  }
}
