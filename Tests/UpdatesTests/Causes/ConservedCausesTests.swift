import Causes
import Comparisons
import Disclosure
import Foundation
import Records
import Testing

@testable import Updates

/// Half a year of updates at random: what records account for is what the figures changed by.
@Suite("Causes add up")
struct ConservedCausesTests {
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  /// Incidents that come, change, move and go; flows, stocks, running totals, and a subject of
  /// two sources.
  private struct World {
    var dice: Dice
    var incidents: [(id: String, day: String, region: String, killed: Int)] = []
    var withdrawn: [String] = ["never-told"]
    private var number = 0

    init(seed: UInt64) { dice = Dice(state: seed) }

    private mutating func day() -> String { "2025-0\(dice.roll(5) + 1)-1\(dice.roll(9))" }
    private mutating func region() -> String { dice.roll(2) == 0 ? "A" : "B" }

    mutating func live() -> (incidents: String, moves: String, gone: String) {
      for _ in 0..<6 {
        number += 1
        incidents.append(("i\(number)", day(), region(), dice.roll(9)))
      }
      incidents[dice.roll(incidents.count)].killed += 1 + dice.roll(3)
      incidents[dice.roll(incidents.count)].region = region()
      incidents.remove(at: dice.roll(incidents.count))
      let rows = incidents.map { Table.row($0.id, $0.day, $0.region, killed: $0.killed) }
      let moves = (0..<8).map { _ in move() }
      if dice.roll(2) == 0 { withdrawn.append("m\(1 + dice.roll(number))") }
      return (Table.of(rows), MovementTable.of(moves), withdrawn.joined(separator: "\n"))
    }

    private mutating func move() -> String {
      number += 1
      // Some correct an earlier row of their kind.
      let version = dice.roll(3) == 0 ? 2 : 1
      let id = version == 2 ? "m\(1 + dice.roll(number))" : "m\(number)"
      let best = 1 + dice.roll(90)
      switch dice.roll(6) {
      case 0:
        return MovementTable.row(id, day(), to: region(), best, measure: "stock", version: version)
      case 1:
        return MovementTable.row(
          id, day(), from: "A", best, measure: "cumulative", source: "S", subject: "total",
          version: version)
      case 2, 3:
        return MovementTable.row(
          id, day(), from: "B", to: "A", best, source: dice.roll(2) == 0 ? "S" : "T",
          subject: "camp", version: version)
      case 4:
        return MovementTable.row(
          id, day(), from: region(), to: region(), best, kind: "return", version: version)
      default:
        return MovementTable.row(id, day(), from: "A", to: "B", best, version: version)
      }
    }
  }

  @Test(
    "What records account for is the whole change of each figure: flows, stocks, nets, several sources"
  )
  func conserved() async throws {
    let work = try Workplace(Workplace.causes)
    try work.write(Workplace.openPolicy, as: "open.toml")
    var world = World(seed: 3)
    var days: [String] = []
    for week in 0..<5 {
      let told = world.live()
      try work.write(told.incidents, as: "in/incidents.csv")
      try work.write(told.moves, as: "in/moves-\(week).csv")
      try work.write(told.gone, as: "in/gone.txt")
      days.append("2026-03-0\(week + 1)")
      try await work.update(days[week]) { $0.accepted = ["incidents", "moves"] }
    }
    var seen: Set<String> = []
    for (before, after) in zip(days, days.dropFirst()) + [(days[0], days[4])] {
      for causes in try work.compared(before, after).causes { try check(causes, &seen) }
    }
    // Each way of counting has been seen to change.
    let all: Set = ["killed", "incidents", "displaced", "arrived", "net", "idps", "displacement"]
    #expect(all.isSubset(of: seen), "\(all.subtracting(seen))")
  }

  private func check(_ causes: FigureCauses, _ seen: inout Set<String>) throws {
    let key = causes.change.key
    guard let rest = causes.notAttributed else {
      // Only where there is no number to account for.
      let told = [causes.change.before, causes.change.after]
      #expect(told.contains { $0.isNumberless }, "\(key)")
      return
    }
    #expect(rest == .zero, "\(key): \(causes.records.map(\.line))")
    if let change = causes.change.difference {
      let sum = try causes.records.reduce(Quantity.zero) { try $0.adding(#require($1.difference)) }
      #expect(sum.text() == change.text, "\(key)")
      if change.value != 0 { seen.insert(key.indicator) }
    }
  }
}

extension Told {
  fileprivate var isNumberless: Bool {
    switch self {
    case .shown(let numbers): numbers.best == nil
    case .withheld, .notTold: true
    case .noReport: false
    }
  }
}
