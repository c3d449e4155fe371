import Records
import Regions
import Testing

@testable import Tallies

/// Rule F7. The map is drawn in `World`.
@Suite("Movements")
struct MovementTests {
  private let day: Day = "2025-03-09"

  /// All rows of a level over the coverage, each `indicator site best`.
  private func rows(
    _ kind: Movement.Kind = .displacement, from origin: Place?, to destination: Place?,
    at level: Level
  ) throws -> [String] {
    let report = try Report.of([
      .movement("1", day, kind, origin: origin, destination: destination, .exactly(10))
    ])
    return report.tallies.filter { $0.view == .level(level) }.map { tally in
      "\(tally.indicator.name) \(Report.text(tally.site)) \(tally.best?.exactText ?? "-")"
    }
  }

  @Test("F7: departures count at the origin, arrivals at the destination, net is their difference")
  func across() throws {
    #expect(
      try rows(from: .codes("G4A1"), to: .codes("G3A1"), at: .governorate) == [
        "arrived G3 10", "net G3 10", "displaced G4 10", "departed G4 10", "net G4 -10",
      ])
  }

  @Test("F7: movement within one region of a level is neither arrival nor departure there")
  func within() throws {
    let (from, to) = (Place.codes("G4A1"), Place.codes("G4A2"))
    for level in [Level.country, .governorate, .district] {
      let site = ["SY", "G4", "G4A"][Int(level.rawValue)]
      #expect(try rows(from: from, to: to, at: level) == ["displaced \(site) 10"])
    }
    #expect(
      try rows(from: from, to: to, at: .subdistrict) == [
        "displaced G4A1 10", "departed G4A1 10", "net G4A1 -10", "arrived G4A2 10", "net G4A2 10",
      ])
  }

  @Test("F7: a movement across the country's border has an external end at every level")
  func crossBorder() throws {
    for level in [Level.country, .governorate] {
      let site = level == .country ? "SY" : "G3"
      #expect(
        try rows(from: .codes("G3"), to: .named("Lebanon"), at: level) == [
          "displaced \(site) 10", "departed \(site) 10", "net \(site) -10", "arrived !LBN 10",
        ])
    }
  }

  @Test("F7: returns count at the destination, and as returns in and out")
  func returns() throws {
    #expect(
      try rows(.return, from: .named("Lebanon"), to: .codes("G3"), at: .governorate) == [
        "returned G3 10", "returns_in G3 10", "net G3 10", "returns_out !LBN 10",
      ])
    #expect(
      try rows(.return, from: nil, to: .codes("G3"), at: .governorate)
        == ["returned G3 10", "returns_in G3 10", "net G3 10"])
  }

  @Test("F7: net adds arrivals and returns in, and takes off departures and returns out")
  func net() throws {
    let report = try Report.of([
      .movement("1", day, origin: .codes("G4"), destination: .codes("G3"), .exactly(100)),
      .movement("2", day, origin: .codes("G3"), destination: .codes("G1"), .exactly(30)),
      .movement("3", day, .return, origin: .codes("G1"), destination: .codes("G3"), .exactly(7)),
      .movement("4", day, .return, origin: .codes("G3"), destination: .codes("G4"), .exactly(2)),
    ])
    // 100 − 30 + 7 − 2; 30 − 7; −100 + 2.
    #expect(
      report.rows(.net, coverage: true) == [
        "G1 all 23/23/23 x2", "G3 all 75/75/75 x4", "G4 all -98/-98/-98 x2",
      ])
  }

  @Test("F1: the low net is the low arrivals less the high departures")
  func netBounds() throws {
    let report = try Report.of([
      .movement(
        "1", day, origin: .codes("G4"), destination: .codes("G3"), Figure(low: 5, best: 6, high: 9)),
      .movement(
        "2", day, origin: .codes("G3"), destination: .codes("G1"), Figure(low: 1, best: 6, high: 7)),
    ])
    // 5 − 7, 6 − 6, 9 − 1: no net movement, but not "zero reported".
    #expect(report.rows(.net, coverage: true).contains("G3 all -2/0/8 x2"))
  }

  @Test("only the end that a record speaks of is counted")
  func oneEnd() throws {
    #expect(
      try rows(from: .codes("G4"), to: nil, at: .governorate) == ["displaced G4 10"])
    #expect(
      try rows(from: nil, to: .codes("G4"), at: .governorate) == ["arrived G4 10", "net G4 10"])
    #expect(try rows(from: nil, to: nil, at: .governorate) == ["displaced unplaced 10"])
    #expect(
      try rows(from: nil, to: .named("Lebanon"), at: .country) == ["arrived !LBN 10"])
  }

  @Test("evictions and relocations count at the origin, or where that is not given, at the end")
  func otherKinds() throws {
    #expect(try rows(.eviction, from: .codes("G4"), to: nil, at: .governorate) == ["evicted G4 10"])
    #expect(
      try rows(.relocation, from: nil, to: .codes("G4"), at: .governorate)
        == ["relocated G4 10", "arrived G4 10", "net G4 10"])
  }

  @Test("flows join the ends of a level, over the whole coverage, and leave out what stays inside")
  func flows() throws {
    let report = try Report.of(
      [
        .movement("1", day, origin: .codes("G4A1"), destination: .codes("G3"), .exactly(10)),
        .movement(
          "2", "2025-05-01", origin: .codes("G4B1"), destination: .codes("G3"), .exactly(5)),
        .movement("3", day, origin: .codes("G4A1"), destination: .codes("G4B1"), .exactly(1)),
        .movement("4", day, origin: .codes("G4A1"), destination: .named("Lebanon"), .exactly(2)),
        .movement("5", day, .return, origin: .codes("G3"), destination: .codes("G4"), .exactly(3)),
      ], ReportSettings(step: .month))
    let flows = report.flows.filter { $0.level == .governorate }.map { flow in
      "\(Report.text(flow.origin)) → \(Report.text(flow.destination)) \(flow.kind.rawValue) "
        + "\(flow.best?.exactText ?? "-") x\(flow.records)"
    }
    #expect(
      flows == [
        "G3 → G4 return 3 x1", "G4 → G3 displacement 15 x2", "G4 → !LBN displacement 2 x1",
      ])
  }

  @Test("zones: who stays inside a zone neither leaves it nor arrives")
  func zones() throws {
    let report = try Report.of([
      .movement("1", day, origin: .codes("G1"), destination: .codes("G3"), .exactly(10)),
      .movement("2", day, origin: .codes("G4"), destination: .codes("G3"), .exactly(4)),
      .movement("3", day, origin: .codes("G1"), destination: .named("Lebanon"), .exactly(1)),
    ])
    #expect(report.zoneRows(.displaced) == ["Z2 all 11/11/11 x2"])
    #expect(report.zoneRows(.departed) == ["Z2 all 1/1/1 x1"])
    #expect(report.zoneRows(.arrived) == ["Z2 all 4/4/4 x1"])
    #expect(report.zoneRows(.net) == ["Z2 all 3/3/3 x2"])
    let inside = report.zoneAccounts.filter { $0.inside > 0 }.map {
      "\($0.indicator.name) \($0.inside)"
    }
    #expect(inside == ["displaced 2", "departed 1", "arrived 1"])
  }
}
