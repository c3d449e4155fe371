/// Figures to be rounded to multiples of a base, and the sums and bounds that must hold afterwards.
///
/// A figure is named by its position, and its numbers are multiples of the base: for base 5 a 12
/// lies between 2 and 3. Nothing is said of places or periods, so that region trees, zones, time,
/// categories and flows are one system.
public struct RoundingTable: Sendable {
  public struct Cell: Hashable, Sendable {
    /// The multiples that it may be rounded to: the two beside it, or the one that it is.
    public var lower: Int
    public var upper: Int
    /// How near it lies to the upper one: 0 to 1. So often it is pulled up, over all seeds.
    public var share: Double
    /// What its pull is drawn from.
    public var seed: UInt64
    /// Which figures are settled before it: those of smaller stages.
    public var stage: Int

    public init(lower: Int, upper: Int, share: Double = 0.5, seed: UInt64 = 0, stage: Int = 0) {
      self.lower = lower
      self.upper = upper
      self.share = share
      self.seed = seed
      self.stage = stage
    }

    /// Whether it is a zero, which always stays one.
    var isZero: Bool { lower == 0 && upper == 0 }
  }

  /// What must hold: the figures, each times its factor, add up to 0, or to no less.
  public struct Rule: Hashable, Sendable {
    public struct Term: Hashable, Sendable {
      public let cell: Int
      public let factor: Int

      public init(_ cell: Int, times factor: Int) {
        self.cell = cell
        self.factor = factor
      }
    }

    public let terms: [Term]
    /// Whether more than 0 will do.
    public let isBound: Bool

    public init(_ terms: [Term], isBound: Bool = false) {
      self.terms = terms
      self.isBound = isBound
    }

    func holds(_ multiples: [Int]) -> Bool {
      let total = terms.reduce(0) { $0 + $1.factor * multiples[$1.cell] }
      return isBound ? total >= 0 : total == 0
    }
  }

  public private(set) var cells: [Cell] = []
  public private(set) var rules: [Rule] = []

  public init() {}

  /// Adds a figure and answers its position.
  @discardableResult
  public mutating func add(_ cell: Cell) -> Int {
    cells.append(cell)
    return cells.count - 1
  }

  public mutating func add(_ rule: Rule) {
    rules.append(rule)
  }

  /// States that `parent` is the sum of `parts`.
  public mutating func tie(_ parent: Int, toSumOf parts: [Int]) {
    rules.append(
      Rule(parts.map { Rule.Term($0, times: 1) } + [Rule.Term(parent, times: -1)]))
  }

  /// States that `larger` is at least `smaller`.
  public mutating func tie(_ larger: Int, isAtLeast smaller: Int) {
    rules.append(
      Rule([Rule.Term(larger, times: 1), Rule.Term(smaller, times: -1)], isBound: true))
  }
}
