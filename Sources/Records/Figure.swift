/// One number with its range, as a source states it. Unknown is `nil`, never 0 (rule F1).
public struct Figure: Hashable, Sendable {
  public enum Qualifier: Hashable, Sendable {
    /// The source gives this number and no other.
    case exact
    case atLeast
    case atMost
    case about
    /// The source gives a word such as "dozens"; `best` is unknown.
    case word(String)
    /// The source does not say.
    case unstated
  }

  public var low: Quantity?
  public var best: Quantity?
  public var high: Quantity?
  public var qualifier: Qualifier

  public init(
    low: Quantity?, best: Quantity?, high: Quantity?, qualifier: Qualifier = .unstated
  ) {
    self.low = low
    self.best = best
    self.high = high
    self.qualifier = qualifier
  }

  /// The figure that a number and a qualifier stand for.
  ///
  /// *exact* closes both bounds, *at least* the lower, *at most* the upper; *about* leaves both
  /// open. Bounds that the source gives beside it win.
  public init(
    _ number: Quantity?, _ qualifier: Qualifier, low: Quantity? = nil, high: Quantity? = nil
  ) {
    self.qualifier = qualifier
    best = number
    self.low = low
    self.high = high
    switch qualifier {
    case .exact:
      self.low = low ?? number
      self.high = high ?? number
    case .atLeast: self.low = low ?? number
    case .atMost: self.high = high ?? number
    case .about, .unstated, .word: break
    }
    if case .word(let word) = qualifier, number == nil, low == nil {
      self.low = Figure.smallestNumber(meantBy: word)
    }
  }

  public static func exactly(_ number: Int) -> Figure {
    Figure(Quantity(number), .exact)
  }

  /// The same figure with its range widened to hold all three numbers, or `nil` where it already
  /// does. Real data breaks `low ≤ best ≤ high`; such a row is kept and listed (rule F1).
  public var widened: Figure? {
    let known = [low, best, high].compactMap { $0 }
    guard let least = known.min(), let most = known.max() else { return nil }
    var wide = self
    if low != nil { wide.low = least }
    if high != nil { wide.high = most }
    return wide == self ? nil : wide
  }

  public func multiplied(by factor: Quantity) throws(QuantityOverflow) -> Figure {
    Figure(
      low: try low?.multiplied(by: factor), best: try best?.multiplied(by: factor),
      high: try high?.multiplied(by: factor), qualifier: qualifier)
  }

  /// The smallest number that a word of quantity can mean: "dozens" are at least 24.
  ///
  /// Plural words mean at least two of their unit. `nil` for an unknown word.
  public static func smallestNumber(meantBy word: String) -> Quantity? {
    smallestNumbers[word.lowercased()].map(Quantity.init)
  }

  private static let smallestNumbers: [String: Int] = [
    "several": 3, "some": 2, "dozens": 24, "tens": 20, "scores": 40, "hundreds": 200,
    "thousands": 2000, "tens of thousands": 20_000, "hundreds of thousands": 200_000,
    "millions": 2_000_000, "عشرات": 20, "مئات": 200, "آلاف": 2000, "عشرات الآلاف": 20_000,
  ]
}
