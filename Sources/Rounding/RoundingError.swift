/// Why a table cannot be rounded.
public enum RoundingError: Error, Hashable {
  /// No multiples near these figures add up, or none were found within the budget. In the order of
  /// the table.
  case impossible(cells: [Int])
  /// The solver failed.
  case solver(String)
}
