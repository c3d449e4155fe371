extension [UInt8] {
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
    for _ in 0..<count {
      append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }
}
