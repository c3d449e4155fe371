/// A place in a JSON text.
public struct JSONPosition: Hashable, Sendable {
  /// Counted from 1; lines end with a line feed.
  public var line: Int
  /// Counted from 1, in Unicode scalars, as most editors show it.
  public var column: Int
  /// Bytes before this place, counted from the start of the text.
  public var offset: Int

  public init(line: Int = 1, column: Int = 1, offset: Int = 0) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// The place after these bytes, which follow this place.
  func advanced(over bytes: Span<UInt8>) -> JSONPosition {
    var result = self
    result.offset += bytes.count
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == ASCII.lineFeed {
        result.line += 1
        result.column = 1
      } else if byte & 0xC0 != 0x80 {
        result.column += 1
      }
    }
    return result
  }
}
