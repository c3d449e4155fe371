/// Numbers pairs of small numbers in the order in which they first occur.
///
/// The pairs that occur of a few thousand places and kinds fill most of a grid of four bytes a
/// pair, which stays in the second cache, where a hash table of them does not: it took a fifth of
/// the time of reading. Where a grid would be large, a hash table takes its place.
struct PairTable: Sendable {
  private struct Entry {
    var key: UInt64 = 0
    /// -1 where there is none.
    var number: Int32 = -1
  }

  /// Pairs that a grid may have room for.
  private static let largestGrid = 1 << 20

  /// By first number and, within it, second; -1 where the pair has not occurred.
  private var grid: [Int32] = []
  /// A row of the grid holds two to this power.
  private var shift = 2
  /// How many first numbers have occurred.
  private var rows = 0
  private var entries: [Entry] = []
  private let limit: Int
  private(set) var count = 0

  /// - Parameter limit: how many places a grid may have before a hash table takes over.
  init(largestGrid limit: Int = largestGrid) {
    self.limit = limit
  }

  /// The number of a pair, or that of a new one, which is `count` before.
  /// - Precondition: both are below 2^31.
  @inline(__always)
  mutating func number(of first: Int, _ second: Int) -> Int {
    let place = first << shift | second
    if second >> shift == 0, place < grid.count {
      let known = grid[place]
      if known >= 0 { return Int(known) }
    }
    return otherNumber(first, second)
  }

  /// The number of a pair that is not in the grid.
  private mutating func otherNumber(_ first: Int, _ second: Int) -> Int {
    if entries.isEmpty, makeRoom(first, second) {
      grid[first << shift | second] = Int32(count)
      count += 1
      return count - 1
    }
    let key = UInt64(first) << 32 | UInt64(second)
    let slot = slot(of: key)
    if entries[slot].number >= 0 { return Int(entries[slot].number) }
    entries[slot] = Entry(key: key, number: Int32(count))
    count += 1
    if 2 * count > entries.count { resize(to: 2 * entries.count) }
    return count - 1
  }

  /// Makes the grid large enough for a pair; `false` where it had to become a hash table.
  private mutating func makeRoom(_ first: Int, _ second: Int) -> Bool {
    var wider = shift
    while second >> wider > 0 { wider += 1 }
    let rows = max(self.rows, first + 1)
    guard rows << wider <= limit else {
      becomeHashTable()
      return false
    }
    if wider > shift || rows << shift > grid.count {
      let old = self
      // Some more, for the next ones.
      grid = Array(repeating: -1, count: min(limit, 2 * rows << wider))
      shift = wider
      old.forEachInGrid { grid[$0 << wider | $1] = $2 }
    }
    self.rows = rows
    return true
  }

  private func forEachInGrid(_ body: (_ first: Int, _ second: Int, _ number: Int32) -> Void) {
    for place in grid.indices where grid[place] >= 0 {
      body(place >> shift, place & (1 << shift - 1), grid[place])
    }
  }

  private mutating func becomeHashTable() {
    let old = self
    grid = []
    var capacity = 1024
    while capacity < 4 * count { capacity *= 2 }
    entries = Array(repeating: Entry(), count: capacity)
    old.forEachInGrid { first, second, number in
      let key = UInt64(first) << 32 | UInt64(second)
      entries[slot(of: key)] = Entry(key: key, number: number)
    }
  }

  private func slot(of key: UInt64) -> Int {
    let mask = entries.count &- 1
    let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    var slot = Int(truncatingIfNeeded: product.high ^ product.low) & mask
    while entries[slot].key != key, entries[slot].number >= 0 { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func resize(to capacity: Int) {
    let old = entries
    entries = Array(repeating: Entry(), count: capacity)
    for entry in old where entry.number >= 0 { entries[slot(of: entry.key)] = entry }
  }
}
