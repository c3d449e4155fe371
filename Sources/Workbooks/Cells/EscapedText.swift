/// Texts of workbooks, in which `_x000D_` stands for a character that XML cannot hold
/// (ECMA-376, 22.9.2.19).
enum EscapedText {
  static func decoded(_ text: String) -> String {
    String(decoding: decoded(Array(text.utf8)), as: UTF8.self)
  }

  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let units = escapes(in: bytes, from: index)
      if units.isEmpty {
        result.append(bytes[index])
        index += 1
      } else {
        // Together, since a character beyond the first 65,536 takes two of them.
        result += Array(String(decoding: units, as: UTF16.self).utf8)
        index += units.count * 7
      }
    }
    return result
  }

  /// The UTF-16 units of all escapes that follow one another from here.
  private static func escapes(in bytes: [UInt8], from start: Int) -> [UInt16] {
    var units: [UInt16] = []
    var index = start
    while let unit = escape(in: bytes, at: index) {
      units.append(unit)
      index += 7
    }
    return units
  }

  private static func escape(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[(index + 2)..<(index + 6)]
    guard digits.allSatisfy({ UInt8(ascii: "+") != $0 && UInt8(ascii: "-") != $0 }) else {
      return nil
    }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
