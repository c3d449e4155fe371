/// The first 128 bits of a SHA-256: enough that nobody can make a second text with the digest of a
/// given one.
public struct ShortDigest: Hashable, Sendable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// - Parameter bytes: of a SHA-256, in its order; what is beyond the first 16 is left out.
  public init(_ bytes: some Sequence<UInt8>) {
    var (high, low): (UInt64, UInt64) = (0, 0)
    for (position, byte) in bytes.prefix(16).enumerated() {
      if position < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
    }
    self.init(high: high, low: low)
  }
}
