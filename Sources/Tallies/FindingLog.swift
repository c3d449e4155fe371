public import Records

/// Findings by rule: how many, and the first of them in the order of file and line, whatever the
/// order in which they came (rule A3).
public struct FindingLog: Sendable {
  public struct Group: Sendable {
    public fileprivate(set) var count = 0
    public fileprivate(set) var first: [Finding] = []
  }

  /// How many findings of each rule are kept.
  public let limit: Int
  public private(set) var groups: [FindingRule: Group] = [:]

  /// Without a limit, keeps as many as a report lists.
  public init(keeping limit: Int = 10) {
    self.limit = limit
  }

  public mutating func add(_ finding: Finding) {
    groups[finding.rule, default: Group()].count += 1
    groups[finding.rule, default: Group()].insert(finding, keeping: limit)
  }

  /// Adds a finding that is made only where it is among the first.
  public mutating func add(
    _ rule: FindingRule, file: String, line: Int, _ make: () -> Finding?
  ) {
    groups[rule, default: Group()].count += 1
    if let group = groups[rule], group.first.count >= limit, let last = group.first.last,
      (last.file, last.line) < (file, line)
    {
      return
    }
    guard let finding = make() else { return }
    groups[rule, default: Group()].insert(finding, keeping: limit)
  }

  /// Takes over what another thread has found.
  public mutating func add(_ other: FindingLog) {
    for (rule, group) in other.groups {
      groups[rule, default: Group()].count += group.count
      for finding in group.first { groups[rule, default: Group()].insert(finding, keeping: limit) }
    }
  }

  public mutating func add(_ findings: [Finding]) {
    for finding in findings { add(finding) }
  }

  public func count(of rule: FindingRule) -> Int { groups[rule]?.count ?? 0 }
}

extension FindingLog.Group {
  fileprivate mutating func insert(_ finding: Finding, keeping limit: Int) {
    if first.count >= limit, first.last.map(finding.precedes) != true { return }
    first.insert(finding, at: position(for: finding))
    if first.count > limit { first.removeLast() }
  }

  /// Behind all that do not come after the finding.
  private func position(for finding: Finding) -> Int {
    var (low, high) = (0, first.count)
    while low < high {
      let middle = (low + high) / 2
      if finding.precedes(first[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Finding {
  /// The order of lists: by file, line, column, rule and words.
  public func precedes(_ other: Finding) -> Bool {
    if (file, line) != (other.file, other.line) { return (file, line) < (other.file, other.line) }
    return (field ?? 0, column ?? "", rule.rawValue, message) < (
      other.field ?? 0, other.column ?? "", other.rule.rawValue, other.message
    )
  }
}
