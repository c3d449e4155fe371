import Records

/// Sums by place, period, indicator and category, in little memory.
///
/// Nearly all sums are of small whole numbers that are all known, with bounds that are either
/// missing or the number itself. Such a sum takes 24 bytes in a table of its own, where a
/// dictionary takes some 170; any other is kept exactly in a dictionary beside it (rule F8). A
/// report by month and type of event has some 600,000 of them.
struct SumTable: Sequence {
  typealias Key = Book.PlaceKey
  typealias Element = (key: Key, value: Sum)

  private struct Entry {
    /// 0 where there is none.
    var key: UInt64 = 0
    var best: UInt32 = 0
    var largest: UInt32 = 0
    var records: UInt32 = 0
    var bounds = SmallSum.Bounds(rawValue: 0)
    /// Whether the sum lies in the dictionary.
    var isWide = false
  }

  private var entries: [Entry] = []
  private var used = 0
  /// How many of those used only tell that the sum lies in the dictionary.
  private var marked = 0
  private var wide: [Key: Sum] = [:]
  private var periods = PeriodTable()

  init() {}

  mutating func add(_ sum: CompactSum, at key: Key) throws(QuantityOverflow) {
    if case .small(let small) = sum, let packed = pack(key), add(small, at: packed) { return }
    try addWide(sum.sum, at: key)
  }

  private mutating func addWide(_ sum: Sum, at key: Key) throws(QuantityOverflow) {
    if let packed = pack(key) { markWide(packed, key) }
    try wide[key, default: .empty].add(sum)
  }

  /// Moves what is small of a sum to where the wide ones are, and keeps it there.
  private mutating func markWide(_ packed: UInt64, _ key: Key) {
    let slot = slot(of: packed)
    if entries[slot].key == 0 {
      entries[slot].key = packed
      used += 1
    } else if !entries[slot].isWide {
      wide[key] = sum(of: entries[slot])
    }
    if !entries[slot].isWide { marked += 1 }
    entries[slot].isWide = true
  }

  // MARK: - The small ones

  /// The key in 63 bits, and never 0; `nil` where it does not fit.
  private mutating func pack(_ key: Key) -> UInt64? {
    let place = Int(key.place.value) + 1 << 20
    let category = Int(key.category) + 1
    let indicator = Int(key.indicator.stem.rawValue) << 1 | (key.indicator.unit == .persons ? 0 : 1)
    guard place > 0, place < 1 << 21, category < 1 << 17,
      let period = periods.number(of: key.period)
    else { return nil }
    makeRoom()
    return UInt64(place) << 42 | UInt64(category) << 25 | UInt64(period) << 6 | UInt64(indicator)
  }

  private func unpack(_ packed: UInt64) -> Key {
    let indicator = Int(packed & 63)
    let stem = Indicator.Stem(rawValue: UInt8(indicator >> 1)) ?? .incidents
    return Key(
      place: PlaceCode(value: Int32(packed >> 42) - 1 << 20),
      period: periods[Int(packed >> 6 & 0x7FFFF)],
      indicator: Indicator(stem, unit: indicator & 1 == 0 ? .persons : .households),
      category: Int32(packed >> 25 & 0x1FFFF) - 1)
  }

  /// `false` where the sum does not fit into the entry of its key.
  private mutating func add(_ sum: SmallSum, at packed: UInt64) -> Bool {
    let slot = slot(of: packed)
    guard entries[slot].key == packed else {
      guard let best = UInt32(exactly: sum.best) else { return false }
      entries[slot] = Entry(
        key: packed, best: best, largest: sum.largest, records: sum.records, bounds: sum.bounds)
      used += 1
      return true
    }
    let entry = entries[slot]
    let (records, overflow) = entry.records.addingReportingOverflow(sum.records)
    guard !entry.isWide, entry.bounds == sum.bounds, !overflow,
      let best = UInt32(exactly: UInt64(entry.best) + sum.best)
    else { return false }
    entries[slot].best = best
    entries[slot].records = records
    entries[slot].largest = Swift.max(entry.largest, sum.largest)
    return true
  }

  private func slot(of packed: UInt64) -> Int {
    let mask = entries.count &- 1
    var slot = Int(truncatingIfNeeded: packed.scrambled) & mask
    while entries[slot].key != packed, entries[slot].key != 0 { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func makeRoom() {
    guard 10 * used >= 7 * entries.count else { return }
    let old = entries
    entries = Array(repeating: Entry(), count: Swift.max(64, 2 * old.count))
    for entry in old where entry.key != 0 { entries[slot(of: entry.key)] = entry }
  }

  private func sum(of entry: Entry) -> Sum {
    SmallSum(
      best: UInt64(entry.best), largest: entry.largest, records: entry.records,
      bounds: entry.bounds
    ).sum
  }

  // MARK: - In no order

  var count: Int { used - marked + wide.count }

  /// The periods and indicators of all keys, without unpacking each.
  var axes: (periods: Set<PeriodKey>, indicators: Set<Indicator>) {
    var occurs: UInt64 = 0
    for entry in entries where entry.key != 0 { occurs |= 1 << (entry.key & 63) }
    var indicators = Set(wide.keys.lazy.map(\.indicator))
    for number in 0..<64 where occurs >> UInt64(number) & 1 == 1 {
      guard let stem = Indicator.Stem(rawValue: UInt8(number >> 1)) else { continue }
      indicators.insert(Indicator(stem, unit: number & 1 == 0 ? .persons : .households))
    }
    return (periods.all.union(wide.keys.lazy.map(\.period)), indicators)
  }

  var keys: LazyMapSequence<SumTable, Key> { lazy.map { $0.key } }

  struct Iterator: IteratorProtocol {
    fileprivate let table: SumTable
    fileprivate var slot = 0
    fileprivate var wide: [Key: Sum].Iterator

    mutating func next() -> Element? {
      while slot < table.entries.count {
        let entry = table.entries[slot]
        slot += 1
        if entry.key != 0, !entry.isWide {
          return (table.unpack(entry.key), table.sum(of: entry))
        }
      }
      return wide.next()
    }
  }

  /// Hands over every sum in the form in which it takes the least, in no order.
  func each(_ take: (Key, CompactSum) -> Void) {
    for entry in entries where entry.key != 0 && !entry.isWide {
      let small = SmallSum(
        best: UInt64(entry.best), largest: entry.largest, records: entry.records,
        bounds: entry.bounds)
      take(unpack(entry.key), .small(small))
    }
    for (key, sum) in wide { take(key, .wide(sum)) }
  }

  func makeIterator() -> Iterator { Iterator(table: self, wide: wide.makeIterator()) }
}

/// Periods as small numbers.
private struct PeriodTable {
  private var periods: [PeriodKey] = []
  private var numbers: [PeriodKey: Int] = [:]
  private var last: (period: PeriodKey, number: Int)?

  /// `nil` beyond 2^19 of them.
  mutating func number(of period: PeriodKey) -> Int? {
    if let last, last.period == period { return last.number }
    let number: Int
    if let known = numbers[period] {
      number = known
    } else {
      guard periods.count < 1 << 19 else { return nil }
      number = periods.count
      numbers[period] = number
      periods.append(period)
    }
    last = (period, number)
    return number
  }

  subscript(number: Int) -> PeriodKey { periods[number] }

  var all: Set<PeriodKey> { Set(periods) }
}

extension UInt64 {
  /// The bits mixed, so that keys that differ little fall far apart (finisher of MurmurHash3,
  /// public domain).
  var scrambled: UInt64 {
    var value = self
    value ^= value >> 33
    value &*= 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    value &*= 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }
}
