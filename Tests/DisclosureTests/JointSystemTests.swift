import Records
import Regions
import Tallies
import Testing
import Withholding

@testable import Disclosure

@Suite("The joint system of a release")
struct JointSystemTests {
  private func system(
    _ seed: UInt64, threshold: Int?
  ) throws -> (system: JointSystem, figures: ProtectedFigures, settings: ReportSettings) {
    var random = MixedRecords(seed: seed)
    let records = random.records(random.number(3..<120))
    let settings = random.settings()
    let report = try TinyCountry.report(records, settings)
    let figures = Selection(of: report, policy: .all).figures
    let system = JointSystem(
      catalog: try TinyCountry.catalog(), settings: settings,
      coverage: report.figurePeriod(.coverage), figures: figures.figures, flows: figures.flows,
      threshold: threshold)
    return (system, figures, settings)
  }

  @Test(
    "Every sum of a random mixture holds in what was counted, and no bound is broken",
    arguments: 1...120 as ClosedRange<UInt64>)
  func sumsHold(_ seed: UInt64) throws {
    let (system, _, settings) = try system(seed, threshold: 5)
    for bound in system.brokenBounds {
      let sides = [bound.larger, bound.smaller].map { $0.map { name($0, system) } }
      Issue.record("\(sides[0]) is less than \(sides[1])")
    }
    for sum in system.table.sums {
      let parts = sum.parts.map { system.quantities[$0]?.attos ?? 0 }.reduce(0, &+)
      let parent = system.quantities[sum.parent]?.attos ?? 0
      #expect(parts == parent, "\(name(sum.parent, system)) in \(settings)")
    }
  }

  @Test("Whoever sees all numbers and whoever sees some have the same figures in the same cells")
  func samePositions() throws {
    let (known, figures, settings) = try system(7, threshold: 5)
    let shown = figures.shown(Array(repeating: true, count: figures.count))
    let system = JointSystem(
      catalog: try TinyCountry.catalog(), settings: settings, coverage: known.coverage,
      figures: shown.figures, flows: shown.flows, threshold: nil)
    #expect(system.figures == known.figures && system.flows == known.flows)
    #expect(system.publicTable.unit == 1)
  }

  private func name(_ cell: Int, _ system: JointSystem) -> String {
    guard cell < system.figures.count else { return "cell \(cell)" }
    let figure = system.figures[cell]
    let number = system.quantities[cell]?.exactText ?? "?"
    return "\(figure.indicator.name) \(figure.site) \(figure.view) \(figure.period.first)"
      + "-\(figure.period.last) \(figure.period.kind) \(figure.category) = \(number)"
  }
}
