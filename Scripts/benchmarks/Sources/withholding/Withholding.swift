import Foundation
import Withholding
import WithholdingSamples

/// withholding measure [RECORDS…]: protects countries of Syria's shape, one line each.
/// withholding tables FOLDER [COUNT]: writes small protected tables for Scripts/attack.
@main
struct WithholdingBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "tables":
      let folder = URL(filePath: arguments.dropFirst().first ?? ".")
      let count = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 20
      for seed in 1...max(1, count) { try await write(UInt64(seed), to: folder) }
    default:
      let sizes = arguments.dropFirst().compactMap { Int($0) }
      for records in sizes.isEmpty ? [2_500, 5_000, 10_000, 20_000] : sizes {
        try await measure(records)
      }
    }
  }

  private static func measure(_ records: Int) async throws {
    var country = SampleCountry()
    country.records = records
    let table = country.table().table
    let clock = ContinuousClock()
    let start = clock.now
    let plan = try await WithholdingPlan(table, threshold: country.threshold)
    let time = clock.now - start
    let hidden = plan.isHidden.count(where: { $0 })
    let primary = table.cells.count(where: { $0.isPrimary })
    print(
      "records \(records) cells \(table.cells.count) primary \(primary) withheld \(hidden)",
      "time \(time) of which covers \(plan.statistics.covers), proofs \(plan.statistics.proofs),",
      "guarded \(plan.statistics.guarded)")
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
    try text.write(to: folder.appending(path: "\(seed).table"), atomically: true, encoding: .utf8)
  }
}
