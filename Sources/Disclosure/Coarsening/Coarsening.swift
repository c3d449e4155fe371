public import Regions
public import Tallies

/// A coarser report of the same records: what is given up so that the rest can be protected.
public struct Coarsening: Hashable, Sendable {
  /// What becomes of the periods.
  public enum Periods: Hashable, Sendable {
    case kept
    case by(Step)
    /// Totals over the whole coverage alone.
    case left
  }

  /// What becomes of categories.
  public enum Categories: Hashable, Sendable {
    case kept
    /// Shown of the whole country alone.
    case ofCountry
    case left
  }

  /// The finest level at which protected figures are still shown; `nil` where that stays.
  public var level: Level?
  public var periods: Periods
  public var categories: Categories

  public init(
    level: Level? = nil, periods: Periods = .kept, categories: Categories = .kept
  ) {
    self.level = level
    self.periods = periods
    self.categories = categories
  }

  /// The policy with what it takes.
  public func policy(_ policy: Policy) -> Policy {
    var coarse = policy
    if let level {
      coarse.finestLevel = min(policy.finestLevel, level)
      coarse.finestDestinationLevel = min(policy.finestDestinationLevel, level)
    }
    if categories == .ofCountry { coarse.finestCategoryLevel = .country }
    return coarse
  }

  /// The settings of the run with what it takes.
  public func settings(_ settings: ReportSettings) -> ReportSettings {
    var coarse = settings
    switch periods {
    case .kept: break
    case .by(let step): coarse.step = step
    case .left: coarse.step = nil
    }
    if categories == .left { coarse.category = nil }
    return coarse
  }

  /// Whether whatever this one gives up is given up by another as well.
  func isPart(of other: Coarsening) -> Bool {
    let places = level.map { level in other.level.map { $0 <= level } ?? false } ?? true
    return places && periods.rank <= other.periods.rank
      && categories.rank <= other.categories.rank
  }
}

extension Coarsening.Periods {
  fileprivate var rank: Int {
    switch self {
    case .kept: -1
    case .by(let step): Int(step.rawValue)
    case .left: .max
    }
  }
}

extension Coarsening.Categories {
  fileprivate var rank: Int {
    switch self {
    case .kept: 0
    case .ofCountry: 1
    case .left: 2
    }
  }
}
