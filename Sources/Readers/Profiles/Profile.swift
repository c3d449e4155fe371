import Records

/// How the rows of one source become records. One file, one test and one sample each.
///
/// A profile is bound to the columns of a file once, and then sees one row after the other. What
/// it cannot understand it tells the row, which rejects itself where the rule says so.
protocol Profile: Sendable {
  /// Appends the records of a row; they do not count where the row was rejected.
  ///
  /// A wide row gives a record for each of its figures; each counts as a row in the accounts
  /// (rule A1). A part that cannot be used is left out through `Row.part`.
  mutating func read(_ row: inout Row, into records: inout [Record])

  /// What can be said once all rows have been seen, such as sums that do not match.
  func closingFindings(in context: ReadContext) -> [Finding]
}

extension Profile {
  func closingFindings(in context: ReadContext) -> [Finding] { [] }
}

/// A profile whose rows are a record each.
protocol RowProfile: Profile {
  /// The record of a row. The result does not count where the row was rejected.
  mutating func record(from row: inout Row) -> Record?
}

extension RowProfile {
  mutating func read(_ row: inout Row, into records: inout [Record]) {
    if let record = record(from: &row) { records.append(record) }
  }
}

/// A profile that must have seen all rows before it can tell which of them repeat others, such as
/// a table with sums for several levels (rule F4).
protocol SurveyingProfile: Profile {
  /// Sees each row once before any is read. What it notes is forgotten.
  mutating func survey(_ row: inout Row)
}

/// A profile that comes with the package.
protocol BuiltInProfile: Profile {
  /// The name used in options and accounts.
  static var name: String { get }
  /// Columns without which the file is not of this source, in folded spelling. Where one of
  /// several will do, they stand together.
  static var required: [[String]] { get }

  init(columns: inout Columns)
}
