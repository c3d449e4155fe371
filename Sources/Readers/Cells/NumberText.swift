import Records

/// Numbers as sources write them.
enum NumberText {
  /// Words that stand for an empty cell where a number is expected.
  private static let blanks: Set<String> = [
    "na", "n/a", "null", "none", "not available", "#n/a",
  ]

  static func meansBlank(_ text: String) -> Bool { blanks.contains(text.lowercased()) }

  /// An exact decimal number; `nil` where the text is none.
  ///
  /// Takes Arabic-Indic and Persian digits, an exponent as spreadsheets write it, and commas
  /// between groups of exactly three digits (`1,234` but not `1,23`, `0,123` or `1234,567`).
  static func quantity(_ bytes: Span<UInt8>) -> Quantity? {
    if let whole = whole(bytes) { return Quantity(whole) }
    guard let folded = CellText.asciiFolded(bytes) else { return nil }
    guard let plain = withoutThousands(folded) else { return nil }
    guard let exponent = plain.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
      return Quantity(decimal: plain)
    }
    return Quantity(decimal: plain[..<exponent])
      .flatMap { shift($0, by: Array(plain[(exponent + 1)...])) }
  }

  /// Up to 18 ASCII digits and nothing else.
  static func whole(_ bytes: Span<UInt8>) -> Int? {
    guard (1...18).contains(bytes.count) else { return nil }
    var value = 0
    for offset in bytes.indices {
      let digit = bytes[offset] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// Times a power of ten; `nil` where that cannot be kept exactly.
  private static func shift(_ number: Quantity, by digits: [UInt8]) -> Quantity? {
    guard let power = Int(String(decoding: digits, as: UTF8.self)), (-18...18).contains(power)
    else { return nil }
    var attos = number.attos
    for _ in 0..<power.magnitude {
      if power < 0 {
        guard attos % 10 == 0 else { return nil }
        attos /= 10
      } else {
        let (product, overflow) = attos.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        attos = product
      }
    }
    return Quantity(attos: attos)
  }

  private static func withoutThousands(_ text: [UInt8]) -> [UInt8]? {
    let comma = UInt8(ascii: ",")
    guard text.contains(comma) else { return text }
    let point = text.firstIndex(of: UInt8(ascii: ".")) ?? text.endIndex
    let start = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? 1 : 0
    guard start <= point, !text[point...].contains(comma) else { return nil }
    let groups = text[start..<point].split(separator: comma, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      first.first != UInt8(ascii: "0"), groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return text.filter { $0 != comma }
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Degrees with a decimal point, correctly rounded; `nil` where the text is no number.
  ///
  /// Digits up to 2^53 divided by a power of ten up to 10^22 are exact (W. Clinger, How to read
  /// floating point numbers accurately, 1990); the rest goes through the standard library.
  static func degrees(_ bytes: Span<UInt8>) -> Double? {
    var digits: UInt64 = 0
    var count = 0
    var point: Int?
    let isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    for offset in (isNegative ? 1 : 0)..<max(bytes.count, isNegative ? 1 : 0) {
      let digit = bytes[offset] &- UInt8(ascii: "0")
      if digit < 10, count < 19 {
        digits = digits &* 10 &+ UInt64(digit)
        count += 1
      } else if bytes[offset] == UInt8(ascii: "."), point == nil {
        point = count
      } else {
        return slowDegrees(bytes)
      }
    }
    guard count > 0, digits <= 1 << 53 else { return slowDegrees(bytes) }
    let value = Double(digits) / powers[count - (point ?? count)]
    return isNegative ? -value : value
  }

  private static func slowDegrees(_ bytes: Span<UInt8>) -> Double? {
    guard let folded = CellText.asciiFolded(bytes) else { return nil }
    let isNumber = folded.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard isNumber, let value = Double(String(decoding: folded, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }
}
