/// What a cell holds.
public enum CellValue: Hashable, Sendable {
  case text(String)
  /// A number in plain decimal text, every digit of it: `1234.5`, `12`.
  case number(String)
  case boolean(Bool)
  /// A day, a time, or both, in ISO 8601: the number format of the cell says that it is one.
  case date(String)
  /// An error that the spreadsheet shows, such as `#N/A`, or a number that is none or no date.
  case error(String)
  /// A formula whose result is not in the file, because a program wrote it without calculating.
  case uncalculated

  /// The value as it would stand in CSV; empty for a formula without a result.
  public var text: String {
    switch self {
    case .text(let text), .number(let text), .date(let text), .error(let text): text
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .uncalculated: ""
    }
  }
}

/// A cell with a value.
public struct SheetCell: Hashable, Sendable {
  /// Counted from 0.
  public var column: Int
  public var value: CellValue

  public init(column: Int, value: CellValue) {
    self.column = column
    self.value = value
  }
}

/// A row of a sheet that holds at least one value.
public struct SheetRow: Hashable, Sendable {
  /// As the spreadsheet shows it, from 1.
  public var number: Int
  /// In the order of their columns; columns without a value are left out.
  public var cells: [SheetCell]

  public init(number: Int, cells: [SheetCell]) {
    self.number = number
    self.cells = cells
  }
}
