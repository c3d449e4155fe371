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
  /// The first row has more fields than any table has columns.
  case tooManyColumns(found: Int, limit: Int)
  /// What a source that is no delimited text says of a row.
  case damaged(String)
}

extension RowProblem: CustomStringConvertible {
  /// What is wrong and what to do, in words.
  public var description: String {
    switch self {
    case .quoteNeverClosed(let line):
      "a quote that opens on line \(line) is never closed; close it or remove it"
    case .textAfterQuote:
      "text follows a closing quote; write quotes inside a quoted field twice"
    case .tooLong:
      "the row is too long to be one; look for missing line ends"
    case .tooFewFields(let found, let expected):
      "the row has \(found) fields where the header has \(expected); look for a cut line"
    case .tooManyFields(let found, let expected):
      "the row has \(found) fields where the header has \(expected); "
        + "quote fields that contain the separator"
    case .tooManyColumns(let found, let limit):
      "the header has \(found) columns, more than \(limit); look for missing line ends"
    case .damaged(let reason): reason
    }
  }
}
