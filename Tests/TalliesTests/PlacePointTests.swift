import Records
import Regions
import Testing

@testable import Tallies

/// Rules P1 to P4, for places given by a point. The map is drawn in `World`.
@Suite("Placing a point")
struct PlacePointTests {
  let placer: Placer

  init() throws { placer = try World.placer() }

  @Test(
    "P1: a point ends in the finest region that covers it, or outside",
    arguments: [
      (37.11, 35.11, "N1"), (37.2, 35.2, "G4A1"), (36.7, 34.9, "G1B2"), (30, 30, "outside"),
      (.nan, 35, "outside"), (.infinity, -.infinity, "outside"), (4239.00416, 35, "outside"),
    ] as [(Double, Double, String)])
  func finest(_ longitude: Double, _ latitude: Double, _ expected: String) {
    #expect(placer.node(.at(longitude, latitude)) == expected)
  }

  @Test(
    "P2: a point on a shared border goes to the smaller id, down one chain of parents",
    arguments: [
      // On the border of G1 and G2: G1, and then its children; and where all four meet.
      (37, 34.2, "G1B1", 0b1110), (37, 35, "G1B2", 0b1110),
      // On the border of G3 and G1 only governorates, districts and subdistricts tie.
      (36.2, 35, "G1A2", 0b1110),
      // Between two subdistricts of one district.
      (36.2, 34.5, "G1A1", 0b1000),
      // Between two neighborhoods, and on the edge of one alone.
      (37.12, 35.11, "N1", 0b10000), (37.10, 35.11, "N1", 0),
    ] as [(Double, Double, String, UInt8)])
  func borders(_ longitude: Double, _ latitude: Double, _ expected: String, _ ties: UInt8) throws {
    let answer = placer.place(.at(longitude, latitude))
    #expect(answer.node(in: placer.catalog) == expected)
    #expect(answer.placement.ties == ties)
  }

  // One degree of longitude at 34.25 N is 92,113 m on WGS 84 (π a cos φ / 180 √(1 − e² sin² φ)),
  // so 0.0161° are 1,483 m and 0.0165° are 1,520 m.
  @Test(
    "P3: a point within 1,500 m of the coast snaps down to the subdistrict, no farther one does",
    arguments: [(0.0161, "G1A1"), (0.0165, "outside")])
  func snap(_ degrees: Double, _ expected: String) {
    #expect(placer.node(.at(36 - degrees, 34.25)) == expected)
  }

  @Test("P3: a snapped point is marked at every level it was snapped at")
  func snapMarks() {
    // Country, governorate, district, subdistrict.
    #expect(placer.place(.at(35.99, 34.25)).placement.snapped == 0b1111)
    #expect(placer.place(.at(36.01, 34.25)).placement.snapped == 0)
  }

  @Test("P3: without a snap distance a point beside the coast is outside")
  func noSnap() throws {
    let strict = try World.placer(snapMeters: 0)
    #expect(strict.node(.at(35.9999, 34.25)) == "outside")
    #expect(strict.node(.at(36, 34.25)) == "G1A1")
  }

  @Test("P3: nothing is ever snapped into a neighborhood")
  func neverIntoNeighborhoods() {
    // 0.0001° (9 m) west of N1.
    let answer = placer.place(.at(37.0999, 35.11))
    #expect(answer.node(in: placer.catalog) == "G4A1")
    #expect(answer.placement.snapped == 0)
  }

  @Test("P3: of two regions equally near, the smaller id takes the point")
  func snapTie() {
    #expect(placer.node(.at(35.99, 35)) == "G1A2")
  }

  @Test(
    "P4: a place counts no finer than it is known",
    arguments: [
      (nil, "N1"), (.exact, "N1"), (.settlement, "G4A1"), (.level(.neighborhood), "N1"),
      (.level(.subdistrict), "G4A1"), (.level(.district), "G4A"), (.level(.governorate), "G4"),
      (.level(.country), "SY"), (.outside, "outside"),
    ] as [(Precision?, String)])
  func precision(_ precision: Precision?, _ expected: String) {
    #expect(placer.node(.at(37.11, 35.11, precision)) == expected)
  }

  // At 35.11 N one degree of longitude is 91,166 m and one of latitude 110,937 m; N1 measures
  // 0.02° by 0.02°, so its borders are 912 m (west, east) and 1,109 m (south, north) from its
  // middle 37.11 35.11. The borders of G4A1 are 10,028 m away in the west (longitude 37).
  @Test(
    "P4: a disc counts at the finest level whose region covers it",
    arguments: [
      (0, "N1"), (900, "N1"), (920, "G4A1"), (10_000, "G4A1"), (10_050, "SY"), (90_000, "SY"),
    ] as [(Double, String)])
  func disc(_ meters: Double, _ expected: String) {
    #expect(placer.node(.at(37.11, 35.11, .meters(meters), country: "SY")) == expected)
  }

  // 37.45 is 0.05° (4,558 m) from the district border at 37.5; 37 and 38 lie farther.
  @Test("P4: a disc across a district's border counts in the governorate")
  func discInGovernorate() {
    #expect(placer.node(.at(37.45, 35.3, .meters(5_000), country: "SY")) == "G4")
    #expect(placer.node(.at(37.45, 35.3, .meters(4_500), country: "SY")) == "G4A1")
  }

  @Test("P4: the sea takes nothing of a disc from a record of the country, but of others it may")
  func discAtTheCoast() {
    // 0.01° (921 m) east of the coast, G1's other borders are 20 km away and more.
    #expect(placer.node(.at(36.01, 34.25, .meters(1_500), country: "SY")) == "G1A1")
    #expect(placer.node(.at(36.01, 34.25, .meters(1_500))) == "SY")
    #expect(placer.node(.at(36.01, 34.25, .meters(900))) == "G1A1")
  }

  @Test("P4: a point that stands for the country stays in the country (UCDP, 35 N 38 E)")
  func countryPoint() {
    let place = Place(
      country: "Syria", point: Coordinate(longitude: 37.5, latitude: 35.5),
      precision: .level(.country))
    #expect(placer.node(place) == "SY")
    #expect(placer.zones(place) == "?Z1 ?Z2 ?Z3")
  }

  @Test("swapped axes are refused with a finding; the code, if any, is used")
  func swapped() {
    let bare = placer.place(.at(35.3, 37.2))
    #expect(bare.placement.node == .unplaced)
    #expect(bare.rules == [.swappedAxes])
    let coded = placer.place(.at(35.3, 37.2, named: ["Homs"]))
    #expect(coded.node(in: placer.catalog) == "G2")
    #expect(coded.rules == [.swappedAxes])
  }

  @Test("a point with equal longitude and latitude is taken as it is")
  func equalAxes() {
    #expect(placer.node(.at(36, 36)) == "G3A2")
  }
}

@Suite("Points taken as exact, for comparisons")
struct TrustedPointTests {
  private static func placer(trusting: Bool) throws -> Placer {
    let catalog = try World.catalog.get()
    return Placer(
      catalog: catalog, index: RegionIndex(catalog), names: RegionNames(catalog), snapMeters: 0,
      trustsPoints: trusting)
  }

  @Test("Precision, codes, names and country are set aside; a place without a point keeps them")
  func trusted() throws {
    let (trusting, plain) = (
      try Self.placer(trusting: true), try Self.placer(trusting: false)
    )
    let point = Coordinate(longitude: 37.2, latitude: 35.2)
    let bare = Place(point: point, precision: .exact)
    for place in [
      Place(point: point, precision: .level(.governorate)),
      Place(country: "Lebanon", point: point), Place(point: point, precision: .outside),
      Place(point: point, designations: [[Designation(code: "G1")]]),
    ] {
      #expect(trusting.place(place) == plain.place(bare))
      #expect(plain.place(place) != plain.place(bare))
    }
    let words = Place(designations: [[Designation(code: "G1")]])
    #expect(trusting.place(words) == plain.place(words))
  }
}
