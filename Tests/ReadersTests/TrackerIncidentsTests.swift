import Readers
import Records
import Regions
import Testing

@Suite("The tracker's own incidents are read")
struct TrackerIncidentsTests {
  let reading: Reading

  init() throws { reading = try Reading(sample: "tracker-incidents.csv") }

  @Test("A1: every row of the sample is read or rejected with a finding")
  func accounts() {
    #expect(reading.summary.profile == "tracker-incidents")
    #expect((reading.summary.rows, reading.summary.read) == (17, 9))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "6 place/bad-coordinate longitude", "10 date/missing date_start",
        "11 date/end-before-start date_end", "12 figure/unreadable killed",
        "13 code/unknown qualifier", "14 code/unknown precision", "15 row/missing-id id",
        "16 file/null-bytes -", "17 row/unreadable -", "18 row/unreadable -",
      ])
  }

  @Test("A range is kept with its qualifier")
  func range() throws {
    let record = try reading.record("i-01")
    #expect(record.key == RecordKey(source: "Office", id: "i-01"))
    #expect(try record.dates == span("2025-03-06", "2025-03-08"))
    #expect(
      try reading.incident("i-01").killed
        == Figure(low: Quantity(3), best: Quantity(5), high: Quantity(9), qualifier: .about))
    #expect(try reading.incident("i-01").injured == nil)
  }

  @Test("P7: several regions are a set, each with its text as code and as name")
  func set() throws {
    let designations = try reading.incident("i-02").place.designations
    #expect(
      designations
        == ["Latakia", "Tartus", "Hama"].map { [Designation(code: $0, name: $0)] })
  }

  @Test("A path runs from coarse to fine, and its last step has the level of the precision")
  func path() throws {
    let place = try reading.incident("i-03").place
    #expect(place.precision == .level(.neighborhood))
    #expect(
      place.designations == [
        [
          Designation(code: "Homs", name: "Homs"),
          Designation(level: .neighborhood, code: "Wadi al-Dahab", name: "Wadi al-Dahab"),
        ]
      ])
  }

  @Test("A cell's own qualifier beats that of its row")
  func qualifiers() throws {
    let incident = try reading.incident("i-03")
    #expect(incident.killed == Figure(Quantity(8), .atLeast))
    #expect(incident.injured == Figure(Quantity(18), .about))
    #expect(try reading.incident("i-05").killed == Figure(Quantity(8), .atLeast))
  }

  @Test("F1: a word is a figure without a best number; unknown is one without any")
  func words() throws {
    #expect(
      try reading.incident("i-02").killed
        == Figure(low: Quantity(24), best: nil, high: nil, qualifier: .word("dozens")))
    #expect(try reading.incident("i-06").killed == Figure(low: nil, best: nil, high: nil))
    #expect(try reading.incident("i-07").killed == Figure(nil, .word("dozens")))
    #expect(try reading.incident("i-07").injured == nil)
    #expect(try reading.incident("i-15").killed?.best == .zero)
  }

  @Test("Arabic digits, thousands and trailing blanks are read")
  func digits() throws {
    let incident = try reading.incident("i-04")
    #expect(incident.place.point == Coordinate(longitude: 37.0532, latitude: 35.0113))
    #expect(incident.killed?.best == Quantity(3))
    #expect(incident.injured?.best == Quantity(1234))
  }

  @Test("P4: a precision may be a distance")
  func meters() throws {
    #expect(try reading.incident("i-04").place.precision == .meters(250))
    #expect(try reading.incident("i-15").place.precision == .meters(2000))
  }

  @Test("Texts that name no region go on to placement as they are")
  func oddNames() throws {
    for (id, name) in [("i-06", "Hama or Idlib"), ("i-07", "Idlin"), ("i-08", "35.01 37.05")] {
      #expect(
        try reading.incident(id).place.designations == [[Designation(code: name, name: name)]])
    }
  }

  @Test("Zero bytes inside a cell are dropped")
  func zeroBytes() throws {
    #expect(try reading.incident("i-15").kind == "raid")
  }

  @Test("Optional columns: subkind, measure, subject, published, version, deleted, parent")
  func optionalColumns() throws {
    let reading = try Reading(
      """
      id,source,date_start,kind,subkind,measure,region,parent,subject,published,version,deleted,\
      detained_low,detained,detained_high
      1,S,2025-03-06,raid,night,cumulative,Hama,Hama > Masyaf,s-1,2025-04-01,7,yes,1,2,3
      """)
    let record = try reading.record("1")
    let incident = try reading.incident("1")
    #expect(record.isDeletion && record.version == 7 && record.subject == "s-1")
    #expect(try record.measure == .cumulative && record.published == day("2025-04-01"))
    #expect(incident.subkind == "night")
    #expect(incident.detained == Figure(low: Quantity(1), best: Quantity(2), high: Quantity(3)))
    #expect(incident.place.designations.first?.map(\.name) == ["Hama", "Masyaf", "Hama"])
  }
}
