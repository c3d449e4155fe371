/// Which rows an origin has told before, by 64 bits of what they say, and which of them it tells
/// again: 17 bytes a row and half as much again.
struct PrintTable {
  private var prints: [UInt64] = []
  private var ids: [Int64] = []
  private var isSeen: [Bool] = []
  private(set) var count = 0

  /// Notes a row that was told before, or is told now.
  mutating func insert(_ print: UInt64, id: Int64, isSeen seen: Bool) {
    if 3 * (count + 1) > 2 * prints.count { grow() }
    var slot = first(print)
    while ids[slot] != 0, prints[slot] != print { slot = (slot + 1) & (prints.count - 1) }
    if ids[slot] == 0 { count += 1 }
    prints[slot] = print
    ids[slot] = id
    isSeen[slot] = seen
  }

  /// The id of the row, which is seen from now on; `nil` where it was not known.
  mutating func see(_ print: UInt64) -> Int64? {
    guard count > 0 else { return nil }
    var slot = first(print)
    while ids[slot] != 0 {
      if prints[slot] == print {
        isSeen[slot] = true
        return ids[slot]
      }
      slot = (slot + 1) & (prints.count - 1)
    }
    return nil
  }

  /// Ids of rows that were told before and not again, in their order.
  var unseen: [Int64] {
    ids.indices.filter { ids[$0] != 0 && !isSeen[$0] }.map { ids[$0] }.sorted()
  }

  private func first(_ print: UInt64) -> Int {
    Int(truncatingIfNeeded: print) & (prints.count - 1)
  }

  private mutating func grow() {
    let old = (prints, ids, isSeen)
    let capacity = max(1024, 2 * prints.count)
    prints = Array(repeating: 0, count: capacity)
    ids = Array(repeating: 0, count: capacity)
    isSeen = Array(repeating: false, count: capacity)
    count = 0
    for slot in old.0.indices where old.1[slot] != 0 {
      insert(old.0[slot], id: old.1[slot], isSeen: old.2[slot])
    }
  }
}
