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
    appendFraction(rest, places: 6)
  }
}
