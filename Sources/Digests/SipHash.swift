/// SipHash by Aumasson and Bernstein (2012) with 128 bits: a digest that only those can foresee who
/// have its key, at several times the speed of a SHA-256.
///
/// For texts of others that are told from one another where the key is kept: nobody who has not got it
/// can make two with the same digest but by chance, which is one in 2^64 among 2^32 of them. One round
/// a word and three at the end are what its authors advise where the digest itself is not shown.
public struct SipHash: Sendable {
  public struct Key: Hashable, Sendable {
    let low: UInt64
    let high: UInt64

    /// - Parameter bytes: 16, that nobody else knows; what is missing is taken as zeros, what is beyond
    ///   is left out.
    public init(_ bytes: some Sequence<UInt8>) {
      var words: (UInt64, UInt64) = (0, 0)
      for (position, byte) in bytes.prefix(16).enumerated() {
        let bits = UInt64(byte) << UInt64(8 * (position & 7))
        if position < 8 { words.0 |= bits } else { words.1 |= bits }
      }
      (low, high) = words
    }
  }

  private var state: (UInt64, UInt64, UInt64, UInt64)
  private let rounds: Int
  private let lastRounds: Int
  private var count = 0

  /// - Parameters:
  ///   - rounds: for each word of eight bytes.
  ///   - lastRounds: for each half of the digest.
  @inline(__always)
  public init(key: Key, rounds: Int = 1, lastRounds: Int = 3) {
    state = (
      key.low ^ 0x736F_6D65_7073_6575, key.high ^ 0x646F_7261_6E64_6F6D ^ 0xEE,
      key.low ^ 0x6C79_6765_6E65_7261, key.high ^ 0x7465_6462_7974_6573
    )
    self.rounds = rounds
    self.lastRounds = lastRounds
  }

  @inline(__always)
  private mutating func round() {
    state.0 &+= state.1
    state.2 &+= state.3
    state.1 = Self.rotated(state.1, by: 13) ^ state.0
    state.3 = Self.rotated(state.3, by: 16) ^ state.2
    state.0 = Self.rotated(state.0, by: 32)
    state.2 &+= state.1
    state.0 &+= state.3
    state.1 = Self.rotated(state.1, by: 17) ^ state.2
    state.3 = Self.rotated(state.3, by: 21) ^ state.0
    state.2 = Self.rotated(state.2, by: 32)
  }

  @inline(__always)
  private static func rotated(_ word: UInt64, by bits: UInt64) -> UInt64 {
    word &<< bits | word &>> (64 &- bits)
  }

  /// Adds eight bytes, the lowest first.
  @inline(__always)
  public mutating func add(_ word: UInt64) {
    count &+= 8
    state.3 ^= word
    for _ in 0..<rounds { round() }
    state.0 ^= word
  }

  /// The digest of what was added, and of fewer than eight bytes behind it.
  ///
  /// - Parameter rest: these bytes, the lowest first, above them zeros.
  @inline(__always)
  public consuming func digest(rest: UInt64 = 0, bytes restCount: Int = 0) -> ShortDigest {
    let length = count &+ restCount
    add(rest | UInt64(truncatingIfNeeded: length) &<< 56)
    state.2 ^= 0xEE
    for _ in 0..<lastRounds { round() }
    let low = state.0 ^ state.1 ^ state.2 ^ state.3
    state.1 ^= 0xDD
    for _ in 0..<lastRounds { round() }
    return ShortDigest(high: state.0 ^ state.1 ^ state.2 ^ state.3, low: low)
  }

  /// The digest of a text as a whole.
  public static func digest(
    of bytes: Span<UInt8>, key: Key, rounds: Int = 1, lastRounds: Int = 3
  ) -> ShortDigest {
    var hash = SipHash(key: key, rounds: rounds, lastRounds: lastRounds)
    let whole = bytes.count & ~7
    var offset = 0
    while offset < whole {
      // Bounds-checked; unsafe only because bytes need not be a valid value of every type.
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash.add(UInt64(littleEndian: word))
      offset &+= 8
    }
    var rest: UInt64 = 0
    for position in whole..<bytes.count {
      rest |= UInt64(bytes[position]) &<< UInt64(8 * (position - whole))
    }
    return hash.digest(rest: rest, bytes: bytes.count - whole)
  }
}
