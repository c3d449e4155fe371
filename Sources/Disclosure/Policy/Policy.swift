import Records
public import Regions
public import Tallies

/// What a release may show of which indicator (rules D1, D2 and D6).
public struct Policy: Hashable, Sendable {
  /// How one indicator is treated, and why.
  public struct Decision: Hashable, Sendable {
    public var sensitivity: Sensitivity
    public var reason: String

    public init(_ sensitivity: Sensitivity, _ reason: String) {
      self.sensitivity = sensitivity
      self.reason = reason
    }
  }

  /// How figures are rounded.
  public struct Rounding: Hashable, Sendable {
    /// Figures become multiples of it.
    public var base: Int
    /// Whether figures may go to the multiple after the one beside them where sums ask for it.
    public var mayGoFurther: Bool

    public init(base: Int, mayGoFurther: Bool = false) {
      self.base = base
      self.mayGoFurther = mayGoFurther
    }

    /// The most by which a whole number may differ from what is shown. It says nothing of the
    /// numbers: not whether any had to go further.
    public var most: Int { (mayGoFurther ? 2 : 1) * base - 1 }
  }

  public var name: String
  public var primary: PrimaryRule
  /// Whether somebody who knows the one record behind a figure must not learn another from it.
  public var guardsInsiders: Bool
  /// The shortest period that protected indicators are shown by.
  public var smallestPeriod: Step
  /// The finest level at which protected indicators are shown where people were.
  public var finestLevel: Level
  /// The finest level at which they are shown where people are now: arrivals, returns, stocks.
  public var finestDestinationLevel: Level
  /// The finest level at which protected indicators are broken down by category.
  public var finestCategoryLevel: Level
  /// How protected figures are rounded, instead of withholding any; `nil` where they are withheld.
  public var rounding: Rounding?

  private var decisions: [Indicator: Decision]

  init(
    name: String, primary: PrimaryRule, guardsInsiders: Bool = true, smallestPeriod: Step,
    finestLevel: Level, finestDestinationLevel: Level, finestCategoryLevel: Level = .governorate,
    _ decide: (Indicator.Stem) -> Decision
  ) {
    self.name = name
    self.primary = primary
    self.guardsInsiders = guardsInsiders
    self.smallestPeriod = smallestPeriod
    self.finestLevel = finestLevel
    self.finestDestinationLevel = finestDestinationLevel
    self.finestCategoryLevel = finestCategoryLevel
    decisions = [:]
    for indicator in Indicator.all { decisions[indicator] = decide(indicator.stem) }
  }

  /// An indicator that no policy speaks of would be withheld.
  public subscript(indicator: Indicator) -> Decision {
    get {
      decisions[indicator] ?? Decision(.withheld, "no decision has been made about it")
    }
    set { decisions[indicator] = newValue }
  }

  /// Of the indicators that a run counts (none stands for all), those that may be shown.
  public func shown(of counted: Set<Indicator>) -> Set<Indicator> {
    (counted.isEmpty ? Set(Indicator.all) : counted)
      .filter { self[$0].sensitivity != .withheld }
  }

  /// The public indicators of movements where others of them are protected: they bound those, and
  /// so are told by the rules of a series (D5) as well. None where all are public, or none.
  var publicMovements: Set<Indicator> {
    let movements = Indicator.all.filter(\.isOfMovement)
    guard movements.contains(where: { self[$0].sensitivity == .protected }) else { return [] }
    return Set(movements.filter { self[$0].sensitivity == .public })
  }

  /// The finest level at which a protected indicator is shown.
  public func finestLevel(of indicator: Indicator) -> Level {
    indicator.isAboutPresence ? finestDestinationLevel : finestLevel
  }
}

extension Indicator {
  /// Every indicator that occurs, in the order of output.
  public static let all: [Indicator] = Stem.allCases.flatMap { stem in
    stem.isOfPersonsOnly
      ? [Indicator(stem)] : [Indicator(stem), Indicator(stem, unit: .households)]
  }

  /// Whether it says where people are now, so that they could be looked for there.
  public var isAboutPresence: Bool {
    switch stem {
    case .returned, .arrived, .returnsIn, .net, .idps, .refugees, .asylumSeekers, .returnees: true
    case .incidents, .killed, .injured, .detained, .displaced, .evicted, .relocated, .departed,
      .returnsOut:
      false
    }
  }
}

extension Indicator {
  /// Whether it counts people on the move, so that it is tied to others that do (rule F7).
  public var isOfMovement: Bool {
    switch stem {
    case .displaced, .evicted, .relocated, .returned, .departed, .arrived, .returnsIn,
      .returnsOut:
      true
    case .incidents, .killed, .injured, .detained, .net, .idps, .refugees, .asylumSeekers,
      .returnees:
      false
    }
  }
}

extension Indicator.Stem {
  fileprivate var isOfPersonsOnly: Bool {
    switch self {
    case .incidents, .killed, .injured, .detained: true
    default: false
    }
  }
}
