/// Adds up products of doubles without any rounding, and tells the sign of the sum.
///
/// Every finite double is a whole number of 2^-1074, so every product is a whole number of
/// 2^-2148, and a row of 64-bit words holds the sum of a few products exactly. Expansions of
/// doubles would be exact too, but not where their products underflow: this has no such corner.
struct ExactSum {
  private static let wordCount = 68
  // Kept apart by sign, so that carries stay short.
  private var positive = InlineArray<68, UInt64>(repeating: 0)
  private var negative = InlineArray<68, UInt64>(repeating: 0)

  /// - Precondition: both factors are finite, and no more than a dozen products are added.
  mutating func add(_ left: Double, times right: Double) {
    guard left != 0, right != 0 else { return }
    let product = Self.significand(left).multipliedFullWidth(by: Self.significand(right))
    let place = Self.place(left) + Self.place(right)
    if (left < 0) == (right < 0) {
      Self.add(high: product.high, low: product.low, at: place, to: &positive)
    } else {
      Self.add(high: product.high, low: product.low, at: place, to: &negative)
    }
  }

  /// 1, 0 or -1.
  var sign: Int {
    for word in stride(from: Self.wordCount - 1, through: 0, by: -1)
    where positive[word] != negative[word] {
      return positive[word] > negative[word] ? 1 : -1
    }
    return 0
  }

  private static func significand(_ value: Double) -> UInt64 {
    value.exponentBitPattern == 0
      ? value.significandBitPattern : value.significandBitPattern | 1 << 52
  }

  /// How many bits the significand is shifted left against that of the smallest double.
  private static func place(_ value: Double) -> Int {
    max(Int(value.exponentBitPattern), 1) - 1
  }

  private static func add(
    high: UInt64, low: UInt64, at place: Int, to words: inout InlineArray<68, UInt64>
  ) {
    let shift = place & 63
    let top = shift == 0 ? 0 : high >> UInt64(64 - shift)
    let middle = high << UInt64(shift) | (shift == 0 ? 0 : low >> UInt64(64 - shift))
    var word = place >> 6
    var carry = false
    for part in [low << UInt64(shift), middle, top] {
      carry = Self.add(part, carry, to: &words[word])
      word += 1
    }
    while carry {
      carry = Self.add(0, true, to: &words[word])
      word += 1
    }
  }

  private static func add(_ part: UInt64, _ carry: Bool, to word: inout UInt64) -> Bool {
    let first = word.addingReportingOverflow(part)
    let second = first.partialValue.addingReportingOverflow(carry ? 1 : 0)
    word = second.partialValue
    return first.overflow || second.overflow
  }
}
