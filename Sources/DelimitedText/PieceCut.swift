/// Where a piece of text may be cut so that only whole rows lie before the cut, if the text is
/// sound: behind the last line feed with an even number of quotes before it.
///
/// Whether it is sound shows when the rows are read: a piece that begins with a row and has been
/// read to its end without a rest ends with one, too. Counting quotes needs no look at what they
/// mean: a vector is compared and added to counters of one byte, which are emptied before they
/// overflow. Measured at 10 to 15 GB/s.
public struct PieceCut: Sendable {
  /// How many bytes lie before the cut.
  public let end: Int
  /// How many line feeds are among them.
  public let lineFeeds: Int

  /// `nil` where there is no such place.
  /// - Parameter bytes: from the first byte of a row on.
  public init?(of bytes: Span<UInt8>) {
    let all = PieceCut.count(in: bytes)
    var isInside = all.quotes % 2 == 1
    var offset = bytes.count
    while offset > 0 {
      let byte = bytes[offset - 1]
      if byte == ByteSearch.lineFeed, !isInside { break }
      if byte == ByteSearch.quote { isInside.toggle() }
      offset -= 1
    }
    guard offset > 0 else { return nil }
    end = offset
    lineFeeds = all.lineFeeds - PieceCut.count(in: bytes.extracting(offset...)).lineFeeds
  }

  /// Numbers of quotes and of line feeds.
  static func count(in bytes: Span<UInt8>) -> (quotes: Int, lineFeeds: Int) {
    typealias Vector = ByteBlock.Vector
    let quote = Vector(repeating: ByteSearch.quote)
    let lineFeed = Vector(repeating: ByteSearch.lineFeed)
    var (quotes, lineFeeds) = (0, 0)
    var offset = 0
    while offset + 16 <= bytes.count {
      let vectors = min(255, (bytes.count - offset) / 16)
      var (quoteCounters, lineCounters) = (Vector(repeating: 0), Vector(repeating: 0))
      for _ in 0..<vectors {
        let vector = unsafe bytes.bytes.unsafeLoadUnaligned(
          fromByteOffset: offset, as: Vector.self)
        // A match is -1.
        quoteCounters &-= unsafe unsafeBitCast(vector .== quote, to: Vector.self)
        lineCounters &-= unsafe unsafeBitCast(vector .== lineFeed, to: Vector.self)
        offset &+= 16
      }
      for lane in 0..<16 {
        quotes += Int(quoteCounters[lane])
        lineFeeds += Int(lineCounters[lane])
      }
    }
    for rest in offset..<bytes.count {
      quotes += bytes[rest] == ByteSearch.quote ? 1 : 0
      lineFeeds += bytes[rest] == ByteSearch.lineFeed ? 1 : 0
    }
    return (quotes, lineFeeds)
  }
}
