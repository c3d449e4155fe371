/// Numbers what rows have in common: a number for each of up to four parts of it, and then one for
/// those numbers together.
///
/// Words of places and words of kinds are few, but their pairs are many. Kept apart, the words stay
/// in the nearest caches, and a pair costs one look-up among keys of eight bytes.
struct TemplateTable: Sendable {
  private struct Entry {
    var key: UInt64 = 0
    /// -1 where there is none.
    var number: Int32 = -1
  }

  /// A number of a part takes so many bits of a key.
  private static let bits: UInt64 = 16
  /// No more keys fit.
  static let limit = 1 << 16

  private let groups: [Range<Int>]
  private var parts: [PieceTable]
  private var entries = [Entry](repeating: Entry(), count: 1024)
  private(set) var count = 0

  /// - Parameter pieces: how many pieces of a row make its key.
  init(pieces: Int) {
    groups =
      pieces <= 4
      ? (0..<max(1, pieces)).map { $0..<min($0 + 1, pieces) } : [0..<1, 1..<2, 2..<3, 3..<pieces]
    parts = groups.map { _ in PieceTable() }
  }

  /// Forgets all keys.
  mutating func removeAll() { self = TemplateTable(pieces: groups.last?.upperBound ?? 0) }

  /// The number of a key, or that of a new one, which is `count` before.
  /// - Parameters:
  ///   - pieces: where its pieces lie.
  ///   - mask: tells keys with the same pieces apart.
  /// - Precondition: `count < limit`.
  @inline(__always)
  mutating func number(
    of pieces: Span<Range<Int>>, mask: UInt64, in bytes: Span<UInt8>
  ) -> (number: Int, isNew: Bool) {
    var key: UInt64 = 0
    for part in groups.indices {
      let number = parts[part].number(
        of: pieces.extracting(groups[part]), mask: part == 0 ? mask : 0, in: bytes)
      key = key << TemplateTable.bits | UInt64(truncatingIfNeeded: number)
    }
    let slot = slot(of: key)
    if entries[slot].number >= 0 { return (Int(entries[slot].number), false) }
    entries[slot] = Entry(key: key, number: Int32(truncatingIfNeeded: count))
    count += 1
    if 2 * count > entries.count { grow() }
    return (count - 1, true)
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = entries.count &- 1
    let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    var slot = Int(truncatingIfNeeded: product.high ^ product.low) & mask
    while entries[slot].key != key, entries[slot].number >= 0 { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: Entry(), count: 2 * old.count)
    for entry in old where entry.number >= 0 { entries[slot(of: entry.key)] = entry }
  }
}
