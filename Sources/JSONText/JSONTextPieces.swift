/// A text that is put together while it is written, piece by piece, without a string of its own.
public struct JSONTextPieces {
  var writer: JSONWriter

  /// Adds a text, escaped where it must be.
  public mutating func append(_ text: String) { writer.appendEscaped(text) }

  /// Adds a text that was escaped before.
  public mutating func append(_ piece: JSONTextPiece) {
    writer.bytes.append(copying: piece.bytes.span)
  }

  public mutating func append(_ number: Int) {
    writer.appendInteger(number.magnitude, isNegative: number < 0)
  }
}

/// A piece of text as it stands inside quotes, for pieces that are written many times.
public struct JSONTextPiece: Sendable {
  let bytes: [UInt8]

  public init(_ text: String) {
    var writer = JSONWriter()
    writer.appendEscaped(text)
    bytes = writer.bytes
  }
}

extension JSONWriter {
  public mutating func member(_ key: JSONKey, _ write: (inout JSONTextPieces) -> Void) {
    self.key(key)
    beginValue()
    bytes.append(ASCII.quote)
    // Moved there and back: a second reference would have the bytes copied.
    var pieces = JSONTextPieces(writer: JSONWriter())
    swap(&pieces.writer, &self)
    write(&pieces)
    swap(&pieces.writer, &self)
    bytes.append(ASCII.quote)
  }
}
