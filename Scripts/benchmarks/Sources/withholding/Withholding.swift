import Foundation
import Withholding
import WithholdingSamples

/// withholding measure [RECORDS…]: protects countries of Syria's shape, one line each.
/// withholding grow [SHARE…]: the same for countries of a share of its regions and its records, as
/// sparse as it is itself.
/// withholding tables FOLDER [COUNT]: writes small protected tables for Scripts/attack.
/// withholding dump FILE [RECORDS]: writes one protected table of Syria's shape.
/// withholding attack TABLE…: attacks such tables with the product's own attacker.
@main
struct WithholdingBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "attack":
      for path in arguments.dropFirst() { try await attack(path) }
    case "dump":
      var country = SampleCountry()
      country.indicators = 1
      country.records = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 1_000
      try await write(country, to: URL(filePath: arguments.dropFirst().first ?? "1.table"))
    case "tables":
      let folder = URL(filePath: arguments.dropFirst().first ?? ".")
      let count = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 20
      for seed in 1...max(1, count) { try await write(UInt64(seed), to: folder) }
    case "grow":
      let shares = arguments.dropFirst().compactMap { Double($0) }
      try await measure(
        (shares.isEmpty ? [0.125, 0.25, 0.5, 1] : shares).map { share in
          var country = SampleCountry()
          country.regions = country.regions.map { max(1, Int(Double($0) * share)) }
          country.records = Int(Double(country.records) * share)
          return country
        })
    default:
      let sizes = arguments.dropFirst().compactMap { Int($0) }
      try await measure(
        (sizes.isEmpty ? [600, 2_500, 5_000, 10_000, 20_000] : sizes).map { records in
          var country = SampleCountry()
          country.records = records
          return country
        })
    }
  }

  /// One line each, and how the processor time grows with what is hidden, from the first to the
  /// last: 1 in proportion, 2 with the square.
  private static func measure(_ countries: [SampleCountry]) async throws {
    var points: [(hidden: Int, seconds: Double)] = []
    for country in countries { points.append(try await measure(country)) }
    guard let first = points.first, let last = points.last, last.hidden > first.hidden else {
      return
    }
    let exponent =
      log(last.seconds / first.seconds) / log(Double(last.hidden) / Double(first.hidden))
    print("growth: hidden figures to the power of \((exponent * 100).rounded() / 100)")
  }

  private static func measure(
    _ country: SampleCountry
  ) async throws -> (hidden: Int, seconds: Double) {
    let table = country.table().table
    let clock = ContinuousClock()
    let (start, busy) = (clock.now, processorSeconds())
    let plan = try await WithholdingPlan(table, threshold: country.threshold)
    let seconds = processorSeconds() - busy
    report("records \(country.records)", table, plan, seconds, clock.now - start)
    return (plan.isHidden.count(where: { $0 }), seconds)
  }

  /// Of all threads: on a shared machine the wall clock says little.
  private static func processorSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }

  /// Cells, how many of them are hidden, and how many people are in hidden figures that are no
  /// sums of others.
  private static func report(
    _ name: String, _ table: FigureTable, _ plan: WithholdingPlan, _ seconds: Double,
    _ time: Duration
  ) {
    let percent = { (part: Int, whole: Int) in
      (1000 * Double(part) / Double(max(1, whole))).rounded() / 10
    }
    let hidden = plan.isHidden.count(where: { $0 })
    let primary = table.cells.count(where: { $0.fate == .withheld })
    let sums = Set(table.sums.map(\.parent))
    let inner = table.cells.indices.filter { !sums.contains($0) }
    let people = inner.reduce(0) { $0 + table.cells[$1].value }
    let hiddenPeople = inner.reduce(0) { $0 + (plan.isHidden[$1] ? table.cells[$1].value : 0) }
    print(
      name, "cells \(table.cells.count) primary \(percent(primary, table.cells.count)) %",
      "hidden \(percent(hidden, table.cells.count)) %",
      "people hidden \(percent(hiddenPeople, people)) %",
      "processor \((seconds * 10).rounded() / 10) s elapsed \((time / .milliseconds(100)).rounded() / 10) s",
      "memory \(peakMegabytes()) MB",
      "rounds \(plan.statistics.rounds) covers \(plan.statistics.covers)")
  }

  /// The most memory that the process has held so far, as Linux tells it.
  private static func peakMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").compactMap { Int($0) }.first.map { $0 / 1024 } ?? 0
  }

  /// A few regions, months and categories, sparse, of another shape for each seed.
  private static func write(_ seed: UInt64, to folder: URL) async throws {
    var country = SampleCountry()
    let number = Int(seed)
    country.regions = [2 + number % 3, 4 + number % 5, 8 + number % 7]
    country.periods = 2 + number % 5
    country.categories = 1 + number % 4
    country.indicators = 1
    country.records = 60 + 40 * (number % 9)
    country.seed = seed
    try await write(country, to: folder.appending(path: "\(seed).table"))
  }

  /// Attacks a table as `tables` writes it, from what it shows.
  private static func attack(_ path: String) async throws {
    var table = KnownTable()
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words[0] == "sum" {
        let numbers = words.dropFirst().compactMap { Int($0) }
        table.tie(numbers[0], toSumOf: Array(numbers.dropFirst()))
      } else if words[1] == "slack" {
        _ = table.add(.unknown())
      } else {
        _ = table.add(words[3] == "1" ? .withheld() : .shown(Int(words[2]) ?? 0))
      }
    }
    let clock = ContinuousClock()
    let start = clock.now
    let attack = try await Attack(table, threshold: 5)
    print(
      "\(path): \(attack.findings.count { $0 != nil }) withheld, \(attack.failures.count) not safe,",
      "time \(clock.now - start)")
    for cell in attack.failures.prefix(5) {
      if let finding = attack.findings[cell] { print("cell \(cell): \(finding)") }
    }
  }

  private static func write(_ country: SampleCountry, to file: URL) async throws {
    let table = country.table().table
    let plan = try await WithholdingPlan(table, threshold: country.threshold)
    var lines: [String] = []
    for (cell, isHidden) in zip(table.cells, plan.isHidden) {
      lines.append("cell \(cell.role) \(cell.value) \(isHidden ? 1 : 0)")
    }
    for sum in table.sums {
      lines.append("sum " + ([sum.parent] + sum.parts).map(String.init).joined(separator: " "))
    }
    let text = lines.joined(separator: "\n") + "\n"
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}
