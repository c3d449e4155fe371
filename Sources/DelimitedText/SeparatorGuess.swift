/// Which separator a table uses, judged by its first row.
enum SeparatorGuess {
  private static let candidates = [",", ";", "\t", "|"].map { (text: Character) in
    text.asciiValue ?? 0
  }

  /// The most frequent candidate outside quotes in the first row that is not blank; a comma where
  /// none occurs. `nil` while the row has not ended and more bytes may come.
  static func separator(of bytes: Span<UInt8>, isComplete: Bool) -> UInt8? {
    var counts = [Int](repeating: 0, count: candidates.count)
    var isInQuotes = false
    var hasText = false
    var rowEnded = false
    for offset in 0..<bytes.count where !rowEnded {
      let byte = bytes[offset]
      let isLineEnd = byte == ByteSearch.lineFeed || byte == ByteSearch.carriageReturn
      if byte == ByteSearch.quote {
        isInQuotes.toggle()
      } else if !isInQuotes, let candidate = candidates.firstIndex(of: byte) {
        counts[candidate] += 1
      }
      rowEnded = isLineEnd && !isInQuotes && hasText
      hasText = hasText || !isLineEnd
    }
    guard rowEnded || isComplete else { return nil }
    let most = counts.max() ?? 0
    return counts.firstIndex(of: most).map { candidates[$0] }
  }
}
