import Readers
import Records
import Regions
import Testing

@Suite("IOM's stocks are counted once, at the finest level of each round")
struct DTMStocksTests {
  let reading: Reading

  init() throws { reading = try Reading(sample: "dtm.json") }

  @Test("A1: every row is read or rejected with a finding")
  func accounts() {
    #expect(reading.summary.profile == "dtm")
    #expect((reading.summary.rows, reading.summary.read) == (16, 10))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "2 row/overlaps numpresentidpind", "2 figure/total-mismatch numpresentidpind",
        "3 row/overlaps numpresentidpind", "10 row/overlaps numpresentidpind",
        "13 date/ambiguous-order reportingdate", "14 figure/negative numpresentidpind",
        "17 row/overlaps numpresentidpind",
      ])
  }

  /// Records as `day place number`, with the source and what tells parts of a place apart.
  private var stocks: [String] {
    zip(reading.records, reading.movements).map { record, item in
      let movement = item.movement
      let place = movement.destination?.designations.first?.last?.code ?? "-"
      let origin =
        movement.origin?.designations.first?.last?.code ?? movement.origin?.country ?? "-"
      return "\(record.dates.last) \(place) \(movement.figure.best?.exactText ?? "none") "
        + "\(record.key.source) \(movement.subkind) from \(origin)"
    }
  }

  @Test("F4: districts count where they are stated, and governorates where they are not")
  func finest() {
    #expect(
      stocks == [
        "2025-01-31 SY05 500 IOM DTM BA Conflict from SYR",
        "2025-01-31 SY0203 200 IOM DTM BA Conflict from SY07",
        "2025-01-31 SY0203 100 IOM DTM BA Natural disaster from SYR",
        "2025-01-31 SY0200 150 IOM DTM BA Conflict from SYR",
        "2025-01-31 SY0203 290 IOM DTM SA Conflict from SYR",
        "2025-01-31 SY02 20 IOM DTM ETT Conflict from SYR",
        "2025-02-28 SY02 400 IOM DTM BA Conflict from SYR",
        "2025-01-31 SY0200 150 IOM DTM BA Conflict from SYR",
        "2025-02-28 LB1 30 IOM DTM BA Conflict from LBN",
        "2025-03-31 SY05 480 IOM DTM BA Conflict from SYR",
      ])
  }

  @Test("F4: a total that is not the sum of what counts inside it says both numbers")
  func mismatch() {
    let message = reading.findings.first { $0.rule == .totalMismatch }?.message ?? ""
    #expect(message.contains("1000") && message.contains("950"))
  }

  @Test("F4: assessment types are sources of one subject, which are never added")
  func assessments() {
    let home = reading.records.filter { $0.subject?.contains("SYR") ?? false }
    #expect(Set(home.map(\.key.source)) == ["IOM DTM BA", "IOM DTM SA", "IOM DTM ETT"])
    #expect(Set(home.compactMap(\.subject)).count == 1)
    #expect(reading.records.allSatisfy { $0.measure == .stock })
  }

  @Test("A2: the same row under another number of the download is the same record")
  func sameRow() {
    let (first, again) = (reading.records[3], reading.records[7])
    #expect(first.key == again.key)
    #expect(Set(reading.records.map(\.key)).count == reading.records.count - 1)
  }

  @Test("P8: the country is kept, so that people in another one are not ours")
  func country() {
    let countries = reading.movements.map(\.movement.destination?.country)
    #expect(countries.filter { $0 == "LBN" }.count == 1 && !countries.contains(nil))
  }

  private static let header = """
    id,operation,admin0Name,admin0Pcode,admin1Name,admin1Pcode,admin2Name,admin2Pcode,\
    numPresentIdpInd,reportingDate,roundNumber,assessmentType

    """

  @Test("F5: a blank or Not available is no number; without any other it is kept as such")
  func notAvailable() throws {
    let reading = try Reading(
      Self.header + "1,Op,Syria,SYR,Hama,SY05,,,Not available,2025-01-31,1,BA\n")
    #expect(reading.movements.map(\.movement.figure) == [Figure(nil, .unstated)])
  }

  @Test("A round's number is not enough: rounds of another day are rounds of their own")
  func sameRoundNumber() throws {
    let reading = try Reading(
      Self.header + """
        1,Op,Syria,SYR,Hama,SY05,,,10,2025-01-31,1,BA
        2,Op,Syria,SYR,Hama,SY05,Hama,SY0501,8,2025-03-31,1,BA

        """)
    #expect(reading.records.count == 2 && reading.findings.isEmpty)
  }

  @Test("F4: a district that names no governorate is not counted beside the governorates")
  func unattached() throws {
    let row = "2,Op,Syria,SYR,,,Hama,SY0501,8,2025-01-31,1,BA\n"
    let alone = try Reading(Self.header + row)
    #expect(alone.records.count == 1 && alone.findings.isEmpty)
    let beside = try Reading(
      Self.header + "1,Op,Syria,SYR,Hama,SY05,,,10,2025-01-31,1,BA\n" + row)
    #expect(beside.records.count == 1)
    #expect(beside.findingLines == ["3 row/overlaps numPresentIdpInd"])
  }
}
