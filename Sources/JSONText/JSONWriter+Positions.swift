extension JSONWriter {
  /// Writes a position of GeoJSON, `[longitude,latitude]`, from millionths of a degree, without
  /// trailing zeros.
  ///
  /// Positions are most of a map, and are written without arithmetic of doubles, as one value.
  public mutating func position(longitude: Int, latitude: Int) {
    beginValue()
    bytes.append(ASCII.openBracket)
    appendMillionths(longitude)
    bytes.append(ASCII.comma)
    appendMillionths(latitude)
    bytes.append(ASCII.closeBracket)
  }

  private mutating func appendMillionths(_ value: Int) {
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    appendInteger(whole, isNegative: value < 0)
    guard rest > 0 else { return }
    bytes.append(ASCII.point)
    var (fraction, places) = (rest, 6)
    while fraction % 10 == 0 { (fraction, places) = (fraction / 10, places - 1) }
    // The last digit comes first; then they are read backwards.
    var digits: UInt64 = 0
    for _ in 0..<places {
      digits = digits << 8 | UInt64(ASCII.zero + UInt8(truncatingIfNeeded: fraction % 10))
      fraction /= 10
    }
    for _ in 0..<places {
      bytes.append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }
}
