extension Ledger {
  /// What may be told again as it was: what was told in the latest count of its period.
  ///
  /// Where a revision was asked for other levels, it counted these anew and said nothing of the rest.
  /// What was told of the rest before belongs to another count, and beside the new one it would
  /// contradict it, or tell what lies between the two. A period that a revision did not speak of was
  /// not counted anew.
  var repeatable: Set<String> {
    var told: Set<String> = []
    var repeatable: Set<String> = []
    var counts: [String: [LedgerCount]] = [:]
    func own(_ key: String) -> [LedgerCount] {
      if let known = counts[key] { return known }
      let own = LedgerKey.counts(key)
      counts[key] = own
      return own
    }
    for line in deltas {
      let keys = line.figures.map(\.key)
      told.formUnion(keys)
      told.subtract(line.absent)
      repeatable.formUnion(keys)
      guard line.isRevision else { continue }
      let anew = Set(told.flatMap(own))
      repeatable = repeatable.filter { key in
        told.contains(key) || !(own(key).last.map(anew.contains) ?? false)
      }
    }
    return repeatable
  }
}

/// Figures that are counted anew together: movements of persons, of households, or one of the other
/// indicators, in one period or at all.
struct LedgerCount: Hashable {
  let indicator: String
  /// `nil` for any days.
  let period: String?
}
