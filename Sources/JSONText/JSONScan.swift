/// The inner loops of the parser: one token over contiguous bytes.
///
/// They know nothing of what follows the bytes at hand. Where these end before the token does,
/// the parser brings more and scans the token again.
enum JSONScan {
  struct Number {
    var digits: DecimalDigits
    /// The index after the number, or of the first byte that does not fit.
    var end: Int
    var isValid: Bool
  }

  /// Reads the number that begins at `start` with a digit or a minus.
  @inline(__always)
  static func number(_ bytes: Span<UInt8>, from start: Int) -> Number {
    var digits = DecimalDigits()
    var index = start
    if bytes[index] == ASCII.minus {
      digits.isNegative = true
      index += 1
    }
    let first = index
    index = digits.take(bytes, from: index)
    guard index > first else { return Number(digits: digits, end: index, isValid: false) }
    if bytes[first] == ASCII.zero, index > first + 1 {
      return Number(digits: digits, end: first + 1, isValid: false)
    }
    if index < bytes.count, bytes[index] == ASCII.point {
      let fraction = index + 1
      index = digits.take(bytes, from: fraction)
      digits.exponent = fraction - index
      guard index > fraction else { return Number(digits: digits, end: index, isValid: false) }
    }
    guard index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") else {
      return Number(digits: digits, end: index, isValid: true)
    }
    return exponent(bytes, from: index + 1, digits: digits)
  }

  /// Reads the exponent after the letter "e".
  private static func exponent(
    _ bytes: Span<UInt8>, from start: Int, digits: DecimalDigits
  ) -> Number {
    var index = start
    var isNegative = false
    if index < bytes.count, bytes[index] == ASCII.minus || bytes[index] == ASCII.plus {
      isNegative = bytes[index] == ASCII.minus
      index += 1
    }
    var exponent = DecimalDigits()
    let end = exponent.take(bytes, from: index)
    var digits = digits
    if exponent.isComplete, exponent.mantissa < 100_000 {
      let shift = Int(exponent.mantissa)
      digits.exponent += isNegative ? -shift : shift
    } else {
      digits.isComplete = false
    }
    return Number(digits: digits, end: end, isValid: end > index)
  }

  enum Text {
    /// The closing quote stands at `end`.
    case closed(end: Int, isEscaped: Bool)
    /// The bytes end before the string does.
    case open
    case invalid(JSONError.Reason, at: Int)
  }

  /// Reads a string from its first byte after the quote, and checks every character.
  static func text(_ bytes: Span<UInt8>, from start: Int) -> Text {
    var index = start
    var isEscaped = false
    while true {
      index = firstOdd(bytes, from: index)
      guard index < bytes.count else { return .open }
      let byte = bytes[index]
      if byte == ASCII.quote { return .closed(end: index, isEscaped: isEscaped) }
      guard byte >= 0x20 else { return .invalid(.controlCharacter(byte), at: index) }
      isEscaped = isEscaped || byte == ASCII.backslash
      let step = byte == ASCII.backslash ? escape(bytes, at: index) : sequence(bytes, at: index)
      switch step {
      case .length(let length): index += length
      case .open: return .open
      case .invalid(let reason): return .invalid(reason, at: index)
      }
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first byte from `start` on that is no plain letter of a string: a quote, a backslash, a
  /// control character, or part of a longer sequence. Eight bytes at a time; a flag in a word may
  /// be wrong behind the first that is right, which is the one that counts.
  @inline(__always)
  private static func firstOdd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index &+ 8 <= bytes.count {
      let loaded = unsafe bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: index, as: UInt64.self)
      let word = UInt64(littleEndian: loaded)
      let quotes = word ^ (UInt64(ASCII.quote) &* ones)
      let slashes = word ^ (UInt64(ASCII.backslash) &* ones)
      let found =
        (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
          | ((word &- (0x20 &* ones)) & ~word) | word) & highs
      if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == ASCII.quote || byte < 0x20 || byte >= 0x80 || byte == ASCII.backslash { break }
      index &+= 1
    }
    return index
  }

  private enum Step {
    case length(Int)
    case open
    case invalid(JSONError.Reason)
  }

  /// The length of the escape sequence at `index`: 2, 6, or 12 for a surrogate pair.
  private static func escape(_ bytes: Span<UInt8>, at index: Int) -> Step {
    guard index + 1 < bytes.count else { return .open }
    switch bytes[index + 1] {
    case UInt8(ascii: "u"): break
    case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return .length(2)
    default: return .invalid(.invalidEscape)
    }
    guard index + 6 <= bytes.count else { return .open }
    guard let unit = JSONEscape.codeUnit(bytes, at: index) else {
      return .invalid(.invalidEscape)
    }
    if UTF16.isTrailSurrogate(unit) { return .invalid(.loneSurrogate) }
    guard UTF16.isLeadSurrogate(unit) else { return .length(6) }
    guard index + 12 <= bytes.count else {
      return couldPair(bytes, at: index + 6) ? .open : .invalid(.loneSurrogate)
    }
    guard let second = JSONEscape.codeUnit(bytes, at: index + 6), UTF16.isTrailSurrogate(second)
    else { return .invalid(.loneSurrogate) }
    return .length(12)
  }

  /// Whether the few bytes from `index` on can be the beginning of "\u".
  private static func couldPair(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    (index >= bytes.count || bytes[index] == ASCII.backslash)
      && (index + 1 >= bytes.count || bytes[index + 1] == UInt8(ascii: "u"))
  }

  /// The length of the UTF-8 sequence at `index`, after table 3-7 of the Unicode standard.
  @inline(__always)
  private static func sequence(_ bytes: Span<UInt8>, at index: Int) -> Step {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return .invalid(.invalidUTF8)
    }
    var offset = 1
    while offset < length {
      guard index + offset < bytes.count else { return .open }
      let byte = bytes[index + offset]
      let fits = offset == 1 ? second.contains(byte) : byte & 0xC0 == 0x80
      guard fits else { return .invalid(.invalidUTF8) }
      offset += 1
    }
    return .length(length)
  }
}
