import Locating
import Records
import Tallies

/// What is said of a stream when it has ended.
extension LocateSummary {
  var lines: [String] {
    let parts = PlaceStatus.allCases.compactMap { status in
      counts[status].map { "\($0) \(status.rawValue)" }
    }
    let how = profile.map { "profile \($0)" } ?? "points"
    return ["\(file) (\(how)): \(rows) rows = \(parts.joined(separator: " + "))"]
      + findings.groups
      .sorted { $0.key.rawValue < $1.key.rawValue }
      .flatMap { rule, group in LocateSummary.lines(rule, group) }
  }

  private static func lines(_ rule: FindingRule, _ group: FindingLog.Group) -> [String] {
    let first = group.first.prefix(3)
    let numbers = first.map { String($0.line) }.joined(separator: ", ")
    let more = group.count > first.count ? ", …" : ""
    let message = first.first.map { "; the first: \($0.message)" } ?? ""
    return [
      "\(rule.severity.rawValue): \(group.count) × \(rule.rawValue), line \(numbers)\(more)\(message)"
    ]
  }
}
