import Digests

/// Where the entries of stretches lie, by their digests: 24 bytes a stretch and half as much again,
/// and no hashing, since a digest is spread evenly as it is.
struct StretchIndex {
  private var digests: [ShortDigest] = []
  /// Number of the table and offset in it, and 1 added; 0 where the slot is free.
  private var positions: [UInt64] = []
  private var count = 0

  /// - Parameter offset: below 2^40.
  mutating func insert(_ digest: ShortDigest, table: Int, offset: Int) {
    if 3 * (count + 1) > 2 * positions.count { grow() }
    put(digest, UInt64(table) << 40 | UInt64(offset) + 1)
  }

  private mutating func put(_ digest: ShortDigest, _ position: UInt64) {
    let slot = slot(of: digest)
    if positions[slot] == 0 { count += 1 }
    digests[slot] = digest
    positions[slot] = position
  }

  func position(of digest: ShortDigest) -> (table: Int, offset: Int)? {
    guard count > 0 else { return nil }
    let position = positions[slot(of: digest)]
    guard position > 0 else { return nil }
    return (Int((position - 1) >> 40), Int((position - 1) & (1 << 40 - 1)))
  }

  private func slot(of digest: ShortDigest) -> Int {
    let mask = positions.count - 1
    var slot = Int(truncatingIfNeeded: digest.low) & mask
    while positions[slot] != 0, digests[slot] != digest { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (digests, positions)
    let capacity = max(1024, 2 * positions.count)
    digests = Array(repeating: ShortDigest(high: 0, low: 0), count: capacity)
    positions = Array(repeating: 0, count: capacity)
    count = 0
    for slot in old.1.indices where old.1[slot] != 0 { put(old.0[slot], old.1[slot]) }
  }
}
