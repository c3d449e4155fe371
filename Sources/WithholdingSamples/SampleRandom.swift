/// Random numbers for samples, the same in every run (the linear congruential generator MMIX of
/// Knuth, upper half).
struct SampleRandom {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
    for _ in 0..<8 { _ = next() }
  }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 32
  }

  mutating func unit() -> Double { Double(next()) / 4_294_967_296 }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  /// Small numbers far more often than large ones.
  mutating func skewed(_ count: Int) -> Int {
    let unit = unit()
    return min(count - 1, Int(Double(count) * unit * unit * unit))
  }

  /// People in a record: a family mostly, a village at times.
  mutating func size() -> Int {
    var size = 1 + below(6)
    while size < 3000, unit() < 0.35 { size *= 2 + below(4) }
    return size
  }
}
