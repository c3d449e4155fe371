import Records
import Regions

/// What the sites of each level add up to, for the check of the accounts (rule A1).
struct RolledTotals {
  private let indicators: [Indicator]
  /// By level and indicator: inside the coverage.
  private var inside: [Sum]
  /// By level and indicator: over all periods, with what is unspecified in time.
  private var all: [Sum]

  init(indicators: [Indicator]) {
    self.indicators = indicators
    inside = Array(repeating: .empty, count: indicators.count * Level.allCases.count)
    all = inside
  }

  /// Takes in the total of a site over all categories.
  ///
  /// - Parameter indicator: its position in `indicators`.
  mutating func add(
    _ sum: Sum, _ indicator: Int, at level: Level, isInside: Bool, isOverAll: Bool
  ) throws(QuantityOverflow) {
    let position = Int(level.rawValue) * indicators.count + indicator
    if isInside { try inside[position].add(sum) }
    if isOverAll { try all[position].add(sum) }
  }

  /// Adds what other views of the same report add up to.
  mutating func add(_ other: RolledTotals) throws(QuantityOverflow) {
    for position in inside.indices {
      try inside[position].add(other.inside[position])
      try all[position].add(other.all[position])
    }
  }

  func inside(_ level: Level, _ indicator: Indicator) -> Sum {
    position(level, indicator).map { inside[$0] } ?? .empty
  }

  func all(_ level: Level, _ indicator: Indicator) -> Sum {
    position(level, indicator).map { all[$0] } ?? .empty
  }

  private func position(_ level: Level, _ indicator: Indicator) -> Int? {
    indicators.firstIndex(of: indicator).map { Int(level.rawValue) * indicators.count + $0 }
  }
}
