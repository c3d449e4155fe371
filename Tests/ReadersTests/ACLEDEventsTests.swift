import Readers
import Records
import Regions
import Testing

@Suite("ACLED's events are read by their codebook")
struct ACLEDEventsTests {
  let reading: Reading

  init() throws { reading = try Reading(sample: "acled.csv") }

  @Test("A1: every row of the sample is read or rejected with a finding")
  func accounts() {
    #expect(reading.summary.profile == "acled")
    #expect((reading.summary.rows, reading.summary.read) == (16, 9))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "7 row/repeated-header -", "8 place/bad-coordinate longitude",
        "9 date/ambiguous-order event_date", "10 code/unknown geo_precision",
        "12 row/missing-id event_id_cnty", "13 figure/negative fatalities",
        "15 date/suspicious event_date", "17 date/unreadable event_date",
        "18 figure/unreadable timestamp",
      ])
  }

  @Test(
    "T2: the time precision widens the date to its week or month",
    arguments: [
      ("SYR9001", "2025-03-06", "2025-03-06"), ("SYR9002", "2025-03-07", "2025-03-13"),
      ("SYR9003", "2025-02-01", "2025-02-28"), ("SYR9004", "2025-05-16", "2025-05-16"),
    ])
  func dates(id: String, first: String, last: String) throws {
    #expect(try reading.record(id).dates == span(first, last))
  }

  @Test(
    "P4: the geographic precision maps to a level",
    arguments: [
      ("SYR9001", Precision.settlement), ("SYR9002", .level(.district)),
      ("SYR9003", .level(.governorate)),
    ])
  func precision(id: String, expected: Precision) throws {
    #expect(try reading.incident(id).place.precision == expected)
  }

  @Test("A record carries key, version, kinds, country, point and the names of its units")
  func record() throws {
    let record = try reading.record("SYR9001")
    let incident = try reading.incident("SYR9001")
    #expect(record.key == RecordKey(source: "ACLED", id: "SYR9001"))
    #expect(record.version == 1_741_609_001)
    #expect(record.line == 2)
    #expect(record.measure == .flow)
    #expect((incident.kind, incident.subkind) == ("Battles", "Armed clash"))
    #expect(incident.place.country == "Syria")
    #expect(incident.place.point == Coordinate(longitude: 37.0532, latitude: 35.0113))
    #expect(
      incident.place.designations == [
        [
          Designation(level: .governorate, name: "Hama"),
          Designation(level: .district, name: "As Salamiyeh"),
          Designation(level: .subdistrict, name: "As Salamiyeh"),
        ]
      ])
  }

  @Test("Fatalities are the lowest number reported; blank is not zero")
  func fatalities() throws {
    let killed = try reading.incident("SYR9001").killed
    #expect(
      killed == Figure(low: Quantity(3), best: Quantity(3), high: nil, qualifier: .atLeast))
    #expect(try reading.incident("SYR9004").killed?.best == .zero)
    #expect(try reading.incident("SYR9008").killed == nil)
  }

  @Test("A coordinate off the earth costs the point and not the record")
  func badCoordinate() throws {
    let place = try reading.incident("SYR9005").place
    #expect(place.point == nil)
    #expect(place.designations.first?.first?.name == "Hama")
  }

  @Test("Latitude and longitude may be equal: Raju lies there")
  func equalCoordinates() throws {
    let point = try reading.incident("SYR9011").place.point
    #expect(point == Coordinate(longitude: 36.667, latitude: 36.667))
  }

  @Test("T4: a declared order makes dates in figures readable")
  func declaredOrder() throws {
    let dayFirst = ReadSettings(dateOrder: .dayFirst)
    let monthFirst = ReadSettings(dateOrder: .monthFirst)
    let first = try Reading(sample: "acled.csv", settings: dayFirst)
    let second = try Reading(sample: "acled.csv", settings: monthFirst)
    #expect(try first.record("SYR9006").dates.first == day("2025-04-03"))
    #expect(try second.record("SYR9006").dates.first == day("2025-03-04"))
  }

  @Test("The layout of 2025 without a timestamp is read, in any order of columns")
  func otherLayout() throws {
    let reading = try Reading(
      """
      FATALITIES,event_date,Event_ID_Cnty,time_precision,event_type,sub_event_type,country,admin1,\
      latitude,longitude,geo_precision
      2,2025-03-06,SYR1,1,Riots,Mob violence,Syria,Homs,34.73,36.72,1
      """)
    #expect(reading.summary.profile == "acled")
    #expect(try reading.record("SYR1").version == nil)
    #expect(try reading.incident("SYR1").killed?.best == Quantity(2))
  }
}
