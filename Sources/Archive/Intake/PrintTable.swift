/// Rows that an origin has told, by 64 bits of what they say: 16 bytes a row and half as much again.
struct PrintTable {
  private var prints: [UInt64] = []
  private var ids: [Int64] = []
  private var count = 0

  mutating func insert(_ print: UInt64, id: Int64) {
    if 3 * (count + 1) > 2 * prints.count { grow() }
    put(print, id)
  }

  private mutating func put(_ print: UInt64, _ id: Int64) {
    let slot = slot(of: print)
    if ids[slot] == 0 { count += 1 }
    prints[slot] = print
    ids[slot] = id
  }

  /// The id of the row; `nil` where it is not known.
  func id(of print: UInt64) -> Int64? {
    guard count > 0 else { return nil }
    let id = ids[slot(of: print)]
    return id == 0 ? nil : id
  }

  private func slot(of print: UInt64) -> Int {
    let mask = prints.count - 1
    var slot = Int(truncatingIfNeeded: print) & mask
    while ids[slot] != 0, prints[slot] != print { slot = (slot + 1) & mask }
    return slot
  }

  /// Makes room for so many rows.
  mutating func reserve(_ rows: Int) {
    while 2 * prints.count < 3 * rows { grow() }
  }

  private mutating func grow() {
    let old = (prints, ids)
    let capacity = max(1024, 2 * prints.count)
    prints = Array(repeating: 0, count: capacity)
    ids = Array(repeating: 0, count: capacity)
    count = 0
    for slot in old.1.indices where old.1[slot] != 0 { put(old.0[slot], old.1[slot]) }
  }
}
