/// A number as a workbook stores it, in plain decimal text.
///
/// Spreadsheets store doubles with up to 17 digits, of which the last may only be the shadow of
/// binary fractions: `3.3300000000000001` is 3.33. Such a fraction becomes the shortest text that
/// means the same double; whole numbers and fractions of other lengths keep every digit.
struct NumberCell {
  private var isNegative = false
  /// Digits without zeros at either end.
  private var digits: [UInt8] = []
  /// How many of the digits stand before the point; may be negative or more than there are.
  private var point = 0

  /// Beyond these powers of ten a number is written with an exponent.
  private static let plainRange = -30...30

  /// `nil` where the text is no number.
  static func text(_ bytes: some Collection<UInt8>) -> String? {
    guard let number = NumberCell(bytes) else { return nil }
    guard (16...17).contains(number.digits.count), number.point < number.digits.count,
      let double = Double(number.text), let shortest = NumberCell("\(double)".utf8)
    else { return number.text }
    return shortest.text
  }

  private init?(_ bytes: some Collection<UInt8>) {
    var (seen, places, exponent) = (0, 0, 0)
    var hasPoint = false
    var rest = bytes[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      seen += 1
      if hasPoint { places += 1 }
      digits.append(byte)
    }
    guard seen > 0 else { return nil }
    if !rest.isEmpty {
      guard let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
        (-400...400).contains(power)
      else { return nil }
      exponent = power
    }
    point = digits.count - places + exponent
    trim()
  }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.isEmpty {
      isNegative = false
      point = 0
    }
  }

  private var text: String {
    let sign = isNegative ? "-" : ""
    if digits.isEmpty { return "0" }
    let all = String(decoding: digits, as: UTF8.self)
    guard NumberCell.plainRange.contains(point) else {
      return "\(sign)0.\(all)e\(point)"
    }
    if point <= 0 { return "\(sign)0." + String(repeating: "0", count: -point) + all }
    guard point < digits.count else {
      return sign + all + String(repeating: "0", count: point - digits.count)
    }
    return "\(sign)\(all.prefix(point)).\(all.dropFirst(point))"
  }
}
