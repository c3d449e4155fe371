public import Records

/// What a figure counts (RULES, "indicator").
public struct Indicator: Hashable, Sendable, Comparable {
  /// What is counted, in the order of output.
  public enum Stem: UInt8, CaseIterable, Hashable, Sendable {
    case incidents
    case killed
    case injured
    case detained
    case displaced
    case evicted
    case relocated
    case returned
    case departed
    case arrived
    case returnsIn
    case returnsOut
    case net
    case idps
    case refugees
    case asylumSeekers
    case returnees
  }

  public enum Kind: Hashable, Sendable {
    case eventCount
    case flow
    /// Never adds up over time (rule F2).
    case stock
    /// Arrivals − departures + returns in − returns out (rule F7); may be negative.
    case net
  }

  public let stem: Stem
  public let unit: Movement.Unit

  public init(_ stem: Stem, unit: Movement.Unit = .persons) {
    self.stem = stem
    self.unit = unit
  }

  public var kind: Kind {
    switch stem {
    case .incidents: .eventCount
    case .net: .net
    case .idps, .refugees, .asylumSeekers, .returnees: .stock
    default: .flow
    }
  }

  /// As in files and options: `killed`, `displaced_households`.
  ///
  /// Households become persons only with a declared household size; otherwise they are an
  /// indicator of their own (rule F3).
  public var name: String {
    unit == .households ? "\(stemName)_households" : stemName
  }

  /// `events`, `persons` or `households`.
  public var unitName: String {
    stem == .incidents ? "events" : unit.rawValue
  }

  /// The indicator of a name, or `nil`.
  public init?(name: String) {
    for stem in Stem.allCases {
      for unit in Movement.Unit.allCases {
        let candidate = Indicator(stem, unit: unit)
        guard candidate.name == name else { continue }
        self = candidate
        return
      }
    }
    return nil
  }

  private var stemName: String {
    switch stem {
    case .incidents: "incidents"
    case .killed: "killed"
    case .injured: "injured"
    case .detained: "detained"
    case .displaced: "displaced"
    case .evicted: "evicted"
    case .relocated: "relocated"
    case .returned: "returned"
    case .departed: "departed"
    case .arrived: "arrived"
    case .returnsIn: "returns_in"
    case .returnsOut: "returns_out"
    case .net: "net"
    case .idps: "idps"
    case .refugees: "refugees"
    case .asylumSeekers: "asylum_seekers"
    case .returnees: "returnees"
    }
  }

  public static func < (left: Indicator, right: Indicator) -> Bool {
    left.stem == right.stem
      ? left.unit == .persons && right.unit == .households
      : left.stem.rawValue < right.stem.rawValue
  }
}
