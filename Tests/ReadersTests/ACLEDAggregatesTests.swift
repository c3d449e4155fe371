import Readers
import Records
import Regions
import Testing

@Suite("ACLED's counts by area and period are read, and marked as sums of its events")
struct ACLEDAggregatesTests {
  @Test("A1: every row of the weekly sample is read or rejected with a finding")
  func accounts() throws {
    let reading = try Reading(sample: "acled-weekly.csv")
    #expect(reading.summary.profile == "acled-aggregate")
    #expect((reading.summary.rows, reading.summary.read) == (7, 4))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "6 row/no-figure -", "7 date/ambiguous-order WEEK", "8 figure/unreadable EVENTS",
      ])
  }

  @Test("T3: a week is the seven days from its Saturday, also across the end of a month")
  func weeks() throws {
    let dates = try Reading(sample: "acled-weekly.csv").records.map(\.dates)
    #expect(try dates[0] == span("2025-03-01", "2025-03-07"))
    #expect(try dates[2] == span("2025-03-29", "2025-04-04"))
  }

  @Test("The events of a row are its number; fatalities are the lowest reported")
  func figures() throws {
    let record = try Reading(sample: "acled-weekly.csv").records[0]
    guard case .incident(let incident) = record.content else { return }
    #expect(incident.events == .exactly(12))
    #expect(incident.killed == Figure(Quantity(31), .atLeast))
    #expect((incident.kind, incident.subkind) == ("Battles", "Armed clash"))
    #expect(incident.place.precision == .level(.governorate))
    #expect(incident.place.designations == [[Designation(level: .governorate, name: "Hama")]])
  }

  @Test("F4: they bear the name of the source that they sum up as their subject")
  func subject() throws {
    let weekly = try Reading(sample: "acled-weekly.csv").records
    #expect(weekly.allSatisfy { $0.subject == "ACLED" && $0.key.source == "ACLED by week" })
    #expect(Set(weekly.map(\.key)).count == weekly.count)
  }

  @Test("HDX's sheets by month and district, told apart by the name of the file")
  func monthly() throws {
    let reading = try Reading(
      sample: "syria_civilian_targeting_events_and_fatalities_by_month-year.csv")
    reading.expectBalance()
    #expect(reading.findingLines == ["5 date/unreadable Month"])
    #expect(reading.records.map(\.key.source).allSatisfy { $0.hasSuffix("civilian targeting") })
    #expect(try reading.records.allSatisfy { try $0.dates == span("2025-03-01", "2025-03-31") })
    let incidents = reading.records.compactMap { record -> Incident? in
      if case .incident(let incident) = record.content { incident } else { nil }
    }
    #expect(incidents.map(\.kind) == Array(repeating: "Civilian targeting", count: 3))
    #expect(incidents.map(\.events) == [.exactly(4), .exactly(0), .exactly(6)])
    #expect(incidents.map { $0.killed?.best } == [Quantity(9), .zero, nil])
    #expect(
      incidents.map(\.place.precision) == [
        .level(.district), .level(.district), .level(.country),
      ])
    #expect(incidents[0].place.designations[0][1].code == "SY0502")
  }
}

@Suite("ACLED's older layouts")
struct OldACLEDTests {
  @Test("The first layout: capitals, day first by declaration, no sub-event types")
  func first() throws {
    let reading = try Reading(
      sample: "acled-first.csv", settings: ReadSettings(dateOrder: .dayFirst))
    reading.expectBalance()
    #expect(reading.summary.profile == "acled")
    #expect(reading.findingLines == ["4 date/unreadable EVENT_DATE"])
    #expect(try reading.record("1416SYR").dates == span("2017-04-18", "2017-04-18"))
    #expect(try reading.record("2229SYR").dates == span("2017-03-31", "2017-04-06"))
    #expect(try reading.incident("1416SYR").subkind.isEmpty)
    #expect(try reading.incident("2229SYR").place.precision == .level(.governorate))
  }

  @Test(
    "T4: without a declaration its dates are not guessed, even where only one order is possible")
  func undeclared() throws {
    let reading = try Reading(sample: "acled-first.csv")
    reading.expectBalance()
    #expect(reading.records.isEmpty)
    #expect(Set(reading.findings.map(\.rule)) == [.ambiguousDate])
  }

  @Test("The layout before 2022 has ids of its own beside the key, and dates in words")
  func before2022() throws {
    let reading = try Reading(sample: "acled-2021.csv")
    #expect(reading.summary.profile == "acled" && reading.findings.isEmpty)
    #expect(try reading.record("SYR9100").version == 1_600_000_001)
    #expect(try reading.record("SYR9100").dates == span("2020-05-16", "2020-05-16"))
    #expect(try reading.incident("SYR9100").killed?.best == Quantity(4))
  }
}
