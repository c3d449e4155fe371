public import Records
public import Regions

/// One figure: a place, a period, an indicator and a category.
///
/// Confidential: a tally has no description and cannot be encoded. What may be published is made
/// from it in the module Disclosure.
public struct Tally: Sendable {
  /// Through which layer the place is seen.
  public enum View: Hashable, Sendable, Comparable {
    case level(Level)
    /// A zone is a second view of the same records and is never added to a level.
    case zone

    public static func < (left: View, right: View) -> Bool { left.rank < right.rank }

    private var rank: UInt8 {
      switch self {
      case .level(let level): level.rawValue
      case .zone: .max
      }
    }
  }

  /// Where the records behind a figure are, in one view (rule P1).
  public enum Site: Hashable, Sendable {
    case region(RegionNumber)
    /// Somewhere in this region, not known to the level of the view.
    case unspecified(RegionNumber)
    case external(String)
    case outside
    case unplaced
  }

  public enum Status: Hashable, Sendable {
    case reported
    case zero
    case notStated
    case otherSources
  }

  public let view: View
  public let site: Site
  public let period: PeriodKey
  public let indicator: Indicator
  /// Empty for the total.
  public let category: String
  public let low: Quantity?
  public let best: Quantity?
  public let high: Quantity?
  public let isLowOpen: Bool
  public let isBestOpen: Bool
  public let isHighOpen: Bool
  /// Records behind the figure.
  public let records: Int
  /// The largest best number that one of them contributes.
  public let largest: Quantity
  public let status: Status
  /// For a stock, the day of the latest value in it.
  public let asOf: Day?
}

/// People who moved from one place to another over the whole coverage.
public struct FlowTally: Sendable {
  public let level: Level
  public let origin: Tally.Site
  public let destination: Tally.Site
  public let kind: Movement.Kind
  public let unit: Movement.Unit
  public let low: Quantity?
  public let best: Quantity?
  public let high: Quantity?
  public let records: Int
  /// The largest best number that one of them contributes.
  public let largest: Quantity
  public let status: Tally.Status
}
