/// Where rows of a sound text end: behind each line feed with an even number of quotes before it.
///
/// Whether the text is sound shows when it is parsed (see `PieceCut`).
public struct RowEnds: Sendable {
  private var position = 0
  /// Line feeds up to the last end.
  public private(set) var lineFeeds = 0

  public init() {}

  /// The offset behind the next row; `nil` where no further row ends.
  /// - Parameter bytes: the same at each call, from the first byte of a row on.
  public mutating func next(in bytes: Span<UInt8>) -> Int? {
    var isInside = false
    var feeds = 0
    while true {
      position = ByteSearch.endOfField(ByteSearch.quote, in: bytes, from: position)
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position &+= 1
      if byte == ByteSearch.quote { isInside.toggle() }
      guard byte == ByteSearch.lineFeed else { continue }
      feeds &+= 1
      guard !isInside else { continue }
      lineFeeds &+= feeds
      return position
    }
  }
}
