/// Numbers byte strings that occur over and over, made of one or more pieces of a row: a hash table
/// whose keys lie behind one another in one array.
///
/// Unsafe because keys are hashed and compared eight bytes at a time; each load is checked against
/// the bounds of its span. Byte by byte takes four times as long, which was a fifth of the time of
/// a report.
struct PieceTable: Sendable {
  private struct Entry {
    /// 0 where there is none.
    var hash: UInt64 = 0
    var keyStart: Int32 = 0
    var number: Int32 = 0
  }

  private var entries = [Entry](repeating: Entry(), count: 1024)
  /// For each key its mask, the length of each piece in eight bytes, and the pieces.
  private var keys: [UInt8] = []
  private(set) var count = 0

  /// The number of a key, or that of a new one, which is `count` before.
  /// - Parameters:
  ///   - pieces: where its pieces lie; all keys of a table have as many.
  ///   - mask: tells keys with the same pieces apart.
  @inline(__always)
  mutating func number(
    of pieces: Span<Range<Int>>, mask: UInt64, in bytes: Span<UInt8>
  ) -> Int {
    let hash = hash(of: pieces, mask, in: bytes)
    var slot = Int(truncatingIfNeeded: hash >> 1) & (entries.count &- 1)
    while entries[slot].hash != 0 {
      if entries[slot].hash == hash, isKey(at: Int(entries[slot].keyStart), pieces, mask, bytes) {
        return Int(entries[slot].number)
      }
      slot = (slot &+ 1) & (entries.count &- 1)
    }
    entries[slot] = Entry(hash: hash, keyStart: Int32(keys.count), number: Int32(count))
    keep(pieces, mask, bytes)
    return count - 1
  }

  private mutating func keep(_ pieces: Span<Range<Int>>, _ mask: UInt64, _ bytes: Span<UInt8>) {
    append(mask)
    for index in pieces.indices {
      append(UInt64(pieces[index].count))
      for offset in pieces[index] { keys.append(bytes[offset]) }
    }
    count += 1
    if 2 * count > entries.count { grow() }
  }

  private mutating func append(_ word: UInt64) {
    for byte in 0..<8 { keys.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * byte))) }
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: Entry(), count: 2 * old.count)
    for entry in old where entry.hash != 0 {
      var slot = Int(truncatingIfNeeded: entry.hash >> 1) & (entries.count - 1)
      while entries[slot].hash != 0 { slot = (slot + 1) & (entries.count - 1) }
      entries[slot] = entry
    }
  }

  private func isKey(
    at start: Int, _ pieces: Span<Range<Int>>, _ mask: UInt64, _ bytes: Span<UInt8>
  ) -> Bool {
    let keys = keys.span
    guard word(keys, start) == mask else { return false }
    var position = start &+ 8
    for index in pieces.indices {
      let piece = pieces[index]
      guard word(keys, position) == UInt64(truncatingIfNeeded: piece.count) else { return false }
      position &+= 8
      var offset = piece.lowerBound
      while offset &+ 8 <= piece.upperBound {
        guard word(keys, position) == word(bytes, offset) else { return false }
        offset &+= 8
        position &+= 8
      }
      while offset < piece.upperBound {
        guard keys[position] == bytes[offset] else { return false }
        offset &+= 1
        position &+= 1
      }
    }
    return true
  }

  /// Never 0.
  private func hash(
    of pieces: Span<Range<Int>>, _ mask: UInt64, in bytes: Span<UInt8>
  ) -> UInt64 {
    var hash = mask &* 0x9E37_79B9_7F4A_7C15
    for index in pieces.indices {
      let piece = pieces[index]
      hash ^= UInt64(truncatingIfNeeded: piece.count)
      var offset = piece.lowerBound
      while offset &+ 8 <= piece.upperBound {
        hash = mixed(hash ^ word(bytes, offset))
        offset &+= 8
      }
      guard offset < piece.upperBound else { continue }
      hash = mixed(hash ^ rest(bytes, offset, piece))
    }
    return hash | 1
  }

  /// The last bytes of a piece, fewer than eight: of a longer one its last eight.
  @inline(__always)
  private func rest(_ bytes: Span<UInt8>, _ offset: Int, _ piece: Range<Int>) -> UInt64 {
    if piece.count >= 8 { return word(bytes, piece.upperBound &- 8) }
    var rest: UInt64 = 0
    for position in offset..<piece.upperBound { rest = rest << 8 | UInt64(bytes[position]) }
    return rest
  }

  @inline(__always)
  private func word(_ bytes: Span<UInt8>, _ offset: Int) -> UInt64 {
    unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Multiplies and folds, so that each bit of the word reaches all bits of the hash.
  @inline(__always)
  private func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
