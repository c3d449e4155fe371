import Crypto
import DelimitedText
import Digests

/// Cuts whole rows into stretches.
///
/// A row ends a stretch where a certain bit of a hash of how it begins and ends is not set, so every
/// second row on average, or where the stretch has become long: with longer stretches, ever more rows
/// must be read again beside one that has changed. That hash need not be strong: it decides only where
/// to cut, and what a stretch holds is told by its SHA-256.
struct StretchCutter {
  private static let cutMask: UInt64 = 1 << 40
  private static let mostBytes = 1 << 16

  private var stretches: [Stretch] = []
  private var start = 0
  private var line: Int
  private var ends = RowEnds()
  private var feedsBefore = 0

  /// - Parameter line: of the first byte.
  init(line: Int) {
    self.line = line
  }

  /// All as one stretch.
  mutating func whole(_ bytes: Span<UInt8>) -> [Stretch] {
    end(at: bytes.count, bytes)
    return stretches
  }

  /// - Parameter bytes: whole rows.
  mutating func cut(_ bytes: Span<UInt8>) -> [Stretch] {
    var rowStart = 0
    while let end = ends.next(in: bytes) {
      let isCut = Self.hash(bytes.extracting(rowStart..<end)) & Self.cutMask == 0
      if isCut || end - start >= Self.mostBytes { self.end(at: end, bytes) }
      rowStart = end
    }
    if start < bytes.count { end(at: bytes.count, bytes) }
    return stretches
  }

  private mutating func end(at offset: Int, _ bytes: Span<UInt8>) {
    var hash = SHA256()
    unsafe bytes.extracting(start..<offset).withUnsafeBytes {
      unsafe hash.update(bufferPointer: $0)
    }
    let lineFeeds = ends.lineFeeds - feedsBefore
    stretches.append(
      Stretch(
        digest: ShortDigest(hash.finalize()), line: line, lineFeeds: lineFeeds,
        bytes: start..<offset))
    start = offset
    line += lineFeeds
    feedsBefore = ends.lineFeeds
  }

  /// FNV-1a of the first and the last 24 bytes, where ids, numbers and versions stand.
  private static func hash(_ row: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in 0..<min(24, row.count) { hash = (hash ^ UInt64(row[offset])) &* 0x100_0000_01B3 }
    for offset in max(0, row.count - 24)..<row.count {
      hash = (hash ^ UInt64(row[offset])) &* 0x100_0000_01B3
    }
    return hash ^ hash >> 23
  }
}
