/// Cuts text where rows seem to end.
enum BatchCuts {
  /// So many parts, the last ones empty where there are not as many rows.
  ///
  /// Quotes before a place tell whether it lies inside a quoted cell, if all quotes are written
  /// as they should be.
  static func parts(of bytes: Span<UInt8>, _ whole: Range<Int>, count: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = whole.lowerBound
    for number in 1..<max(count, 1) {
      let wanted = whole.lowerBound + whole.count / count * number
      let end = wanted <= start ? start : rowEnd(bytes, start, after: wanted, whole.upperBound)
      parts.append(start..<end)
      start = end
    }
    return parts + [start..<whole.upperBound]
  }

  /// Behind the first line end outside quotes from a place on; text starts outside quotes.
  private static func rowEnd(
    _ bytes: Span<UInt8>, _ start: Int, after place: Int, _ end: Int
  ) -> Int {
    var position = place
    if !PlainBytes.quotes(in: bytes, start..<place).isMultiple(of: 2) {
      position = PlainBytes.first(PlainBytes.quote, in: bytes, from: place) + 1
    }
    while position < end {
      let next = PlainBytes.endOfField(PlainBytes.quote, in: bytes, from: position)
      guard next < end else { return end }
      if bytes[next] == PlainBytes.lineFeed { return next + 1 }
      position = next + 1
      if bytes[next] == PlainBytes.quote {
        position = PlainBytes.first(PlainBytes.quote, in: bytes, from: position) + 1
      }
    }
    return end
  }
}
