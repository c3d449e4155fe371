/// Where a field lies in its block. `hasDoubledQuotes` until they are made single.
struct FieldRange: Sendable {
  var start: Int32
  var end: Int32
  var hasDoubledQuotes = false
}

/// Finds the fields of one row: the hot loop of reading. It keeps nothing between calls; a row
/// that the bytes do not hold completely is scanned again once more bytes have come.
struct RowScanner: Sendable {
  enum Outcome {
    /// The row ends; `next` is the first byte behind its line end.
    case row(next: Int, lineEndsInside: Int)
    /// The bytes end first; inside quotes that opened at `openQuote`, where there is one.
    case incomplete(openQuote: Int?)
    /// A closing quote is followed by something else than a separator or a line end.
    case textAfterQuote(at: Int)

    /// Counts offsets from another byte.
    mutating func shift(by distance: Int) {
      switch self {
      case .row(let next, let lines): self = .row(next: next + distance, lineEndsInside: lines)
      case .incomplete(let open): self = .incomplete(openQuote: open.map { $0 + distance })
      case .textAfterQuote(let offset): self = .textAfterQuote(at: offset + distance)
      }
    }
  }

  let separator: UInt8

  /// - Parameter isLast: whether no bytes follow, so that their end also ends the row.
  func scan(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool, into fields: inout [FieldRange]
  ) -> Outcome {
    var position = start
    var lineEndsInside = 0
    while true {
      if position < bytes.count, bytes[position] == ByteSearch.quote {
        let field = quotedField(bytes, openedAt: position, isLast: isLast)
        guard let field else { return .incomplete(openQuote: position) }
        lineEndsInside += ByteSearch.countLineEnds(
          in: bytes.extracting(Int(field.start)..<Int(field.end)))
        fields.append(field)
        position = Int(field.end) + 1
      } else {
        let end = ByteSearch.endOfField(separator, in: bytes, from: position)
        fields.append(FieldRange(start: Int32(position), end: Int32(end)))
        position = end
      }
      guard position < bytes.count else {
        return isLast
          ? .row(next: position, lineEndsInside: lineEndsInside) : .incomplete(openQuote: nil)
      }
      if bytes[position] == separator {
        position += 1
        continue
      }
      guard let next = RowScanner.behindLineEnd(bytes, at: position, isLast: isLast) else {
        return .incomplete(openQuote: nil)
      }
      guard next > position else { return .textAfterQuote(at: position) }
      return .row(next: next, lineEndsInside: lineEndsInside)
    }
  }

  /// The bytes between two quotes, or `nil` where the closing one is missing or not yet sure.
  private func quotedField(
    _ bytes: Span<UInt8>, openedAt open: Int, isLast: Bool
  ) -> FieldRange? {
    var field = FieldRange(start: Int32(open + 1), end: 0)
    var position = ByteSearch.first(ByteSearch.quote, in: bytes, from: open + 1)
    while position + 1 < bytes.count {
      guard bytes[position + 1] == ByteSearch.quote else {
        field.end = Int32(position)
        return field
      }
      field.hasDoubledQuotes = true
      position = ByteSearch.first(ByteSearch.quote, in: bytes, from: position + 2)
    }
    guard position < bytes.count, isLast else { return nil }
    field.end = Int32(position)
    return field
  }

  /// Offset behind the line end at `position`; `position` itself where there is no line end;
  /// `nil` where a carriage return is the last byte so far.
  static func behindLineEnd(_ bytes: Span<UInt8>, at position: Int, isLast: Bool) -> Int? {
    switch bytes[position] {
    case ByteSearch.lineFeed: return position + 1
    case ByteSearch.carriageReturn:
      guard position + 1 < bytes.count else { return isLast ? position + 1 : nil }
      return bytes[position + 1] == ByteSearch.lineFeed ? position + 2 : position + 1
    default: return position
    }
  }
}
