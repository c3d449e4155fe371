import Readers
import Records
import Regions
import Testing

@Suite("Airwars' incidents: ranges without a midpoint, places as well as they are known")
struct AirwarsTests {
  let reading: Reading

  init() throws { reading = try Reading(sample: "airwars.csv") }

  @Test("A1: every row of the sample is read or rejected with a finding")
  func accounts() {
    #expect(reading.summary.profile == "airwars")
    #expect((reading.summary.rows, reading.summary.read) == (10, 7))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "3 place/bad-coordinate longitude", "5 row/discounted grading",
        "9 row/missing-id unique_reference_code", "10 date/ambiguous-order date",
        "11 place/unknown-code geolocation_accuracy", "0 row/no-indicator militants_killed_max",
      ])
  }

  @Test("A pair gives low and high; best is known only where both are one number")
  func figures() throws {
    func range(_ low: Int?, _ best: Int?, _ high: Int?) -> Figure {
      Figure(
        low: low.map(Quantity.init), best: best.map(Quantity.init), high: high.map(Quantity.init))
    }
    #expect(try reading.incident("CS123").killed == range(3, nil, 8))
    #expect(try reading.incident("CS123").injured == range(2, nil, 4))
    #expect(try reading.incident("CS124").killed == range(5, 5, 5))
    #expect(try reading.incident("R1234").killed == range(1, nil, nil))
    #expect(try reading.incident("R1234").injured == nil)
    // F1: the pair is kept as the source has it, and widened when it is counted.
    #expect(try reading.incident("R1236").killed == range(7, nil, 2))
    #expect(try reading.incident("CS126").killed == nil)
  }

  @Test(
    "P4: each word of accuracy is a precision",
    arguments: [
      ("exact_location", Precision.exact), ("Exact location (via Airwars)", .exact),
      ("within_1m", .meters(1)), ("within_100m", .meters(100)),
      ("Within 100m (via Coalition)", .meters(100)), ("nearby_landmark", .meters(500)),
      ("street", .meters(500)), ("neighbourhood_area", .level(.neighborhood)),
      ("Neighbourhood/area", .level(.neighborhood)), ("village", .settlement),
      ("town", .settlement), ("city", .settlement), ("subdistrict", .level(.subdistrict)),
      ("district", .level(.district)), ("province_governorate", .level(.governorate)),
      ("Province/governorate", .level(.governorate)), ("", .level(.district)),
    ])
  func precision(word: String, expected: Precision) throws {
    let reading = try Reading(
      """
      code,date,latitude,longitude,geolocation_accuracy,civilians_killed_min,civilians_killed_max
      A,2017-03-12,35.9,39.0,\(word),1,2
      """)
    #expect(try reading.incident("A").place.precision == expected)
  }

  @Test("A longitude off the earth costs the point, and the row keeps its names")
  func badLongitude() throws {
    let place = try reading.incident("CS124").place
    #expect(place.point == nil && place.country == "syria")
    #expect(place.designations == [[Designation(level: .governorate, name: "Ar Raqqa")]])
  }

  @Test("The grading is the subkind, and ids are Airwars' codes")
  func grading() throws {
    #expect(try reading.incident("CS123").subkind == "fair")
    #expect(try reading.incident("TS675").subkind == "fair")
    #expect(try reading.record("R1234").key == RecordKey(source: "Airwars", id: "R1234"))
    #expect(try reading.record("CS123").dates == span("2017-03-12", "2017-03-12"))
  }

  @Test("JSON of its pages, with deaths and injuries instead of killed and injured")
  func json() throws {
    let json = try Reading(sample: "airwars.json")
    json.expectBalance()
    #expect(json.summary.profile == "airwars")
    #expect(json.findingLines == ["3 row/discounted grading"])
    let incident = try json.incident("TS675")
    #expect(incident.killed?.best == Quantity(2))
    #expect(incident.injured == Figure(low: .zero, best: nil, high: Quantity(3)))
    #expect(incident.kind == "Ground operation" && incident.place.detail == "an invented street")
  }
}
