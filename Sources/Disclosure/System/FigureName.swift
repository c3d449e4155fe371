public import Records
public import Regions
public import Tallies

/// What a figure is about: the same name for one that was counted and one that was read back
/// from a release.
public struct FigureName: Hashable, Sendable {
  public var view: Tally.View
  public var site: Tally.Site
  public var period: FigurePeriod
  public var indicator: Indicator
  /// Empty for the total.
  public var category: String

  public init(
    view: Tally.View, site: Tally.Site, period: FigurePeriod, indicator: Indicator,
    category: String
  ) {
    self.view = view
    self.site = site
    self.period = period
    self.indicator = indicator
    self.category = category
  }
}

extension FigureName {
  /// The same over any days.
  package var withoutDays: FigureName {
    var name = self
    name.period = .noDays
    return name
  }
}

/// The days that a figure is about.
public struct FigurePeriod: Hashable, Sendable, Comparable {
  public enum Kind: UInt8, Hashable, Sendable {
    /// All days of the release.
    case coverage
    /// One of the periods that the release is broken down by.
    case period
    /// Somewhere between the days, which are a standard period.
    case unspecified
    /// Days that no standard period holds; shown as somewhere in the coverage.
    case beyond
  }

  public let kind: Kind
  public let first: Day
  public let last: Day

  public init(_ kind: Kind, first: Day, last: Day) {
    self.kind = kind
    self.first = first
    self.last = last
  }

  /// Of what is about no days, or about any.
  package static let noDays = FigurePeriod(
    .coverage, first: Day(number: 0), last: Day(number: 0))

  public var dayCount: Int { Int(last.number) - Int(first.number) + 1 }

  public static func < (left: FigurePeriod, right: FigurePeriod) -> Bool {
    (left.first, left.last, left.kind.rawValue) < (right.first, right.last, right.kind.rawValue)
  }
}

/// What a figure between two places is about. Flows are counted over the whole coverage.
public struct FlowName: Hashable, Sendable {
  public var level: Level
  public var origin: Tally.Site
  public var destination: Tally.Site
  public var kind: Movement.Kind
  public var unit: Movement.Unit

  public init(
    level: Level, origin: Tally.Site, destination: Tally.Site, kind: Movement.Kind,
    unit: Movement.Unit
  ) {
    self.level = level
    self.origin = origin
    self.destination = destination
    self.kind = kind
    self.unit = unit
  }
}

extension FlowName {
  /// What it is part of where it begins and where it ends: as sensitive as either of them.
  package var ends: [Indicator] {
    (kind == .return ? [.returnsOut, .returnsIn] : [.departed, .arrived])
      .map { Indicator($0, unit: unit) }
  }
}
