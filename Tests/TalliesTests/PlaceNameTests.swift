import Records
import Regions
import Testing

@testable import Tallies

/// Rules P5 to P8, and zones. The map is drawn in `World`.
@Suite("Placing by codes and names")
struct PlaceNameTests {
  let placer: Placer

  init() throws { placer = try World.placer() }

  // MARK: - P5

  @Test("P5: where the point only represents an area, the code decides, without a finding")
  func codeDecides() {
    let place = Place.at(37.5, 34.5, .level(.governorate), named: ["Hama"])
    #expect(placer.node(place) == "G4")
    #expect(placer.place(place).remarks.isEmpty)
  }

  @Test("P5: otherwise the point decides, and a disagreement between governorates is a finding")
  func pointDecides() {
    let apart = placer.place(.at(37.7, 34.7, named: ["Hama"]))
    #expect(apart.node(in: placer.catalog) == "G2B2")
    #expect(apart.rules == [.codeAgainstPoint])
    let outside = placer.place(.at(30, 30, named: ["Hama"]))
    #expect(outside.node(in: placer.catalog) == "outside")
    #expect(outside.rules == [.outsideRegions, .codeAgainstPoint])
  }

  @Test(
    "P1: codes that contradict each other say no more than what holds both",
    arguments: [
      (["G4", "G2A1"], "SY", [.codesDisagree]), (["G4", "G4A", "G4B1"], "G4", [.codesDisagree]),
      (["G4", "G4B1"], "G4B1", []), (["G4A1", "G4"], "G4", []),
    ] as [([String], String, [FindingRule])])
  func contradiction(codes: [String], node: String, rules: [FindingRule]) {
    let place = Place(designations: [codes.map { Designation(code: $0) }])
    #expect(placer.node(place) == node)
    #expect(placer.place(place).rules == rules)
  }

  @Test("P5: a disagreement below the governorate is none, nor a disc across governorates")
  func noDisagreement() {
    #expect(placer.place(.at(37.7, 35.2, named: ["Suqaylabiyah"])).remarks.isEmpty)
    let disc = placer.place(.at(37.01, 35.2, .meters(5_000), country: "SY", named: ["Hama"]))
    #expect(disc.node(in: placer.catalog) == "SY")
    #expect(disc.remarks.isEmpty)
  }

  @Test("P5: a code coarser than the precision lets the point say more, inside it only")
  func pointSaysMore() {
    #expect(placer.node(.at(37.7, 35.2, .level(.district), named: ["Hama Governorate"])) == "G4B")
    #expect(placer.node(.at(36.7, 35.2, .level(.district), named: ["Hama Governorate"])) == "G4")
  }

  // MARK: - P6

  @Test(
    "P6: names match after normalisation; a shared name means the highest that bears it",
    arguments: [
      ("Hama", "G4"), ("HAMA", "G4"), ("حماة", "G4"), ("حماه", "G4"), ("Hama District", "G4A"),
      ("Suqaylabiyah", "G4A1"), ("Hadir", "N2"), ("Syria", "SY"), ("سوريا", "SY"),
      ("Lebanon", "!LBN"), ("لبنان", "!LBN"), ("Abroad", "!ABROAD"),
    ])
  func names(_ name: String, _ expected: String) {
    #expect(placer.node(.named(name)) == expected)
  }

  @Test("P6: a level that the record states is looked at alone")
  func statedLevel() {
    let place = Place(designations: [[Designation(level: .district, name: "Hama")]])
    #expect(placer.node(place) == "G4A")
  }

  @Test("P6: two candidates at one level are unplaced, and the finding names both")
  func ambiguous() throws {
    let answer = placer.place(.named("Salamiyah"))
    #expect(answer.placement.node == .unplaced)
    #expect(answer.rules == [.ambiguousName])
    let message = try #require(answer.remarks.first).message
    #expect(message.contains("G2B1") && message.contains("G4B1"))
    #expect(placer.node(.named("Kafr")) == "unplaced")
  }

  @Test("P6: the parent that the record gives tells namesakes apart")
  func scoped() {
    #expect(placer.node(.named("Hama", "Salamiyah")) == "G4B1")
    #expect(placer.node(.named("حمص", "سلمية")) == "G2B1")
    #expect(placer.node(.named("Homs", "Kafr")) == "G2B1")
  }

  @Test("P6: nothing is guessed from a similar name; the parent and the country still hold")
  func unknown() {
    let alone = placer.place(.named("Hamma"))
    #expect(alone.placement.node == .unplaced)
    #expect(alone.rules == [.unknownName])
    #expect(placer.node(.named("Homs", "Hamma")) == "G2")
    #expect(placer.node(.named("Hamma", country: "Syria")) == "SY")
  }

  @Test("P6: codes are looked up as they stand; an unknown code beside a known name is a finding")
  func codes() {
    #expect(placer.node(.codes("G4A1")) == "G4A1")
    #expect(placer.node(.codes("C2")) == "G4A1")
    #expect(placer.node(.codes("LBN")) == "!LBN")
    #expect(placer.place(.codes("G9")).rules == [.unknownCode])
    let both = placer.place(Place(designations: [[Designation(code: "G9", name: "Homs")]]))
    #expect(both.node(in: placer.catalog) == "G2")
    #expect(both.rules == [.unknownCode])
  }

  @Test(
    "FORMATS: a detail that names one neighborhood of the subdistrict found places it there",
    arguments: [
      ("Bab Qibli", "N1"), ("Hama city (Bab Qibli)", "N1"), ("Bab Qibli, Hama", "N1"),
      ("Bab Qibli and others", "G4A1"), ("Bab Qibli, Al-Hadir", "G4A1"), ("near Homs", "G4A1"),
    ])
  func detail(_ detail: String, _ expected: String) {
    #expect(placer.node(.at(37.3, 35.3, .settlement, detail: detail)) == expected)
  }

  // MARK: - P7

  @Test("P7: a set is unspecified in its smallest common ancestor, and keeps its members")
  func sets() {
    let across = placer.place(.codes("G3", "G1", "G4"))
    #expect(across.node(in: placer.catalog) == "SY")
    #expect(across.placement.set == ["G1", "G3", "G4"])
    #expect(placer.node(.codes("G4A1", "G4B1")) == "G4")
    #expect(placer.node(.codes("G4A1", "G4A2")) == "G4A")
    #expect(placer.node(.codes("G4", "G4A1")) == "G4")
    #expect(placer.place(.codes("G4", "G4")).placement.set.isEmpty)
  }

  @Test("P7: a set with a zone or a town is held by what holds them")
  func setsWithZones() {
    let set = placer.place(.codes("G4", "Z1"))
    #expect(set.node(in: placer.catalog) == "SY")
    #expect(set.placement.set == ["G4", "Z1"])
    #expect(placer.node(.codes("G2A1", "Z3")) == "G2")
    #expect(placer.node(.codes("C1", "G4B1")) == "G4")
  }

  @Test("P7: a set with a member that is unknown, ambiguous or abroad is unplaced")
  func brokenSets() {
    #expect(placer.node(.codes("G4", "G9")) == "unplaced")
    #expect(
      placer.node(.at(37, 35, .level(.governorate), named: ["Hama", "Salamiyah"])) == "unplaced")
    #expect(placer.node(.codes("G4", "LBN")) == "unplaced")
    #expect(placer.node(.codes("LBN", "TUR")) == "!ABROAD")
    #expect(placer.node(.codes("LBN", "LBN")) == "!LBN")
  }

  // MARK: - P8

  @Test(
    "P8: a record of another country is external, whatever its point says",
    arguments: [("Lebanon", "!LBN"), ("TR", "!TUR"), ("Iraq", "!IRQ"), ("Atlantis", "!ABROAD")])
  func otherCountry(_ country: String, _ expected: String) {
    #expect(placer.node(.at(37.2, 35.2, country: country, named: ["Hama"])) == expected)
  }

  @Test("P8: a record of the country is placed, and one that says no more is in the country")
  func ownCountry() {
    #expect(placer.node(.at(37.2, 35.2, country: "SYR")) == "G4A1")
    #expect(placer.node(Place(country: "Syrian Arab Republic")) == "SY")
  }

  // MARK: - Zones

  @Test(
    "zones: a point counts in the zones that cover it, an area in those it is part of",
    arguments: [
      (.at(37.05, 35.3), "Z1"), (.at(36.95, 35.3), "Z1 Z2"), (.at(37.2, 35.3), ""),
      (.at(36.95, 35.3, .level(.governorate)), "Z2 ?Z1"), (.codes("G4A1"), "?Z1"),
      (.codes("G4B1"), ""), (.codes("G2A1"), "Z3"), (.codes("G2"), "?Z3"), (.codes("G1"), "Z2"),
      // A snapped point counts in the zones made of its region.
      (.at(35.99, 34.25), "Z2"),
    ] as [(Place, String)])
  func zones(_ place: Place, _ expected: String) {
    #expect(placer.zones(place) == expected)
  }

  @Test("zones: a town counts in its subdistrict by its code and in zones by its point")
  func townInZone() {
    #expect(placer.node(.named("Suqaylabiyah")) == "G4A1")
    #expect(placer.zones(.named("Suqaylabiyah")) == "Z1")
    // Its point lies beyond the border, in Latakia, which is part of Z2, too.
    #expect(placer.node(.named("Qarqur")) == "G4A1")
    #expect(placer.zones(.named("Qarqur")) == "Z1 Z2")
    #expect(placer.zones(.codes("C1")) == "")
  }

  @Test("zones: a record in a zone by name is surely in it, and unspecified in its parent")
  func namedZone() {
    #expect(placer.node(.named("Ghab Plain")) == "SY")
    #expect(placer.zones(.named("سهل الغاب")) == "Z1 ?Z2 ?Z3")
    #expect(placer.node(.named("Steppe")) == "G2")
    #expect(placer.zones(.named("Steppe")) == "Z3")
  }

  @Test("zones: a set is surely in a zone that holds all of its members, and maybe in others")
  func setInZone() {
    #expect(placer.zones(.codes("G1", "G3")) == "Z2 ?Z1 ?Z3")
    #expect(placer.zones(.codes("G2A1", "Z3")) == "Z3")
    #expect(placer.zones(.codes("Z1", "G4")) == "?Z1 ?Z2 ?Z3")
  }

  // The middle of Z1 is 0.1° (9,096 m at 35.4 N) from its western and eastern borders.
  @Test("zones: a disc inside a zone is surely there, one across its border maybe")
  func discInZone() {
    #expect(placer.zones(.at(37, 35.4, .meters(9_000), country: "SY")).contains("Z1"))
    #expect(!placer.zones(.at(37, 35.4, .meters(9_000), country: "SY")).contains("?Z1"))
    #expect(placer.zones(.at(37.2, 35.4, .meters(9_200), country: "SY")) == "?Z1")
    #expect(placer.zones(.at(37.2, 35.4, .meters(9_000), country: "SY")) == "")
  }
}
