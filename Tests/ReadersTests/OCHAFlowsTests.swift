import Readers
import Records
import Regions
import Testing

@Suite("OCHA's flows by community are read from semicolons, with fractions of persons")
struct OCHAFlowsTests {
  let reading: Reading

  init() throws { reading = try Reading(sample: "ocha-flows.csv") }

  @Test("A1: every row of the sample is read or rejected with a finding")
  func accounts() {
    #expect(reading.summary.profile == "ocha-flows")
    #expect((reading.summary.rows, reading.summary.read) == (14, 8))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "8 row/total Sum of IDP_Flow_Estimation",
        "9 date/ambiguous-order Reporting_Month",
        "10 code/unknown IDP_Returnees",
        "13 figure/unreadable Sum of IDP_Flow_Estimation",
        "14 date/missing Reporting_Month",
        "15 row/total Sum of IDP_Flow_Estimation",
        "15 figure/total-mismatch Sum of IDP_Flow_Estimation",
      ])
  }

  @Test("A month is the whole month, however it is written", arguments: [0, 1, 2, 3])
  func months(row: Int) throws {
    #expect(try reading.records[row].dates == span("2022-01-01", "2022-01-31"))
  }

  @Test("F3: fractions of persons are kept exactly; a blank estimate is no number, not zero")
  func estimates() throws {
    let numbers = reading.movements.map(\.movement.figure.best)
    let expected = ["12.5", "3.333333333333333333", "40", nil, "12.5", "0", "7", "20"]
    #expect(try numbers == expected.map { try $0.map(decimal) })
  }

  @Test("IDP rows arrive from inside the country, Returnees return")
  func kinds() {
    let movements = reading.movements.map(\.movement)
    #expect(
      movements.map(\.kind) == [
        .displacement, .displacement, .return, .displacement, .displacement, .return,
        .displacement, .displacement,
      ])
    #expect(
      movements[0].origin?.designations == [[Designation(level: .country, code: "SY")]])
  }

  @Test("The destination is a path of codes down to the community")
  func destination() {
    #expect(
      reading.movements[1].movement.destination?.designations == [
        [
          Designation(level: .governorate, code: "SY05", name: "Hama"),
          Designation(level: .district, code: "SY0502", name: "As-Salamiyeh"),
          Designation(level: .subdistrict, code: "SY050200", name: "As-Salamiyeh"),
          Designation(code: "C3227", name: "Salamiyeh"),
        ]
      ])
  }

  @Test("A2: identical rows of one file are several flows with keys of their own")
  func identicalRows() throws {
    let keys = reading.records.map(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(try Reading(sample: "ocha-flows.csv").records.map(\.key) == keys)
  }

  @Test("A3: the keys do not depend on the order of the rows")
  func shuffled() throws {
    let header = "Reporting_Month;IDP_Returnees;Community_PCODE;IDP Flow Estimation"
    let rows = ["2022-01;IDP;C1;5", "2022-01;IDP;C1;5", "2022-01;IDP;C1;6", "2022-02;IDP;C1;5"]
    let forward = try Reading(([header] + rows).joined(separator: "\n"))
    let backward = try Reading(([header] + rows.reversed()).joined(separator: "\n"))
    #expect(forward.records.count == 4)
    #expect(Set(forward.records.map(\.key)) == Set(backward.records.map(\.key)))
  }

  @Test("A stated origin is kept where the sheet has one")
  func origin() throws {
    let reading = try Reading(
      """
      Reporting_Month,IDP_Returnees,Origin_Mohafaza_PCODE,Community_PCODE,IDP_Flow_Estimation
      2022-01,IDP,SY07,C1,5
      """)
    #expect(
      reading.movements[0].movement.origin?.designations == [
        [Designation(level: .governorate, code: "SY07")]
      ])
  }
}
