/// Figures and the sums that tie them together: everything that one release could show.
///
/// A figure is named by its position. Nothing is said of places, periods or indicators, so that
/// region trees, zones, time, categories and flows are one system.
public struct FigureTable: Sendable {
  public struct Cell: Hashable, Sendable {
    public enum Role: Hashable, Sendable {
      /// A number that a release shows or withholds. Its zeros are shown (rule D2), so that
      /// whoever sees it withheld knows that it is at least 1.
      case figure
      /// The unknown part of an inequality: never shown, at least 0.
      case slack
    }

    public var role: Role
    /// The number, rounded up to a whole one; never negative.
    ///
    /// Figures may be shifted by whole numbers only, so a fraction never matters: a withheld 3.4
    /// can be 0.4, 1.4, … and as such behaves like a 4 that can be 1, 2, ….
    public var value: Int
    /// Whether it must be withheld whatever the others are (rule D2).
    public var isPrimary: Bool
    /// Whether one record alone stands behind it, so that whoever gave the record knows it.
    public var isOneRecord: Bool
    /// How much a reader loses where it is withheld. Must not depend on withheld numbers.
    public var loss: Double

    public init(
      _ role: Role = .figure, value: Int, isPrimary: Bool = false, isOneRecord: Bool = false,
      loss: Double = 1
    ) {
      self.role = role
      self.value = value
      self.isPrimary = isPrimary
      self.isOneRecord = isOneRecord
      self.loss = loss
    }
  }

  /// `parent` is the sum of `parts`.
  public struct Sum: Hashable, Sendable {
    public var parent: Int
    public var parts: [Int]
  }

  public private(set) var cells: [Cell] = []
  public private(set) var sums: [Sum] = []

  public init() {}

  /// Adds a figure and answers its position.
  public mutating func add(_ cell: Cell) -> Int {
    cells.append(cell)
    return cells.count - 1
  }

  /// States that `parent` is the sum of `parts`. No figure may be part of itself, by whatever
  /// way round.
  public mutating func tie(_ parent: Int, toSumOf parts: [Int]) {
    sums.append(Sum(parent: parent, parts: parts))
  }

  /// States that `larger` is at least `smaller`.
  public mutating func tie(_ larger: Int, isAtLeast smaller: Int) {
    let slack = add(Cell(.slack, value: cells[larger].value - cells[smaller].value, loss: 0))
    tie(larger, toSumOf: [smaller, slack])
  }
}
