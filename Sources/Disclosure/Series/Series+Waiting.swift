import Records
import Regions
import Tallies
import Withholding

/// What of a series is not told anew.
extension Series {
  func waits(_ name: FigureName) -> Bool {
    switch waiting[name] {
    case nil: false
    case .all: true
    case .new(let view): name.view >= view && !isViewTold(name)
    }
  }

  /// Flows wait with the departures and arrivals that they add up to.
  func waits(_ name: FlowName, _ coverage: FigurePeriod) -> Bool {
    waiting.hasFlows
      || waits(
        FigureName(
          view: .level(name.level), site: .outside, period: coverage,
          indicator: Indicator(.departed, unit: name.unit), category: ""))
  }

  /// Whether what was told of a figure is told again, or nothing.
  func tellsAgain(_ name: FigureName) -> Bool { !history.isRevision || waits(name) }

  func tellsAgain(_ name: FlowName, _ coverage: FigurePeriod) -> Bool {
    !history.isRevision || waits(name, coverage)
  }

  /// Lets wait what cannot be protected.
  ///
  /// - Returns: whether anything waits that did not.
  mutating func letWait(
    _ failures: [Int], of system: JointSystem
  ) throws(WithholdingError) -> Bool {
    let before = waiting
    let failures = Set(failures)
    for part in try system.table.connected() {
      let own = part.cells.filter(failures.contains)
      guard !own.isEmpty else { continue }
      letWait(own, in: part.cells, system)
    }
    return waiting != before
  }

  private mutating func letWait(_ failures: [Int], in part: [Int], _ system: JointSystem) {
    let before = waiting
    let count = system.figures.count
    for cell in failures {
      if cell < count {
        let name = system.figures[cell]
        waiting.add(
          name, isViewTold(name) ? .all : .new(from: name.view), coverage: system.coverage)
      } else if cell < count + system.flows.count {
        waiting.hasFlows = true
      }
    }
    guard waiting == before else { return }
    // What is to blame has no name, or waits already: with it, then, all that it is tied to.
    for name in part.filter({ $0 < count }).map({ system.figures[$0] }) where !system.isPast(name) {
      waiting.add(name, .all, coverage: system.coverage)
    }
  }
}
