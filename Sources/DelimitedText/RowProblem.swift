/// Why the fields of a row cannot be trusted.
public enum RowProblem: Hashable, Sendable {
  /// A quote opened on this line and did not close before the end of the file or within the
  /// largest row. The row ends at its first line end, so that nothing else is swallowed.
  case quoteNeverClosed(line: Int)
  /// Text follows a closing quote. The row ends at its first line end.
  case textAfterQuote
  /// More than the largest number of bytes without a line end.
  case tooLong
  /// Fewer fields than the header has.
  case tooFewFields(found: Int, expected: Int)
  /// More fields than the header has, and not all of the excess is empty.
  case tooManyFields(found: Int, expected: Int)
}
