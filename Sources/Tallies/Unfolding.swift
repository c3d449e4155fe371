import Records
import Regions

/// Books the entries of a fold: several threads share them by their placements, each with a book
/// of its own, and `ViewTallies` sees all books at once.
struct Unfolding {
  let plain: PlainCount
  /// By number of placement.
  let codes: [PlaceCode]
  let fileCount: Int

  struct Part {
    var book = Book()
    var accounts: AccountBook
  }

  /// One of so many parts of a fold.
  func part(
    _ number: Int, of count: Int, _ fold: PlainFold
  ) throws(QuantityOverflow) -> Part {
    var part = Part(accounts: AccountBook(files: fileCount))
    var run: FoldRun?
    for entry in fold.ordered(part: number, of: count) {
      if run?.holds(entry.key) != true {
        try run?.close(into: &part)
        run = newRun(entry.key)
      }
      try run?.add(fold, entry, plain.datings[Int(entry.key.dating)], to: &part.book)
    }
    try run?.close(into: &part)
    return part
  }

  private func newRun(_ key: PlainFold.Key) -> FoldRun {
    FoldRun(
      key: key, plain.groups[Int(key.group)], plain.placements[key.placement],
      codes[Int(key.placement)])
  }
}

/// The entries of one place and group, over all times.
private struct FoldRun {
  private let key: PlainFold.Key
  private let plan: FoldPlan
  private let file: Int
  private let categories: [Int32]
  private let placement: Placement
  private let code: PlaceCode
  /// What the coverage gets at once when all entries are known.
  private var coverage: [Covered] = []

  private struct Covered {
    let share: PeriodShare
    var records: Int
    /// One for each line of the plan.
    var sums: [CompactSum]
  }

  init(
    key: PlainFold.Key, _ group: PlainCount.Group, _ placement: Placement, _ code: PlaceCode
  ) {
    self.key = key
    plan = FoldPlan(group)
    file = group.file
    categories = group.categories
    self.placement = placement
    self.code = code
  }

  func holds(_ key: PlainFold.Key) -> Bool {
    self.key.placement == key.placement && self.key.group == key.group
  }

  /// Books an entry in its period, and adds it to what the coverage gets.
  mutating func add(
    _ fold: PlainFold, _ entry: PlainFold.Entry, _ dating: Calendar.Dating, to book: inout Book
  ) throws(QuantityOverflow) {
    var sums: [CompactSum] = []
    sums.reserveCapacity(plan.lines.count)
    for line in plan.lines { sums.append(try line.sum(of: entry, in: fold)) }
    for share in dating.periods where share != dating.coverage {
      try add(sums, share.period, to: &book)
    }
    try cover(sums, dating.coverage, records: Int(fold.records(of: entry)))
  }

  private mutating func cover(
    _ sums: [CompactSum], _ share: PeriodShare, records: Int
  ) throws(QuantityOverflow) {
    guard let known = coverage.lastIndex(where: { $0.share == share }) else {
      return coverage.append(Covered(share: share, records: records, sums: sums))
    }
    coverage[known].records += records
    for line in sums.indices { try coverage[known].sums[line].add(sums[line]) }
  }

  func close(into part: inout Unfolding.Part) throws(QuantityOverflow) {
    for covered in coverage {
      let sums = zip(plan.lines, covered.sums).map { ($0.indicator, $1.sum) }
      let entry = IncidentEntry(placement, code, sums, records: covered.records)
      try part.accounts.add(entry, file: file, share: covered.share)
      try add(covered.sums, covered.share.period, to: &part.book)
    }
  }

  private func add(
    _ sums: [CompactSum], _ period: PeriodKey, to book: inout Book
  ) throws(QuantityOverflow) {
    for (line, sum) in zip(plan.lines, sums) {
      for category in categories {
        try book.places.add(sum, at: book.key(code, period, line.indicator, category))
        for zone in placement.zones {
          try book.zones.add(sum, at: book.key(.region(zone), period, line.indicator, category))
        }
      }
    }
  }
}
