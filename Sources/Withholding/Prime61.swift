/// Arithmetic modulo the prime 2^61 − 1: exact, without the growing fractions of Gauss
/// elimination, and wrong with a probability of about one in 10^18 only.
enum Prime61 {
  static let modulus: UInt64 = (1 << 61) - 1

  static func add(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let sum = left + right
    return sum >= modulus ? sum - modulus : sum
  }

  static func negate(_ number: UInt64) -> UInt64 { number == 0 ? 0 : modulus - number }

  static func multiply(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    let folded = (low & modulus) + (low >> 61 | high << 3)
    return folded >= modulus ? folded - modulus : folded
  }

  /// By Fermat: the number to the power `modulus − 2`.
  static func inverse(_ number: UInt64) -> UInt64 {
    // 1 and −1 are their own.
    if number == 1 || number == modulus - 1 { return number }
    var (result, base, exponent) = (UInt64(1), number, modulus - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = multiply(result, base) }
      base = multiply(base, base)
      exponent >>= 1
    }
    return result
  }
}

/// Numbers that look random and are the same in every run (SplitMix64, after Steele, Lea and
/// Flood, OOPSLA 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
