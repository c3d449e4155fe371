extension [UInt8] {
  /// Appends short pieces of text without counting references to them.
  mutating func append(copying text: Span<UInt8>) {
    append(addingCapacity: text.count) { (room: inout OutputSpan<UInt8>) in
      for index in text.indices { room.append(text[index]) }
    }
  }

  /// Appends a number in decimal digits, with zeros before them up to so many places.
  package mutating func append(decimal number: UInt, places: Int = 1) {
    // The last digits come first, eight of them in a word that is then read backwards.
    var (rest, digits, count): (UInt, UInt64, Int) = (number, 0, 0)
    while count < 8, rest > 0 || count < places {
      digits = digits << 8 | UInt64(ASCII.zero) | UInt64(rest % 10)
      rest /= 10
      count += 1
    }
    if rest > 0 || count < places { append(decimal: rest, places: places - count) }
    append(addingCapacity: count) { (room: inout OutputSpan<UInt8>) in
      for _ in 0..<count {
        room.append(UInt8(truncatingIfNeeded: digits))
        digits >>= 8
      }
    }
  }
}
