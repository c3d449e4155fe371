import DelimitedText
import Digests

/// Cuts whole rows into stretches, and these into blocks.
///
/// A row ends a stretch where a certain bit of a hash of how it begins and ends is not set, so every
/// second row on average, and a block where some others are not set either, so every sixteenth; or where
/// one has become long. With longer stretches, ever more rows must be read again beside one that has
/// changed. That hash need not be strong: it decides only where to cut.
struct StretchCutter {
  private static let stretchMask: UInt64 = 1 << 40
  private static let blockMask: UInt64 = 0b1111 << 40
  private static let mostBytes = 1 << 16

  private let key: SipHash.Key
  private var blocks: [(digest: ShortDigest, stretches: Range<Int>)] = []
  private var stretches: [Stretch] = []
  private var start = 0
  private var blockStart = 0
  private var blockOffset = 0
  private var line: Int
  private var ends = RowEnds()
  private var feedsBefore = 0

  /// - Parameters:
  ///   - line: of the first byte.
  ///   - key: of the digests.
  init(line: Int, key: SipHash.Key) {
    self.line = line
    self.key = key
  }

  /// All as one stretch.
  mutating func whole(_ bytes: Span<UInt8>) -> [StretchBlock] {
    end(at: bytes.count, bytes)
    return finished()
  }

  /// - Parameter bytes: whole rows.
  mutating func cut(_ bytes: Span<UInt8>) -> [StretchBlock] {
    var rowStart = 0
    while let end = ends.next(in: bytes) {
      let hash = Self.hash(bytes.extracting(rowStart..<end))
      rowStart = end
      guard hash & Self.stretchMask == 0 || end - start >= Self.mostBytes else { continue }
      self.end(at: end, bytes)
      if hash & Self.blockMask == 0 || end - blockOffset >= Self.mostBytes { endBlock() }
    }
    if start < bytes.count { end(at: bytes.count, bytes) }
    return finished()
  }

  private mutating func end(at offset: Int, _ bytes: Span<UInt8>) {
    let lineFeeds = ends.lineFeeds - feedsBefore
    stretches.append(
      Stretch(
        digest: SipHash.digest(of: bytes.extracting(start..<offset), key: key), line: line,
        lineFeeds: lineFeeds, bytes: start..<offset))
    start = offset
    line += lineFeeds
    feedsBefore = ends.lineFeeds
  }

  private mutating func endBlock() {
    var hash = SipHash(key: key)
    for stretch in stretches[blockStart...] {
      hash.add(stretch.digest.low)
      hash.add(stretch.digest.high)
    }
    blocks.append((hash.digest(), blockStart..<stretches.count))
    blockStart = stretches.count
    blockOffset = start
  }

  private mutating func finished() -> [StretchBlock] {
    if blockStart < stretches.count { endBlock() }
    return blocks.map { StretchBlock(digest: $0.digest, stretches: stretches[$0.stretches]) }
  }

  /// A mixture of the first and the last 24 bytes, where ids, numbers and versions stand.
  private static func hash(_ row: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ word: UInt64) {
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 29
    }
    guard row.count >= 24 else {
      for offset in row.indices { add(UInt64(row[offset])) }
      return hash
    }
    for offset in [0, 8, 16, row.count - 24, row.count - 16, row.count - 8] {
      // Bounds-checked; unsafe only because bytes need not be a valid value of every type.
      let word = unsafe row.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      add(UInt64(littleEndian: word))
    }
    return hash
  }
}
