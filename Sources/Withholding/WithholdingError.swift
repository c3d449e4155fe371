/// Why a table cannot be protected.
public enum WithholdingError: Error, Equatable {
  /// A sum is not that of its parts, a number is negative, or a figure is part of itself.
  case inconsistent(cell: Int)
  /// The figure stays within reach, whatever else is withheld, or the budget ended before it
  /// could be shown to be safe.
  case unprotected(cell: Int)
  /// The solver behind the attacker failed.
  case solver(String)
}
