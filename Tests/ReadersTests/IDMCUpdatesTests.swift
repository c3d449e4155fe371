import Readers
import Records
import Regions
import Testing

@Suite("IDMC's displacement updates are read by its own codes")
struct IDMCUpdatesTests {
  let reading: Reading

  init() throws { reading = try Reading(sample: "idmc-idu.json") }

  @Test("A1: every row is read or rejected with a finding")
  func accounts() {
    #expect(reading.summary.profile == "idmc-idu")
    #expect((reading.summary.rows, reading.summary.read) == (16, 12))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "8 row/overlaps role", "13 code/unknown qualifier", "14 code/unknown role",
        "16 place/bad-coordinate locations_coordinates",
        "17 date/ambiguous-order displacement_start_date",
        "17 date/ambiguous-order displacement_end_date",
        "0 place/no-accuracy locations_accuracy",
      ])
  }

  @Test("F4: a triangulation never counts beside a recommended figure")
  func triangulation() {
    #expect(!reading.records.contains { $0.key.id == "7" })
  }

  // The event of the first case is named "… - 07/11/2023" by IDMC, that of the second
  // "… - 23/09/2023".
  @Test(
    "T2: midnight somewhere, told in UTC, is the day that began there",
    arguments: [
      ("1", "2023-11-07", "2023-11-07"), ("8", "2023-09-23", "2023-09-23"),
      ("9", "2023-11-07", "2023-11-09"), ("11", "2023-11-07", "2023-11-07"),
      ("14", "2023-11-07", "2023-11-07"),
    ])
  func days(id: String, first: String, last: String) throws {
    #expect(try reading.record(id).dates == span(first, last))
  }

  @Test(
    "The qualifier closes the bounds that it can",
    arguments: [
      ("1", Figure(Quantity(120), .exact)), ("2", Figure(Quantity(2000), .atLeast)),
      ("3", Figure(Quantity(50), .atMost)), ("4", Figure(Quantity(300), .about)),
      ("15", Figure(Quantity(30), .atLeast)),
    ])
  func qualifiers(id: String, expected: Figure) throws {
    #expect(try reading.movement(id).figure == expected)
  }

  @Test("F5: a blank figure, as IDMC publishes 0, is not stated")
  func blank() throws {
    #expect(try reading.movement("8").figure == Figure(nil, .unstated))
  }

  @Test("P4: the accuracy of a location maps to a level; latitude stands first")
  func accuracy() throws {
    #expect(try reading.movement("1").origin?.precision == .level(.subdistrict))
    #expect(try reading.movement("2").origin?.precision == .level(.governorate))
    #expect(try reading.movement("6").origin?.precision == .exact)
    #expect(try reading.movement("11").origin?.precision == .level(.country))
    #expect(
      try reading.movement("2").origin?.point == Coordinate(longitude: 36.75, latitude: 35.13))
    #expect(
      try reading.movement("14").origin?.point == Coordinate(longitude: 36.75, latitude: 35.13))
  }

  @Test("P4: a point without an accuracy may stand for anything in its country")
  func noAccuracy() throws {
    #expect(try reading.movement("9").origin?.precision == .level(.country))
    #expect(try reading.movement("9").subkind == "Disaster")
  }

  @Test("A location is where people left, where they went, or both")
  func ends() throws {
    let across = try reading.movement("5")
    #expect(across.origin?.point == Coordinate(longitude: 36.63, latitude: 35.93))
    #expect(across.destination?.precision == .level(.district))
    let within = try reading.movement("6")
    #expect(within.origin == within.destination && within.origin != nil)
    #expect(try reading.movement("1").destination == nil)
  }

  @Test("F7: who arrived somewhere was displaced somewhere in the country")
  func destinationOnly() throws {
    let movement = try reading.movement("3")
    #expect(movement.origin == Place(country: "SYR"))
    #expect(movement.destination?.precision == .level(.district))
  }

  @Test("P7: several locations with one figure are a set without a split")
  func set() throws {
    #expect(
      try reading.movement("4").origin?.designations == [
        [Designation(level: .governorate, name: "Lattakia")],
        [Designation(level: .governorate, name: "Tartous")],
      ])
    #expect(try reading.movement("4").origin?.point == nil)
  }

  @Test("A point that cannot be leaves the name, from the coarsest down and without the country")
  func names() throws {
    #expect(
      try reading.movement("15").origin?.designations
        == [[Designation(level: .governorate, name: "Hama")]])
  }

  @Test("P8: a displacement in another country stays there")
  func country() throws { #expect(try reading.movement("10").origin?.country == "LBN") }

  @Test("The edition without roles and locations is read; so are households")
  func olderEdition() throws {
    let reading = try Reading(
      """
      id,country,iso3,latitude,longitude,centroid,displacement_type,qualifier,figure,unit,\
      household_size,displacement_date,displacement_start_date,displacement_end_date,year
      1,Syria,SYR,35.1,36.7,"[35.1, 36.7]",Conflict,total,4,Household,5.5,2023-11-06,,,2023
      2,Syria,SYR,35.1,36.7,"[35.1, 36.7]",Conflict,total,4,Tent,,2023-11-06,,,2023

      """)
    #expect(try reading.movement("1").unit == .households)
    #expect(try reading.movement("1").householdSize == decimal("5.5"))
    #expect(try reading.record("1").dates.first == day("2023-11-06"))
    #expect(reading.findingLines.first == "3 code/unknown unit")
  }
}
