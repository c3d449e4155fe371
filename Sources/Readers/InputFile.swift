import DelimitedText
import Foundation
import Records

/// A file with incidents or movements, whose source has been recognised.
public struct InputFile: Sendable {
  /// Rows handed over at once, about.
  static let batchSize = 1000

  /// Where the bytes lie.
  public let path: String
  /// Name of the file, without folders; `stdin` for standard input.
  public let name: String
  let context: ReadContext
  let shape: TableShape
  /// Keeps what was read from standard input until nobody needs it.
  private let spool: SpooledInput?

  /// The profile that reads the file.
  public var profileName: String { shape.entry.name }

  /// Opens the file and finds the profile by its header, or takes the one that is asked for.
  ///
  /// - Parameter path: of the file, or `-` for standard input, which is kept in a temporary file
  ///   that no other process can open by name.
  /// - Throws: `ReadError` where the file cannot be opened, no profile fits, or a column that the
  ///   profile needs is missing.
  public init(path: String, settings: ReadSettings = ReadSettings()) throws(ReadError) {
    guard let timeZone = TimeZone(identifier: settings.timeZone) else {
      throw .unknownTimeZone(name: settings.timeZone)
    }
    spool = path == "-" ? try SpooledInput() : nil
    self.path = spool?.path ?? path
    name =
      spool == nil ? path.split(separator: "/").last.map(String.init) ?? path : SpooledInput.name
    shape = try TableFinder(path: self.path, file: name, settings: settings).find()
    context = ReadContext(
      file: name, dateOrder: settings.dateOrder, timeZone: timeZone, titles: shape.titles)
  }

  /// The names of the columns in the order of the file; empty where rows have no order of columns.
  public var columnNames: [String] { header }

  /// The byte between the fields of a row; `nil` where the file is no delimited text.
  public var separator: UInt8? {
    if case .delimited(let layout) = shape.form { layout.separator } else { nil }
  }

  /// Bytes that the file takes on disk; 0 where it cannot be opened any more, which reading it
  /// will report.
  public var size: Int {
    guard let handle = FileHandle(forReadingAtPath: path), let end = try? handle.seekToEnd() else {
      return 0
    }
    return Int(end)
  }

  /// Reads the file from its beginning and hands over records and findings in its order.
  ///
  /// Memory does not grow with the file. May be called again.
  /// - Throws: `ReadError`, or what `each` throws.
  public func read(_ each: (Batch) throws -> Void) throws -> InputSummary {
    var columns = shape.columns
    let profile = try surveyed(shape.entry.bind(&columns), columns)
    var source = try shape.source(path: path, file: name, columns: columns)
    var run = RowRun(profile, columns: columns, header: header, context: context)
    run.add(shape.findings(file: name))
    while let piece = try source.next() {
      run.add(piece.findings)
      for row in piece.rows {
        run.take(row, of: piece.block)
        if run.batch.isFull { try each(run.takeBatch()) }
      }
    }
    run.add(run.profile.closingFindings(in: context))
    if !run.batch.isEmpty { try each(run.takeBatch()) }
    return InputSummary(
      name: name, sha256: source.bytes.sha256, profile: profileName, rows: run.rows,
      read: run.read, rejected: run.rows - run.read, bytes: source.bytes.count)
  }

  /// The profile after it has seen all rows, where it needs to.
  private func surveyed(_ profile: any Profile, _ columns: Columns) throws -> any Profile {
    guard var surveying = profile as? any SurveyingProfile else { return profile }
    var source = try shape.source(path: path, file: name, columns: columns)
    var run = RowRun(profile, columns: columns, header: header, context: context)
    while let piece = try source.next() {
      for row in piece.rows { run.survey(row, of: piece.block, by: &surveying) }
    }
    return surveying
  }

  /// The header as it may be repeated among the rows.
  var header: [String] {
    if case .objects = shape.form { [] } else { shape.namesAboveTags ?? shape.header }
  }
}

extension Batch {
  var isFull: Bool { records.count + findings.count >= InputFile.batchSize }
  var isEmpty: Bool { records.isEmpty && findings.isEmpty && plain.isEmpty }
}
