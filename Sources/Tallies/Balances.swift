import Records
import Regions

/// The accounts of rule A1, and the check that the tallies add up to them.
struct Balances {
  let catalog: RegionCatalog
  let settings: ReportSettings
  let fileNames: [String]
  let accounts: AccountBook
  /// Sees places through levels exactly as the tallies do.
  let rollUp: RollUp

  private struct Key: Hashable {
    let file: Int
    let level: Level
    let indicator: Indicator
  }

  func make() -> [Report.Account] {
    var balances: [Key: Report.Balance] = [:]
    for (key, count) in accounts.placed {
      for level in settings.levels {
        let balance = Key(file: key.file, level: level, indicator: key.indicator)
        let site = rollUp.site(key.place, at: level)
        balances[balance, default: Report.Balance()].add(count, at: site)
      }
    }
    for (key, count) in accounts.moved {
      for level in settings.levels { add(key, count, at: level, to: &balances) }
    }
    for (key, count) in accounts.marks where settings.levels.contains(key.level) {
      let balance = Key(file: key.file, level: key.level, indicator: key.indicator)
      balances[balance]?.mark(count, isTie: key.isTie)
    }
    return listed(balances)
  }

  private func add(
    _ key: AccountBook.MovedKey, _ count: Int, at level: Level,
    to balances: inout [Key: Report.Balance]
  ) {
    let origin = rollUp.end(key.origin, at: level)
    let destination = rollUp.end(key.destination, at: level)
    for (effect, site) in rollUp.effects(of: key.kind, from: origin, to: destination) {
      let indicator = Indicator(effect.stem, unit: key.unit)
      let balance = Key(file: key.file, level: level, indicator: indicator)
      balances[balance, default: Report.Balance()].add(count, at: site)
      for isTie in [true, false] {
        let mark = AccountBook.MovedMarkKey(
          moved: key, end: effect.end, level: level, isTie: isTie)
        balances[balance]?.mark(accounts.movedMarks[mark] ?? 0, isTie: isTie)
      }
    }
  }

  private func listed(_ balances: [Key: Report.Balance]) -> [Report.Account] {
    var totals: [Key: Report.Balance] = [:]
    for (key, balance) in balances {
      let total = Key(file: -1, level: key.level, indicator: key.indicator)
      totals[total, default: Report.Balance()].add(balance)
    }
    return totals.merging(balances) { total, _ in total }
      .sorted { left, right in
        (left.key.file, left.key.level, left.key.indicator)
          < (right.key.file, right.key.level, right.key.indicator)
      }
      .map { key, balance in
        Report.Account(
          file: key.file < 0 ? nil : fileNames[key.file], level: key.level,
          indicator: key.indicator, balance: balance)
      }
  }

  func zones() -> [Report.ZoneAccount] {
    var counts: [Indicator: [RegionNumber: (inside: Int, possible: Int)]] = [:]
    for (key, count) in accounts.zones {
      var known = counts[key.indicator]?[key.zone] ?? (0, 0)
      if key.isSure { known.inside += count } else { known.possible += count }
      counts[key.indicator, default: [:]][key.zone] = known
    }
    return counts.flatMap { indicator, zones in
      zones.map { zone, count in
        Report.ZoneAccount(
          zone: zone, indicator: indicator, inside: count.inside, possible: count.possible)
      }
    }.sorted { ($0.zone, $0.indicator) < ($1.zone, $1.indicator) }
  }

  // MARK: - The check

  /// A1: a report that does not balance is not written.
  func check(
    _ inputs: [Report.Input], _ balances: [Report.Account], _ totals: RolledTotals
  ) throws {
    for input in inputs {
      let known = input.read + input.rejected + input.replaced + input.outOfRange
      guard known == input.rows else {
        throw ReportError.unbalanced(
          "of \(input.rows) rows in \(input.file), \(known) are accounted for")
      }
    }
    for account in balances where !account.balance.isBalanced {
      throw ReportError.unbalanced(
        "\(account.indicator.name) by \(account.level.name) in \(account.file ?? "all files")")
    }
    try check(totals)
  }

  /// At every level the figures add up to what came in, to the last person: inside the coverage,
  /// and over all periods with what is unspecified in time.
  private func check(_ totals: RolledTotals) throws {
    for level in settings.levels {
      for (indicator, sum) in accounts.covered {
        try compare(sum, totals.inside(level, indicator), indicator, level)
      }
      for (indicator, sum) in accounts.intake {
        try compare(sum, totals.all(level, indicator), indicator, level)
      }
    }
  }

  private func compare(
    _ came: Sum, _ counted: Sum, _ indicator: Indicator, _ level: Level
  ) throws {
    guard (came.low, came.best, came.high) == (counted.low, counted.best, counted.high) else {
      throw ReportError.unbalanced(
        "\(indicator.name) by \(level.name) adds up to \(counted.best.exactText), but "
          + "\(came.best.exactText) came in")
    }
  }
}

extension Report.Balance {
  mutating func add(_ count: Int, at site: Tally.Site) {
    read += count
    switch site {
    case .region: regions += count
    case .unspecified: unspecified += count
    case .external: external += count
    case .outside: outside += count
    case .unplaced: unplaced += count
    }
  }

  mutating func add(_ other: Report.Balance) {
    read += other.read
    regions += other.regions
    unspecified += other.unspecified
    external += other.external
    outside += other.outside
    unplaced += other.unplaced
    ties += other.ties
    snapped += other.snapped
  }

  mutating func mark(_ count: Int, isTie: Bool) {
    if isTie { ties += count } else { snapped += count }
  }
}
