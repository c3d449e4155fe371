public import Records

/// Findings by rule: how many, and the first ten in the order of file and line, whatever the
/// order in which they came (rule A3).
public struct FindingLog: Sendable {
  public struct Group: Sendable {
    public fileprivate(set) var count = 0
    public fileprivate(set) var first: [Finding] = []
  }

  static let shown = 10

  public private(set) var groups: [FindingRule: Group] = [:]

  public init() {}

  public mutating func add(_ finding: Finding) {
    groups[finding.rule, default: Group()].count += 1
    groups[finding.rule, default: Group()].insert(finding)
  }

  public mutating func add(_ findings: [Finding]) {
    for finding in findings { add(finding) }
  }

  public func count(of rule: FindingRule) -> Int { groups[rule]?.count ?? 0 }
}

extension FindingLog.Group {
  fileprivate mutating func insert(_ finding: Finding) {
    if first.count == FindingLog.shown, let last = first.last, !finding.precedes(last) { return }
    let position = first.firstIndex { finding.precedes($0) } ?? first.count
    first.insert(finding, at: position)
    if first.count > FindingLog.shown { first.removeLast() }
  }
}

extension Finding {
  fileprivate func precedes(_ other: Finding) -> Bool {
    (file, line, column ?? "", message) < (
      other.file, other.line, other.column ?? "", other.message
    )
  }
}
