import Crypto
import Digests

/// What of an origin counts.
public struct CountedRecords: Hashable, Sendable {
  public internal(set) var count = 0
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Adds a record's digest of 128 bits.
  mutating func add(_ digest: ShortDigest) {
    count += 1
    let (sum, overflow) = low.addingReportingOverflow(digest.low)
    low = sum
    high = high &+ digest.high &+ (overflow ? 1 : 0)
  }

  /// A hash of all that the records say, in lower-case hexadecimal, whatever the order in which
  /// they came: equal records have equal hashes.
  public var sha256: String {
    let text = "nuzuh records \(count) \(high) \(low)"
    return SHA256.hash(data: Array(text.utf8)).hexadecimal
  }
}
