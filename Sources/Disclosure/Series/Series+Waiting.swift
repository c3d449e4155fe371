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
    case .new(let view): name.view >= view && (isTotal(name) || !isViewTold(name))
    }
  }

  /// Whether a figure is the sum of periods, of which some may wait.
  private func isTotal(_ name: FigureName) -> Bool { hasPeriods && name.period.kind == .coverage }

  /// Flows wait with the departures and arrivals that they add up to.
  func waits(_ name: FlowName, _ coverage: FigurePeriod) -> Bool {
    waiting.hasFlows
      || waits(
        FigureName(
          view: .level(name.level), site: .outside, period: coverage,
          indicator: Indicator(.departed, unit: name.unit), category: ""))
  }

  /// Whether a figure waits that would contradict others if it were told as before: totals over all
  /// days are those of their periods, of which some may be counted anew.
  private func isLeftOut(_ name: FigureName) -> Bool {
    isTotal(name) && waits(name)
  }

  /// What is said of a figure that was told before.
  func sequel(_ name: FigureName) -> Sequel {
    if isLeftOut(name) { return .nothing }
    return history.isRevision && !waits(name) ? .countedAnew : .toldAgain
  }

  /// Flows that wait are left out, as they are counted over all days.
  func sequel(_ name: FlowName, _ coverage: FigurePeriod) -> Sequel {
    if waits(name, coverage) { return .nothing }
    return history.isRevision ? .countedAnew : .toldAgain
  }

  /// The same of what was told under a key, which another count may have left behind.
  func sequel(_ key: String, _ name: FigureName) -> Sequel {
    let sequel = sequel(name)
    return sequel == .toldAgain && repeated(key) == nil ? .nothing : sequel
  }

  func sequel(_ key: String, _ name: FlowName, _ coverage: FigurePeriod) -> Sequel {
    let sequel = sequel(name, coverage)
    return sequel == .toldAgain && repeated(key) == nil ? .nothing : sequel
  }

  /// Lets wait what cannot be protected.
  ///
  /// What is to blame in one figure may be gone when another waits. So the totals over all days, which
  /// are left out with any of their periods, wait first, and then a few groups of each part of the
  /// table that sums connect.
  /// - Parameter most: how many groups of each part.
  /// - Returns: whether anything waits that did not.
  mutating func letWait(
    _ failures: [Int], of system: JointSystem, most: Int
  ) throws(WithholdingError) -> Bool {
    let before = waiting
    if hasPeriods {
      for cell in failures where cell < system.figures.count {
        let name = system.figures[cell]
        waiting.addTotal(name, extent(name), coverage: system.coverage)
      }
    }
    guard waiting == before else { return true }
    let failures = Set(failures)
    for part in try system.table.connected() {
      let own = part.cells.filter(failures.contains)
      if !own.isEmpty { letWait(own, in: part.cells, system, most) }
    }
    return waiting != before
  }

  private mutating func letWait(
    _ failures: [Int], in part: [Int], _ system: JointSystem, _ most: Int
  ) {
    let before = waiting
    let count = system.figures.count
    for cell in failures where waiting.groups.count < before.groups.count + most {
      if cell < count {
        let name = system.figures[cell]
        waiting.add(name, extent(name), coverage: system.coverage)
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

  private func extent(_ name: FigureName) -> Waiting.Extent {
    isViewTold(name) ? .all : .new(from: name.view)
  }
}
