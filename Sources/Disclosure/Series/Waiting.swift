import Regions
public import Tallies

/// What of a series waits for another revision, because it cannot be told anew.
///
/// What a release would tell may give away what has to be withheld, given all that was told before.
/// Then levels that were never told of a period are left out of it; or the period keeps what was
/// told of it, which was proven when it was told. The totals over all days, which would differ from
/// their periods, are left out with them. So a series can always go on.
public struct Waiting: Hashable, Sendable {
  /// Figures of one period that belong together: movements of persons, of households, or one of
  /// the other indicators.
  public struct Group: Hashable, Sendable, Comparable {
    public let period: FigurePeriod
    public let indicator: Indicator

    init(_ name: FigureName) {
      period = name.period
      indicator = Self.indicator(name.indicator)
    }

    /// One for all that belong together.
    static func indicator(_ indicator: Indicator) -> Indicator {
      indicator.isOfMovement || indicator.kind == .net
        ? Indicator(.displaced, unit: indicator.unit) : indicator
    }

    public static func < (left: Group, right: Group) -> Bool {
      (left.period, left.indicator) < (right.period, right.indicator)
    }
  }

  /// How much of a group waits.
  public enum Extent: Hashable, Sendable {
    /// What was never told of the period at this view and at those behind it.
    case new(from: Tally.View)
    case all
  }

  public private(set) var groups: [Group: Extent] = [:]
  /// Whether all flows wait.
  public internal(set) var hasFlows = false

  public var isEmpty: Bool { groups.isEmpty && !hasFlows }

  /// In words, without any number that was counted.
  public var text: String {
    let groups = groups.sorted { $0.key < $1.key }.map { group, extent in
      "\(group.subject), \(group.period.first)/\(group.period.last)\(extent.text)"
    }
    return (groups + (hasFlows ? ["flows"] : [])).joined(separator: "; ")
  }

  subscript(name: FigureName) -> Extent? { groups.isEmpty ? nil : groups[Group(name)] }

  /// - Parameter coverage: the totals over all days wait with any of their periods.
  mutating func add(_ name: FigureName, _ extent: Extent, coverage: FigurePeriod) {
    add(Group(name), extent)
    addTotal(name, extent, coverage: coverage)
  }

  /// The total over all days alone.
  mutating func addTotal(_ name: FigureName, _ extent: Extent, coverage: FigurePeriod) {
    var total = name
    total.period = coverage
    add(Group(total), extent)
  }

  private mutating func add(_ group: Group, _ extent: Extent) {
    groups[group] = groups[group].map { Extent.more($0, extent) } ?? extent
  }
}

extension Waiting.Group {
  /// Who is counted.
  fileprivate var subject: String {
    indicator.isOfMovement ? "movements of \(indicator.unitName)" : indicator.name
  }
}

extension Waiting.Extent {
  fileprivate var text: String {
    switch self {
    case .all: ""
    case .new(.zone): " by zone"
    case .new(.level(let level)): " from \(level.name) down"
    }
  }

  fileprivate static func more(_ one: Self, _ other: Self) -> Self {
    guard case .new(let left) = one, case .new(let right) = other else { return .all }
    return .new(from: min(left, right))
  }
}
