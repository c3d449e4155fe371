import Records
import Tallies

extension JointSystem {
  /// The total over the coverage is the sum of its periods and of what is unspecified in time
  /// inside it. A record that may lie outside the days asked for is not part of the total, but
  /// may stand in one row with others that are.
  mutating func tieTimes() {
    guard settings.step != nil else { return }
    tiePastTotals()
    var inside: [Int: [Int]] = [:]
    var partial: [Int: [Int]] = [:]
    var spoiled: Set<Int> = []
    for name in present where name.period.kind != .coverage && name.indicator.kind != .stock {
      var whole = name
      whole.period = coverage
      guard case .cell(let parent) = self[whole] else { continue }
      switch self[name] {
      case .cell(let cell) where isInside(name.period): inside[parent, default: []].append(cell)
      case .cell(let cell): partial[parent, default: []].append(cell)
      case .unknown: spoiled.insert(parent)
      case .absent: break
      }
    }
    for parent in Set(inside.keys).union(partial.keys).subtracting(spoiled).sorted() {
      tie(parent, toSumOf: inside[parent] ?? [], andSomeOf: partial[parent] ?? [])
    }
  }

  /// A total that an earlier release has shown is that of the periods inside it, as long as no
  /// late record has changed them.
  ///
  /// That is all that ties it: which other totals of those days were withheld is not known here,
  /// and what they add up to follows from the periods.
  private mutating func tiePastTotals() {
    var past: [FigureName: [(cell: Int, period: FigurePeriod)]] = [:]
    for name in figures where isPast(name) {
      guard case .cell(let cell) = self[name] else { continue }
      var key = name
      key.period = coverage
      past[key, default: []].append((cell, name.period))
    }
    guard !past.isEmpty else { return }
    var parts: [Int: [Int]] = [:]
    for name in present where name.period.kind != .coverage && name.indicator.kind != .stock {
      var key = name
      key.period = coverage
      guard case .cell(let cell) = self[name] else { continue }
      for total in past[key] ?? []
      where total.period.first <= name.period.first && name.period.last <= total.period.last {
        parts[total.cell, default: []].append(cell)
      }
    }
    for (total, cells) in parts.sorted(by: { $0.key < $1.key }) {
      if let now = sum(cells), now == sum([total]) { tie(total, toSumOf: cells) }
    }
  }

  /// Whether all records in a row surely lie inside the days asked for.
  private func isInside(_ period: FigurePeriod) -> Bool {
    if period.kind == .period || settings.spanning != .hold { return true }
    if settings.from == nil && settings.to == nil { return true }
    return period.kind == .unspecified && settings.from.map { $0 <= period.first } ?? true
      && settings.to.map { period.last <= $0 } ?? true
  }

  /// Stocks do not add over time (rule F2), but one that nobody has updated since the period
  /// before is the same figure again, and that of the last period is that of the coverage.
  mutating func tieStocks() {
    var series: [FigureName: [(period: FigurePeriod, cell: Int)]] = [:]
    for name in present where name.indicator.kind == .stock {
      guard case .cell(let cell) = self[name] else { continue }
      series[name.withoutDays, default: []].append((name.period, cell))
    }
    var pairs: [(Int, Int)] = []
    for values in series.values {
      let ordered = values.sorted {
        ($0.period.last, $0.period.kind.rawValue) < ($1.period.last, $1.period.kind.rawValue)
      }
      for (earlier, later) in zip(ordered, ordered.dropFirst()) {
        let isUnchanged =
          earlier.period.last == later.period.last
          || known[later.cell].asOf.map { $0 <= earlier.period.last } ?? false
        if isUnchanged { pairs.append((later.cell, earlier.cell)) }
      }
    }
    for (later, earlier) in pairs.sorted(by: <) { tie(later, toSumOf: [earlier]) }
  }

  /// A total is the sum of its categories, where there are any; a source also shows what it says
  /// of subjects for which another was taken, so sources add up to more.
  mutating func tieCategories() {
    guard settings.category != nil else { return }
    var categories = Gathering()
    for name in present where !name.category.isEmpty {
      var total = name
      total.category = ""
      categories.add(self[name], to: self[total])
    }
    if settings.category == .source {
      for (parent, parts) in categories.sums { bound(parts, isAtLeast: [parent]) }
    } else {
      tie(categories)
    }
  }
}
