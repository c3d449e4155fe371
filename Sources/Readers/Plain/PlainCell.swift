import Records
import Regions

/// Cells in the plainest form there is, as nearly all are: anything else is left to `DateText` and
/// `NumberText`, which give the same values for these.
enum PlainCell {
  private static let zero = UInt8(ascii: "0")
  private static let dash = UInt8(ascii: "-")
  private static let point = UInt8(ascii: ".")

  @inline(__always)
  private static func digit(_ byte: UInt8) -> Int { Int(byte &- zero) }

  /// `2025-03-06`, from 1900 on and not the first day of 1970, which needs a finding.
  @inline(__always)
  static func day(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Day? {
    guard range.count == 10, bytes[range.lowerBound &+ 9] != 0 else { return nil }
    let start = range.lowerBound
    guard bytes[start &+ 4] == dash, bytes[start &+ 7] == dash else { return nil }
    let (y1, y2) = (digit(bytes[start]), digit(bytes[start &+ 1]))
    let (y3, y4) = (digit(bytes[start &+ 2]), digit(bytes[start &+ 3]))
    let (m1, m2) = (digit(bytes[start &+ 5]), digit(bytes[start &+ 6]))
    let (d1, d2) = (digit(bytes[start &+ 8]), digit(bytes[start &+ 9]))
    guard max(max(max(y1, y2), max(y3, y4)), max(max(m1, m2), max(d1, d2))) < 10 else {
      return nil
    }
    let year = ((y1 &* 10 &+ y2) &* 10 &+ y3) &* 10 &+ y4
    guard year >= 1900, let day = Day(year: year, month: m1 &* 10 &+ m2, day: d1 &* 10 &+ d2),
      day.number != 0
    else { return nil }
    return day
  }

  /// Up to 18 digits.
  @inline(__always)
  static func whole(_ bytes: Span<UInt8>, _ range: Range<Int>, digits: Int = 18) -> Int? {
    guard !range.isEmpty, range.count <= digits else { return nil }
    var value = 0
    for offset in range {
      let digit = digit(bytes[offset])
      guard digit < 10 else { return nil }
      value = value &* 10 &+ digit
    }
    return value
  }

  private static let powers: InlineArray<16, Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Up to 15 digits with a decimal point among them or none, correctly rounded because both parts
  /// of the division are exact (W. Clinger 1990).
  @inline(__always)
  static func decimal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    var offset = range.lowerBound
    guard !range.isEmpty, range.count <= 17 else { return nil }
    let isNegative = bytes[offset] == dash
    if isNegative { offset &+= 1 }
    let start = offset
    var value = 0
    var pointAt = -1
    while offset < range.upperBound {
      let digit = digit(bytes[offset])
      if digit < 10 {
        value = value &* 10 &+ digit
      } else {
        guard bytes[offset] == point, pointAt < 0, offset > start else { return nil }
        pointAt = offset
      }
      offset &+= 1
    }
    let decimals = pointAt < 0 ? 0 : range.upperBound &- pointAt &- 1
    let digits = range.upperBound &- start &- (pointAt < 0 ? 0 : 1)
    guard (1...15).contains(digits), pointAt < 0 || decimals > 0 else { return nil }
    let number = Double(value) / powers[decimals]
    return isNegative ? -number : number
  }

  /// A point on earth, but not 0° 0°, which stands for none in many files.
  @inline(__always)
  static func point(
    _ bytes: Span<UInt8>, longitude: Range<Int>, latitude: Range<Int>
  ) -> Coordinate? {
    guard let x = decimal(bytes, longitude), let y = decimal(bytes, latitude),
      x.magnitude <= 180, y.magnitude <= 90, x != 0 || y != 0
    else { return nil }
    return Coordinate(longitude: x, latitude: y)
  }

  /// Whether an id is made of visible ASCII without quotes, so that it is its own text.
  @inline(__always)
  static func isID(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= 64 else { return false }
    for offset in range {
      let byte = bytes[offset]
      if byte &- 0x21 > 0x5D || byte == UInt8(ascii: "\"") { return false }
    }
    return true
  }
}
