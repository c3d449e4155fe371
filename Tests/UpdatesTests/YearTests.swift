import Archive
import Foundation
import Testing

@testable import Updates

/// A year of weekly updates of a source that tells everything and of one that tells what is new.
@Suite("A year of updates")
struct YearTests {
  private static let configuration = """
    archive = "archive.sqlite"
    output = "out"
    keep_releases = 3
    [[source]]
    name = "register"
    files = ["in/register.csv"]
    missing = "deleted"
    [[source]]
    name = "reports"
    files = ["in/reports-*.csv"]
    missing = "kept"
    [[deletions]]
    name = "withdrawn"
    files = ["in/withdrawn.csv"]
    source = "S"
    [report]
    by = "quarter"
    levels = ["governorate"]
    """

  /// The same numbers on every machine: a linear congruential generator (Knuth's MMIX).
  private struct Dice {
    var state: UInt64 = 42

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private struct Row {
    let id: String
    let day: String
    let region: String
    var killed: Int
    var version: Int

    var text: String { Table.row(id, day, region, killed: killed, version: version) }
  }

  /// What the sources say in a week: some of it late, some of it revised, deleted, or said twice.
  private struct World {
    var dice = Dice()
    var register: [Row] = []
    var withdrawn = ["id"]
    private var number = 0

    private mutating func new(_ week: Int, _ prefix: String) -> Row {
      number += 1
      let late = dice.roll(4) == 0 ? dice.roll(week + 1) : 0
      let day = max(0, (week - late) * 7 + dice.roll(7))
      return Row(
        id: "\(prefix)\(number)",
        day: "2025-\(Self.padded(day / 31 % 12 + 1))-\(Self.padded(day % 28 + 1))",
        region: dice.roll(2) == 0 ? "A" : "B", killed: dice.roll(9), version: 1)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// - Returns: the reports of the week.
    mutating func live(_ week: Int) -> [String] {
      for _ in 0..<5 { register.append(new(week, "g")) }
      if week % 3 == 0, register.count > 9 { register.remove(at: dice.roll(register.count)) }
      if week % 2 == 0 {
        let revised = dice.roll(register.count)
        register[revised].killed += 1
        register[revised].version += 1
      }
      var reports = (0..<3).map { _ in new(week, "r") }
      if week % 4 == 1 { withdrawn.append(reports[0].id) }
      var revision = reports[1]
      revision.version = 2
      revision.killed += 5
      reports += [revision, reports[2]]
      return reports.map(\.text)
    }
  }

  @Test("After 52 updates the release is that of one run, and archive and time have grown evenly")
  func year() async throws {
    let work = try Workplace(Self.configuration)
    var world = World()
    var sizes: [Int] = []
    var seconds: [Double] = []
    let clock = ContinuousClock()
    for week in 0..<52 {
      let reports = world.live(week)
      try work.write(Table.of(world.register.map(\.text)), as: "in/register.csv")
      try work.write(Table.of(reports), as: "in/reports-\(100 + week).csv")
      try work.write(world.withdrawn.joined(separator: "\n") + "\n", as: "in/withdrawn.csv")
      let began = clock.now
      try await work.update(Self.day(week))
      let took = began.duration(to: clock.now).components
      seconds.append(Double(took.seconds) + Double(took.attoseconds) / 1e18)
      sizes.append(try work.archiveBytes().count)
    }
    #expect(try work.release() == (try await work.releaseFromScratch(Self.day(51))))
    #expect(try work.settings().exclusively { try $0.check() }.problems == [])
    #expect(try work.releaseNames().count == 3)
    let (early, late) = (seconds[5..<15].sorted()[5], seconds[42..<52].sorted()[5])
    let growth = (spring: sizes[25] - sizes[12], winter: sizes[51] - sizes[38])
    print(
      "a year of updates: archive \(sizes[51]) bytes, quarters grew by \(growth.spring) and "
        + "\(growth.winter); an update took \(early) s early and \(late) s late (median of ten)")
    #expect(growth.winter < 2 * growth.spring + 65_536)
    #expect(late < 5 * early + 0.5)
  }

  private static func day(_ week: Int) -> String {
    "2026-\(week / 28 + 10)-\(String(week % 28 + 101).dropFirst())"
  }
}
