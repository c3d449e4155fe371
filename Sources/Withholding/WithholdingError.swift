/// Why a table cannot be protected.
public enum WithholdingError: Error, Hashable {
  /// A sum is not that of its parts, a number is negative, or a figure is part of itself.
  case inconsistent(cell: Int)
  /// These figures stay within reach, whatever else is withheld, or the budget ended before they
  /// could be shown to be safe. In the order of the table, never empty.
  case unprotected(cells: [Int])
  /// The solver behind the attacker failed.
  case solver(String)
}
