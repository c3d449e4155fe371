public import Tallies
import Withholding

/// Figures of a series that wait for another revision, because they cannot be told anew.
///
/// What a revision would tell may give away what has to be withheld, given all that was told
/// before. Then the period in which that happens keeps what was told of it, which was proven when
/// it was told, and the totals over all days, which would differ from it, are not told at all. So a
/// series can always go on.
public struct Waiting: Hashable, Sendable {
  /// Figures of one period that count the same.
  public struct Kind: Hashable, Sendable, Comparable {
    public let period: FigurePeriod
    public let indicator: Indicator

    public static func < (left: Kind, right: Kind) -> Bool {
      (left.period, left.indicator) < (right.period, right.indicator)
    }
  }

  public private(set) var kinds: Set<Kind> = []
  /// Whether flows wait, which are counted over all days.
  public private(set) var hasFlows = false

  public var isEmpty: Bool { kinds.isEmpty && !hasFlows }

  func contains(_ name: FigureName) -> Bool {
    guard !kinds.isEmpty else { return false }
    guard name.indicator.kind == .net else {
      return kinds.contains(Kind(period: name.period, indicator: name.indicator))
    }
    let unit = name.indicator.unit
    return [Indicator.Stem.arrived, .departed, .returnsIn, .returnsOut].contains {
      kinds.contains(Kind(period: name.period, indicator: Indicator($0, unit: unit)))
    }
  }

  /// Lets the periods wait in which cells cannot be protected, with all that sums tie to them
  /// there; where they are no figures of a period, all that sums tie to them.
  ///
  /// - Returns: whether anything waits that did not.
  mutating func add(
    _ failures: [Int], of system: JointSystem
  ) throws(WithholdingError) -> Bool {
    let before = self
    let failures = Set(failures)
    for part in try system.table.connected() {
      let own = part.cells.filter(failures.contains)
      guard !own.isEmpty else { continue }
      add(own, part.cells, system)
    }
    return self != before
  }

  private mutating func add(_ failures: [Int], _ part: [Int], _ system: JointSystem) {
    let before = self
    let (figures, flows) = (system.figures.count, system.flows.count)
    let names = part.filter { $0 < figures }.map { system.figures[$0] }
      .filter { !system.isPast($0) }
    let periods = Set(failures.filter { $0 < figures }.map { system.figures[$0].period })
    hasFlows = hasFlows || part.contains { $0 >= figures && $0 < figures + flows }
    for name in names where name.period == system.coverage || periods.contains(name.period) {
      insert(name)
    }
    if self == before || failures.contains(where: { $0 >= figures + flows }) {
      names.forEach { insert($0) }
    }
  }

  private mutating func insert(_ name: FigureName) {
    kinds.insert(Kind(period: name.period, indicator: name.indicator))
  }
}
