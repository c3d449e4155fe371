import Readers
import Records
import Regions
import Testing

@Suite("Tables with hashtags are read by them, whatever their layout")
struct HXLTableTests {
  let reading: Reading

  init() throws { reading = try Reading(sample: "hxl.csv") }

  @Test("A1: every figure is read or left out with a finding; columns without meaning are named")
  func accounts() throws {
    #expect(reading.summary.profile == "hxl")
    #expect(reading.summary.read == reading.records.count && reading.records.count == 6)
    #expect(
      reading.findingLines == [
        "1 file/rows-above-header -", "6 row/no-figure -", "7 date/end-before-start #date+end",
        "8 figure/unreadable #affected+killed", "9 row/repeated-header -",
        "0 file/columns-not-read -",
      ])
    let unread = try #require(reading.findings.last).message
    #expect(unread.contains("#affected+killed+f") && unread.contains("#description"))
    #expect(reading.summary.rows == reading.summary.read + 4)
  }

  @Test("Killed and injured are one incident, displaced a flow from there, the present a stock")
  func figures() throws {
    let first = reading.records.filter { $0.line == 4 }
    #expect(try first.allSatisfy { try $0.dates == span("2025-03-01", "2025-03-31") })
    #expect(first.map(\.measure) == [.flow, .flow, .stock])
    guard case .incident(let incident) = first[0].content,
      case .movement(let displaced) = first[1].content,
      case .movement(let present) = first[2].content
    else {
      Issue.record("an incident and two movements were expected")
      return
    }
    #expect(incident.killed?.best == Quantity(9) && incident.injured?.best == Quantity(4))
    #expect(incident.events == nil)
    #expect(displaced.figure.best == Quantity(1200) && displaced.destination == nil)
    #expect(displaced.origin == incident.place && present.destination == incident.place)
    #expect(present.figure.best == Quantity(3400))
    #expect(
      incident.place.designations == [
        [
          Designation(level: .governorate, name: "Hama"),
          Designation(level: .district, code: "SY0502", name: "As-Salamiyeh"),
        ]
      ])
  }

  @Test("F5: nought is a stock of nobody; a qualifier in the cell is kept")
  func noughtAndQualifier() throws {
    let figures = reading.records.filter { $0.line == 5 }.compactMap { record -> Figure? in
      if case .movement(let movement) = record.content { movement.figure } else { nil }
    }
    #expect(figures.map(\.best) == [Quantity(500), .zero])
    #expect(figures.first?.qualifier == .about)
  }

  @Test("A movement has its two ends by +origin and +dest; households stay households")
  func ends() throws {
    let reading = try Reading(
      """
      from,to,when,families,lat,lon
      #adm1+origin+code,#adm1+dest+code,#date,#affected+displaced+hh,#geo+lat,#geo+lon
      SY05,SY07,2025-03,40,35.1,36.7
      """)
    reading.expectBalance()
    let movement = try #require(reading.movements.first?.movement)
    #expect(movement.unit == .households && movement.figure.best == Quantity(40))
    #expect(movement.origin?.designations.first?.first?.code == "SY05")
    #expect(movement.destination?.designations.first?.first?.code == "SY07")
    #expect(try reading.records[0].dates == span("2025-03-01", "2025-03-31"))
  }

  @Test("Events are counted by their rows, with ids and sources of the table")
  func events() throws {
    let reading = try Reading(
      """
      #meta+id;#meta+source;#date+occurred;#event+type;#loc+name;#geo+lat;#geo+lon;#affected+killed+min;#affected+killed+max
      7;HRO;2025-03-06;shelling;Raju;36.667;36.667;2;5
      """)
    reading.expectBalance()
    let incident = try reading.incident("7")
    #expect(try reading.record("7").key.source == "HRO")
    #expect(incident.events == .exactly(1) && incident.kind == "shelling")
    #expect(incident.killed == Figure(low: Quantity(2), best: nil, high: Quantity(5)))
    #expect(incident.place.point == Coordinate(longitude: 36.667, latitude: 36.667))
    #expect(incident.place.precision == .settlement)
  }

  @Test("Parts by sex are read where there is no total; those by age of the same people are not")
  func parts() throws {
    let reading = try Reading(
      """
      #date+year,#date+month,#country+code,#adm1+code,#affected+idps+f,#affected+idps+m,\
      #affected+idps+children
      2024,March,SYR,SY05,60,40,55
      """)
    #expect(reading.movements.map(\.movement.figure.best) == [Quantity(60), Quantity(40)])
    #expect(Set(reading.records.map(\.key)).count == 2)
    #expect(reading.findings.map(\.rule) == [.columnsNotRead])
    #expect(try reading.records[0].dates == span("2024-03-01", "2024-03-31"))
  }

  @Test("A2: equal rows without an id are told apart by their number")
  func equalRows() throws {
    let row = "2025-03-06,SY05,3"
    let reading = try Reading("#date,#adm1+code,#affected+killed\n\(row)\n\(row)\n")
    #expect(reading.records.count == 2 && Set(reading.records.map(\.key)).count == 2)
  }

  @Test("A profile that knows the header wins over the tags")
  func knownHeader() throws {
    let reading = try Reading(
      """
      id,source,date_start,kind,region,killed
      #meta+id,#meta+source,#date+start,#event+type,#adm1+code,#affected+killed
      A,HRO,2025-03-06,shelling,SY02,3
      """)
    #expect(reading.summary.profile == "tracker-incidents" && reading.records.count == 1)
  }

  @Test("JSON whose keys are hashtags")
  func json() throws {
    let reading = try Reading(
      ##"[{"#date":"2025-03-06","#adm1+code":"SY05","#affected+killed":3}]"##, name: "x.json")
    #expect(reading.summary.profile == "hxl")
    guard case .incident(let incident)? = reading.records.first?.content else {
      Issue.record("no incident was read")
      return
    }
    #expect(incident.killed?.best == Quantity(3))
  }

  @Test(
    "Tags without a date, a place or a figure are an error that says what is missing",
    arguments: [
      ("#adm1+code,#affected+killed", "#date"), ("#date,#affected+killed", "#loc"),
      ("#date,#adm1+code", "#event"), ("#date,#geo+lat,#affected+killed", "#geo+lon"),
    ])
  func missing(tags: String, word: String) throws {
    #expect {
      try Reading("a,b,c\n\(tags)\n1,2,3\n")
    } throws: { error in
      "\(error)".contains("hxl lacks") && "\(error)".contains(word)
    }
  }
}
