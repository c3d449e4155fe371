/// What everybody knows of a table: the figures that are shown, and the sums.
///
/// It is all that an attacker has. It can be read from the files of a release, or be made from a
/// table and a plan.
public struct KnownTable: Sendable {
  public enum Cell: Hashable, Sendable {
    case shown(Int)
    /// A withheld figure, with the least that it can be and, where it differs from the table's,
    /// the number of values that it must keep.
    case withheld(least: Int = 1, threshold: Int? = nil)
    /// A number that nobody shows or asks for, such as the difference of two figures of which
    /// one is known to be larger; a bound that is `nil` is none.
    case unknown(least: Int? = 0, most: Int? = nil)
  }

  public private(set) var cells: [Cell] = []
  public private(set) var sums: [FigureTable.Sum] = []

  public init() {}

  /// What a release shows that follows the plan.
  /// - Parameter isHidden: by cell; slacks are unknown either way.
  public init(_ table: FigureTable, isHidden: [Bool]) {
    sums = table.sums
    cells = zip(table.cells, isHidden).map { cell, isHidden in
      switch cell.role {
      case .slack: .unknown(least: cell.least)
      case .figure:
        isHidden
          ? .withheld(least: cell.least, threshold: cell.threshold) : .shown(cell.value)
      }
    }
  }

  /// Adds a cell and answers its position.
  public mutating func add(_ cell: Cell) -> Int {
    cells.append(cell)
    return cells.count - 1
  }

  /// States that `parent` is the sum of `parts`. No cell may be part of itself.
  public mutating func tie(_ parent: Int, toSumOf parts: [Int]) {
    sums.append(FigureTable.Sum(parent: parent, parts: parts))
  }

  /// States that `larger` is at least `smaller`.
  public mutating func tie(_ larger: Int, isAtLeast smaller: Int) {
    tie(larger, toSumOf: [smaller, add(.unknown())])
  }
}
