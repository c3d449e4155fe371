import Readers
import Records
import Regions
import Testing

@Suite("The tracker's own movements are read")
struct TrackerMovementsTests {
  let reading: Reading

  init() throws { reading = try Reading(sample: "tracker-movements.csv") }

  @Test("A1: every row of the sample is read or rejected with a finding")
  func accounts() {
    #expect(reading.summary.profile == "tracker-movements")
    #expect((reading.summary.rows, reading.summary.read) == (13, 8))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "9 code/unknown kind", "10 code/unknown measure", "11 code/unknown unit",
        "12 figure/negative best", "13 row/repeated-header -",
      ])
  }

  @Test("A flow has both ends and a range")
  func flow() throws {
    let movement = try reading.movement("m-01")
    #expect(
      movement.figure
        == Figure(
          low: Quantity(1000), best: Quantity(1234), high: Quantity(1500), qualifier: .about))
    #expect(
      movement.origin?.designations == [
        [Designation(level: .governorate, code: "SY06", name: "SY06")]
      ])
    #expect(movement.destination?.precision == .level(.governorate))
    #expect((movement.kind, movement.unit) == (.displacement, .persons))
  }

  @Test("F2: measures are told apart")
  func measures() throws {
    let measures = reading.records.map(\.measure)
    #expect(measures.prefix(3) == [.flow, .stock, .cumulative])
  }

  @Test("F3: households keep the size that the row declares")
  func households() throws {
    let movement = try reading.movement("m-02")
    #expect(movement.unit == .households)
    #expect(try movement.householdSize == decimal("5.2"))
    #expect(movement.origin == nil)
  }

  @Test("Blank numbers are a report without a number")
  func noNumber() throws {
    let movement = try reading.movement("m-04")
    #expect(movement.kind == .eviction)
    #expect(movement.figure == Figure(low: nil, best: nil, high: nil))
    #expect(movement.destination == nil)
  }

  @Test("Words and qualified numbers stand in the cell of the best number")
  func words() throws {
    #expect(
      try reading.movement("m-05").figure == Figure(nil, .word("tens of thousands")))
    #expect(try reading.movement("m-07").figure == Figure(Quantity(300), .atMost))
    #expect(try reading.movement("m-07").origin?.designations.count == 2)
  }

  @Test("Each end may have its point")
  func points() throws {
    let movement = try reading.movement("m-06")
    #expect(movement.origin?.point == Coordinate(longitude: 35.90, latitude: 33.85))
    #expect(movement.destination?.point == Coordinate(longitude: 36.75, latitude: 35.13))
    #expect(try movement.figure.best == decimal("12.5"))
  }

  @Test("A timestamp in UTC becomes the local day")
  func localDay() throws {
    #expect(try reading.record("m-12").dates.first == day("2025-04-02"))
  }

  @Test("A country of its own beats that of the row")
  func countries() throws {
    let reading = try Reading(
      """
      id,source,date_start,measure,kind,origin,destination,destination_country,country,unit,best
      1,S,2025-03-06,flow,displacement,Hama,Akkar,LBN,SYR,persons,5
      """)
    let movement = try reading.movement("1")
    #expect(movement.origin?.country == "SYR")
    #expect(movement.destination?.country == "LBN")
  }
}
