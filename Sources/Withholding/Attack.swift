import LinearPrograms

/// What somebody can work out of a table who has only what everybody knows (rule D4).
///
/// It is sound both ways. Where it says `wide`, there are two tables of whole numbers that agree
/// in everything known, hold every sum, and lie that far apart in the figure. Where it says
/// `narrow`, no table at all lies outside the range.
public struct Attack: Sendable {
  public enum Finding: Hashable, Sendable {
    /// It takes values at least its threshold − 1 apart.
    case wide
    /// It lies in this range, which is too narrow; a range of one number is the number.
    case narrow(ClosedRange<Int>)
    /// The budget ended first: to be taken for a failure.
    case unsettled
  }

  /// By cell; `nil` for what is not withheld.
  public private(set) var findings: [Finding?]
  /// Whether the budget ended before all was settled.
  let isSpent: Bool

  /// Whether every withheld figure is wide.
  public var isRepelled: Bool { findings.allSatisfy { $0 == nil || $0 == .wide } }

  /// The figures that are not known to be wide, in the order of the table.
  public var failures: [Int] {
    findings.indices.filter { findings[$0] != nil && findings[$0] != .wide }
  }

  /// - Parameters:
  ///   - threshold: how many values a withheld figure must keep where its cell does not say.
  ///   - budget: how much work to spend before figures stay `unsettled`.
  /// - Throws: `WithholdingError.inconsistent` for a table that no numbers at all fit: a release
  ///   that is wrong or was tampered with.
  public init(
    _ table: KnownTable, threshold: Int, budget: WithholdingBudget = .standard
  ) async throws {
    try await self.init(table, threshold: threshold, budget: budget, isThorough: true)
  }

  /// - Parameter isThorough: whether to find the range of what is narrow; else it stays
  ///   `unsettled` where the nearest variables do not show that it is wide.
  init(
    _ table: KnownTable, threshold: Int, budget: WithholdingBudget, isThorough: Bool,
    isSettled: [Bool]? = nil
  ) async throws {
    let system = try OpenSystem(table)
    var widths = Array(repeating: 0, count: table.cells.count)
    var findings: [Finding?] = Array(repeating: nil, count: table.cells.count)
    for (position, cell) in table.cells.enumerated() {
      guard case .withheld(_, let own) = cell else { continue }
      findings[position] = .wide
      let width = (own ?? threshold) - 1
      let range = system.range(ofCell: position)
      if range.upperBound - range.lowerBound < width {
        findings[position] = .narrow(range)
        continue
      }
      guard isSettled?[position] != true else { continue }
      let variable = system.variableOfCell[position]
      widths[variable] = max(widths[variable], width)
    }
    let components = system.components(widths)
    let tried = try await withThrowingTaskGroup(of: ComponentAttack.self) { group in
      for component in components {
        group.addTask {
          try ComponentAttack(component, budget.mostPrograms, isThorough: isThorough)
        }
      }
      return try await group.reduce(into: [ComponentAttack]()) { $0.append($1) }
    }
    isSpent = tried.contains(where: \.isSpent)
    var byVariable: [Int: Finding] = [:]
    for attack in tried {
      for (variable, finding) in attack.findings { byVariable[variable] = finding }
    }
    for position in findings.indices where findings[position] == .wide {
      guard let finding = byVariable[system.variableOfCell[position]] else { continue }
      let offset = system.offsetOfCell[position]
      if case .narrow(let range) = finding {
        findings[position] = .narrow(
          range.lowerBound + offset...range.upperBound + offset)
      } else {
        findings[position] = finding
      }
    }
    self.findings = findings
  }
}
