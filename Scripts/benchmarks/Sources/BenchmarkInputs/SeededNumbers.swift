/// SplitMix64 (Steele, Lea and Flood, 2014): small, seeded, the same everywhere.
public struct SeededNumbers: Sendable {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to 1, without 1.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  public mutating func number(_ low: Double, _ high: Double) -> Double {
    low + unit() * (high - low)
  }

  public mutating func whole(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
