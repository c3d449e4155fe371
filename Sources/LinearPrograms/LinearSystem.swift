/// Linear equalities and inequalities over bounded variables, sparse.
///
/// A variable is named by its position, in the order of `addVariable`. A bound that is not there
/// is infinite.
public struct LinearSystem: Sendable {
  /// A variable and what it is multiplied by.
  public struct Term: Hashable, Sendable {
    public let variable: Int
    public let factor: Double

    public init(_ variable: Int, times factor: Double = 1) {
      self.variable = variable
      self.factor = factor
    }
  }

  private(set) var variableLower: [Double] = []
  private(set) var variableUpper: [Double] = []
  private(set) var rowLower: [Double] = []
  private(set) var rowUpper: [Double] = []
  private(set) var rowStarts: [Int32] = [0]
  private(set) var columns: [Int32] = []
  private(set) var factors: [Double] = []

  public init() {}

  public var variableCount: Int { variableLower.count }
  public var rowCount: Int { rowLower.count }

  /// Adds a variable and answers its position.
  public mutating func addVariable(
    lower: Double = 0, upper: Double = .infinity
  ) -> Int {
    variableLower.append(lower)
    variableUpper.append(upper)
    return variableCount - 1
  }

  /// Adds `lower ≤ terms ≤ upper`; the same number twice makes an equality.
  ///
  /// Each variable may occur once.
  public mutating func addRow(_ terms: [Term], lower: Double, upper: Double) {
    for term in terms {
      columns.append(Int32(term.variable))
      factors.append(term.factor)
    }
    rowStarts.append(Int32(columns.count))
    rowLower.append(lower)
    rowUpper.append(upper)
  }

  /// Adds `terms = value`.
  public mutating func addRow(_ terms: [Term], equals value: Double) {
    addRow(terms, lower: value, upper: value)
  }
}
