import Crypto
import Digests

/// What of an origin counts.
public struct CountedRecords: Hashable, Sendable {
  public internal(set) var count = 0
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Adds a record's digest of 128 bits.
  mutating func add(_ digest: ShortDigest) { add(count: 1, low: digest.low, high: digest.high) }

  /// Adds other records of the origin.
  public mutating func add(_ other: CountedRecords) {
    add(count: other.count, low: other.low, high: other.high)
  }

  private mutating func add(count: Int, low: UInt64, high: UInt64) {
    self.count += count
    let (sum, overflow) = self.low.addingReportingOverflow(low)
    self.low = sum
    self.high = self.high &+ high &+ (overflow ? 1 : 0)
  }

  /// Takes a record's digest away again.
  mutating func remove(_ digest: ShortDigest) {
    count -= 1
    let (difference, overflow) = low.subtractingReportingOverflow(digest.low)
    low = difference
    high = high &- digest.high &- (overflow ? 1 : 0)
  }

  func write(to writer: inout ByteWriter) {
    writer.add(UInt64(count))
    writer.add(word: low)
    writer.add(word: high)
  }

  public init() {}

  init(_ reader: inout ByteReader) throws(ByteReader.Damage) {
    guard let count = Int(exactly: try reader.number()) else { throw ByteReader.Damage() }
    self.count = count
    low = try reader.word()
    high = try reader.word()
  }

  /// A hash of all that the records say, in lower-case hexadecimal, whatever the order in which
  /// they came: equal records have equal hashes.
  public var sha256: String {
    let text = "nuzuh records \(count) \(high) \(low)"
    return SHA256.hash(data: Array(text.utf8)).hexadecimal
  }
}
