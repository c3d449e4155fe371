import Regions
import Tallies

extension Policy {
  /// The policies that come with the program, by their names.
  public static let named: [Policy] = [.public, .strict, .partners]

  /// The default: for everybody.
  public static let `public` = Policy(
    name: "public", primary: PrimaryRule(), smallestPeriod: .week, finestLevel: .neighborhood,
    finestDestinationLevel: .subdistrict, decision(on:))

  /// Where somebody may look for the people counted.
  public static let strict = Policy(
    name: "strict",
    primary: PrimaryRule(threshold: 10, leastRecords: 3, mostOfOneRecordPercent: 70),
    smallestPeriod: .month, finestLevel: .subdistrict, finestDestinationLevel: .district
  ) { stem in
    switch stem {
    case .asylumSeekers:
      Decision(.withheld, "who asked for asylum has fled from a state that may read this")
    case .detained:
      Decision(.withheld, "a figure of detained people can be turned against their families")
    default: decision(on: stem)
    }
  }

  /// For organisations that have agreed in writing not to publish it further.
  public static let partners = Policy(
    name: "partners",
    primary: PrimaryRule(
      threshold: 3, leastRecords: 2, mostOfOneRecordPercent: 90, recordsMatterBelow: 1000),
    smallestPeriod: .week, finestLevel: .neighborhood, finestDestinationLevel: .subdistrict,
    decision(on:))

  private static func decision(on stem: Indicator.Stem) -> Decision {
    switch stem {
    case .incidents:
      Decision(.public, "that something happened there is known to all who were near")
    case .killed:
      Decision(.public, "the dead can no longer be harmed, and those who mourn want them counted")
    case .injured:
      Decision(.protected, "the injured live, and lie where they can be found")
    case .detained:
      Decision(.protected, "the detained and their families can be made to pay for being counted")
    case .displaced, .departed:
      Decision(.protected, "few who left one place are known by name to those who stayed")
    case .evicted, .relocated:
      Decision(.protected, "a few households put out are known, and their claims make enemies")
    case .returned, .returnsIn, .returnsOut:
      Decision(.protected, "who has come back can be sought at home")
    case .arrived:
      Decision(.protected, "a few newcomers are found where they arrived")
    case .net:
      Decision(.protected, "it follows from arrivals, departures and returns")
    case .idps, .returnees:
      Decision(.protected, "people present at a place can be found there")
    case .refugees:
      Decision(.protected, "few people of one origin in one place are known there")
    case .asylumSeekers:
      Decision(.protected, "who asked for asylum has somebody to fear")
    }
  }
}
