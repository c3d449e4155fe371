import Records
import Regions
import Tallies
import Withholding

/// What has been added between two counts of the same records, as a table of its own.
///
/// Sums of figures are sums of changes: where a district has grown by ten and its shown
/// subdistricts by seven, the others have grown by three. Rule D5 asks that no change of a few is
/// told, so what was added to withheld figures is withheld as well: it is seen to be nothing or k at
/// least, or may be both. Then so is whatever is told of several together.
///
/// Nothing else that is known of the figures goes in. That a change is small because the figure is
/// says nothing about the change.
struct ChangeTable {
  private(set) var table = KnownTable()
  /// From here on a change may be told (rule D5): k.
  private let few: Int
  /// By cell.
  private(set) var names: [ToldName] = []

  /// Whether anything in it is withheld.
  var isOpen: Bool {
    table.cells.contains { if case .withheld = $0 { true } else { false } }
  }

  init(
    _ later: SeriesTable.Count, after earlier: SeriesTable.Count, _ changes: Changes, unit: Int
  ) {
    let (before, after) = (earlier.told, later.told)
    few = later.release.threshold * unit
    names = after.names + before.names.filter { after.cell($0) == nil && $0.isOf(after) }
    for name in names {
      let change = Self.change(name, before, after, changes, unit)
      _ = table.add(
        change.isWithheld
          ? .withheld(least: 0, threshold: few + 1) : change.cell)
    }
    // The sums alone; every figure in them, whatever is known of it.
    let system = JointSystem(
      catalog: after.system.catalog, settings: after.settings, coverage: after.coverage,
      figures: names.compactMap(\.asFigure), flows: names.compactMap(\.asFlow), threshold: nil)
    let order =
      names.indices.filter { names[$0].asFigure != nil }
      + names.indices.filter { names[$0].asFlow != nil }
    let rest = system.table.cells.indices.dropFirst(names.count).map { _ in
      table.add(.unknown(least: nil))
    }
    let cells = order + rest
    for sum in system.table.sums {
      var parts = sum.parts.map { cells[$0] }
      if unit > 1 {
        let most = 2 * (parts.count + 1)
        parts.append(table.add(.unknown(least: -most, most: most)))
      }
      table.tie(cells[sum.parent], toSumOf: parts)
    }
  }

  private static func change(
    _ name: ToldName, _ before: ToldTable, _ after: ToldTable, _ changes: Changes, _ unit: Int
  ) -> (cell: KnownTable.Cell, isWithheld: Bool) {
    let isGuessed = name.onlyGrows && !changes.fallen.contains(name)
    switch (before.number(name), after.number(name)) {
    case (.known(let old)?, .known(let new)?):
      return (.shown(new.counted(in: unit) - old.counted(in: unit)), false)
    case (.withheld?, .withheld?):
      if !changes.moved.contains(name) { return (.shown(0), false) }
      return (.unknown(least: nil), isGuessed)
    case (.known?, .withheld?): return (.unknown(least: isGuessed ? 0 : nil), false)
    default: return (.unknown(least: nil), false)
    }
  }

  /// The figures of which it is seen that a few were added to them, or may be.
  func failures() async throws -> Set<ToldName> {
    var failures: Set<ToldName> = []
    for part in table.parts {
      let findings: [Attack.Finding?]
      do {
        findings = try await Attack(part.table, threshold: 1).findings
      } catch WithholdingError.inconsistent {
        // Records were withdrawn as well, so that nothing follows.
        continue
      }
      for (cell, finding) in zip(part.cells, findings) {
        switch finding {
        case nil, .wide?: break
        case .narrow(let range)? where range.upperBound <= 0 || range.lowerBound >= few: break
        case .narrow?, .unsettled?: failures.insert(names[cell])
        }
      }
    }
    return failures
  }
}

extension ToldName {
  fileprivate func isOf(_ table: ToldTable) -> Bool {
    period.kind != .coverage || period == table.coverage
  }

  fileprivate var asFigure: JointSystem.Figure? {
    if case .figure(let name) = self { (name, KnownFigure(.withheld)) } else { nil }
  }

  fileprivate var asFlow: JointSystem.Flow? {
    if case .flow(let name, _) = self { (name, KnownFigure(.withheld)) } else { nil }
  }
}
