import Readers
import Records
import Regions
import Testing

@Suite("UCDP's events are read by the GED codebook")
struct UCDPEventsTests {
  let reading: Reading

  init() throws { reading = try Reading(sample: "ucdp-ged.csv") }

  @Test("A1: every row is read or rejected with a finding; a row of HXL tags is no data")
  func accounts() {
    #expect(reading.summary.profile == "ucdp-ged")
    #expect((reading.summary.rows, reading.summary.read) == (14, 11))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "12 date/end-before-start date_end", "13 place/bad-coordinate latitude",
        "14 code/unknown where_prec", "15 figure/unreadable best",
      ])
  }

  @Test(
    "P4: where_prec maps to a level",
    arguments: [
      ("1001", Precision.settlement), ("1002", .level(.district)), ("1003", .level(.district)),
      ("1004", .level(.governorate)), ("1005", .level(.governorate)),
      ("1006", .level(.country)), ("1007", .level(.country)), ("1008", .outside),
    ])
  func precision(id: String, expected: Precision) throws {
    #expect(try reading.incident(id).place.precision == expected)
  }

  @Test("Only a town's own text may name a neighborhood")
  func detail() throws {
    #expect(try reading.incident("1009").place.detail == "Bab Qibli neighborhood")
    #expect(try reading.incident("1002").place.detail == nil)
  }

  @Test("The units are kept as written, with their levels")
  func units() throws {
    #expect(
      try reading.incident("1001").place.designations == [
        [
          Designation(level: .governorate, name: "Hamah Governorate"),
          Designation(level: .district, name: "Hama district"),
        ]
      ])
    #expect(try reading.incident("1007").place.designations.isEmpty)
  }

  @Test("Dates run from the earliest to the latest day, without a time of day")
  func dates() throws {
    #expect(try reading.record("1001").dates == span("2016-05-03", "2016-05-03"))
    #expect(try reading.record("1003").dates == span("2016-05-01", "2016-05-31"))
  }

  @Test("F1: low, best and high are kept as written, even where they contradict each other")
  func deaths() throws {
    let killed = try reading.incident("1009").killed
    #expect(killed == Figure(low: Quantity(7), best: Quantity(5), high: Quantity(6)))
    #expect(try reading.incident("1002").killed?.low == .zero)
  }

  @Test(
    "The type of violence has a word",
    arguments: [("1001", "state-based"), ("1003", "non-state"), ("1004", "one-sided")])
  func kind(id: String, expected: String) throws {
    #expect(try reading.incident(id).kind == expected)
    #expect(try reading.record(id).key.source == "UCDP GED")
  }

  @Test("Older editions with fewer columns in another order are read")
  func olderEdition() throws {
    let reading = try Reading(
      """
      id,year,type_of_violence,best,low,high,country,adm_1,adm_2,where_prec,latitude,longitude,\
      date_start,date_end
      7,2013,1,2,1,3,Syria,Homs governorate,,4,34.7,36.7,2013-01-01,2013-01-02
      """)
    #expect(reading.summary.profile == "ucdp-ged")
    #expect(try reading.incident("7").killed?.high == Quantity(3))
  }
}
