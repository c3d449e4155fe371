import Readers
import Records
import Regions
import Testing

@Suite("HDX HAPI's tables are read without adding what overlaps")
struct HAPITests {
  private func figures(_ reading: Reading) -> [String] {
    reading.records.map { record in
      switch record.content {
      case .incident(let incident):
        return "\(place(incident.place)) \(incident.kind) \(text(incident.events)) "
          + "\(text(incident.killed))"
      case .movement(let movement):
        let ends = "\(place(movement.origin)) → \(place(movement.destination))"
        return "\(movement.kind.rawValue) \(ends) \(movement.subkind) \(text(movement.figure))"
      }
    }
  }

  private func place(_ place: Place?) -> String {
    place?.designations.first?.last.map { $0.code ?? $0.name ?? "" } ?? place?.country ?? "-"
  }

  private func text(_ figure: Figure?) -> String { figure?.best?.exactText ?? "none" }

  @Test("F4: stocks of IDPs count at the finest level; rows that HAPI marks as wrong do not")
  func stocks() throws {
    let reading = try Reading(sample: "hapi-idps.csv")
    #expect((reading.summary.rows, reading.summary.read) == (12, 7))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "3 row/overlaps population", "4 row/overlaps population",
        "7 row/publisher-warning warning", "9 row/publisher-error error",
        "12 code/unknown admin_level", "13 row/overlaps population",
        "13 figure/total-mismatch population",
      ])
    #expect(
      figures(reading) == [
        "displacement SYR → SY05  500", "displacement SYR → SY0203  300",
        "displacement SYR → SY0200  160", "displacement SYR → SY0203  280",
        "displacement SYR → SY05  510", "displacement SYR → Nowhere  40",
        "displacement IRQ → IRQ  77",
      ])
  }

  @Test("Days are taken as written: an offset of the publisher's program moves none of them")
  func days() throws {
    let stocks = try Reading(sample: "hapi-idps.csv")
    #expect(try stocks.records[4].dates == span("2025-02-28", "2025-02-28"))
    let events = try Reading(sample: "hapi-conflict.csv")
    #expect(try events.records[0].dates == span("2025-01-01", "2025-01-31"))
    #expect(try events.records[4].dates == span("2025-02-01", "2025-02-28"))
  }

  @Test("F4: HAPI's stocks have the subjects of IOM's own, so that both never add up")
  func subjects() throws {
    let own = try Reading(sample: "dtm.csv")
    let hapi = try Reading(sample: "hapi-idps.csv")
    #expect(own.records[0].subject == hapi.records[0].subject)
    #expect(own.records[0].key.source != hapi.records[0].key.source)
  }

  @Test("F4: targeting of civilians is part of political violence; a row stands for many events")
  func events() throws {
    let reading = try Reading(sample: "hapi-conflict.csv")
    #expect((reading.summary.rows, reading.summary.read) == (10, 6))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "5 row/overlaps event_type", "7 row/overlaps events", "7 figure/total-mismatch events",
        "10 code/unknown event_type", "11 row/publisher-error error",
      ])
    #expect(
      figures(reading) == [
        "SY0203 political_violence 12 30", "SY0200 political_violence 3 1",
        "SY0203 demonstration 4 0", "SY0501 political_violence 0 0",
        "SY0203 political_violence 2 none", "IRQ political_violence 8 2",
      ])
    guard case .incident(let first) = reading.records[0].content else { return }
    #expect(first.events == Figure(Quantity(12), .exact))
    #expect(first.killed == Figure(Quantity(30), .atLeast))
    #expect(reading.records.allSatisfy { $0.subject == "ACLED" })
  }

  @Test("F4: parts by gender and age do not count beside their totals; without one they do")
  func refugees() throws {
    let reading = try Reading(sample: "hapi-refugees.csv")
    #expect((reading.summary.rows, reading.summary.read) == (18, 11))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "4 row/overlaps population", "5 row/overlaps population", "6 row/overlaps population",
        "11 row/overlaps population", "12 row/no-indicator population_group",
        "18 code/unknown population_group", "20 row/publisher-error error",
      ])
    #expect(
      figures(reading) == [
        "displacement SYR → LBN REF 100", "displacement SYR → LBN ASY 7",
        "displacement SYR → JOR REF f/all 40", "displacement SYR → JOR REF m/0-17 15",
        "displacement SYR → JOR REF m/18+ 25", "return LBN → SYR RET 12", "return - → SYR RDP 50",
        "displacement SDN → EGY REF 999", "displacement IRQ → SYR REF 11",
        "displacement SYR → LBN REF 90", "displacement SYR → TUR REF none",
      ])
  }

  @Test("F2: who lives abroad is a stock of the last day of the year; returns are a flow of it")
  func measures() throws {
    let reading = try Reading(sample: "hapi-refugees.csv")
    #expect(reading.records.map(\.measure.rawValue).filter { $0 == "flow" }.count == 2)
    #expect(try reading.records[0].dates == span("2023-01-01", "2023-12-31"))
    let waiting = reading.movements.filter { $0.movement.status == .asylumSeeker }
    #expect(waiting.map(\.movement.subkind) == ["ASY"])
  }

  @Test("The columns of the table as its documentation names them are read, too")
  func shortNames() throws {
    let reading = try Reading(
      """
      origin_location,asylum_location,population_group,gender,age_range,min_age,max_age,\
      population,reference_period_start,reference_period_end
      SYR,LBN,REF,all,all,,,5,2023-01-01,2023-12-31
      """)
    #expect(reading.summary.profile == "hapi-refugees" && reading.records.count == 1)
  }

  @Test(
    "F4: of rows by age alone and by both, the coarser count",
    arguments: [
      (["all,0-4", "all,5+", "f,0-4"], ["all,0-4", "all,5+"]),
      (["f,0-4", "m,0-4"], ["f,0-4", "m,0-4"]), (["f,all", "all,0-4", "m,5+"], ["f,all", "m,5+"]),
    ])
  func breakdowns(rows: [String], counted: [String]) throws {
    let header = "origin_location,asylum_location,population_group,gender,age_range,population,"
    let text = rows.map { "SYR,LBN,REF,\($0),5,2023-12-31\n" }.joined()
    let reading = try Reading(header + "reference_period_start\n" + text)
    let ids = reading.records.map { $0.key.id.split(separator: "|").last.map(String.init) ?? "" }
    #expect(ids == counted.map { $0.replacing(",", with: "/") })
    reading.expectBalance()
  }
}
