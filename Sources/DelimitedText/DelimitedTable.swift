/// A small table held in memory, with named columns.
public struct DelimitedTable: Sendable {
  public struct Row: Sendable {
    /// Line of the row in its file, from 1.
    public let line: Int
    /// As many as the header has.
    public let fields: [String]
  }

  /// Names of the columns.
  public let header: [String]
  public let rows: [Row]

  /// Reads a whole table with a header row.
  ///
  /// - Throws: `DelimitedTableError` for the first row that cannot be trusted. Short rows are
  ///   refused too.
  public init(_ bytes: [UInt8], separator: UInt8? = nil) throws(DelimitedTableError) {
    var header: [String]?
    var rows: [Row] = []
    for block in DelimitedTable.blocks(of: bytes, separator: separator) {
      for row in 0..<block.count {
        let line = block.line(ofRow: row)
        if let problem = block.problem(ofRow: row) {
          throw DelimitedTableError(line: line, problem: problem)
        }
        let fields = block.texts(ofRow: row)
        if let header {
          rows.append(Row(line: line, fields: Array(fields.prefix(header.count))))
        } else {
          header = fields
        }
      }
    }
    self.header = header ?? []
    self.rows = rows
  }

  private static func blocks(of bytes: [UInt8], separator: UInt8?) -> [RowBlock] {
    var parser = DelimitedParser(separator: separator)
    var first = RowBlock()
    var last = RowBlock()
    parser.take(bytes, into: &first)
    parser.finish(into: &last)
    return [first, last]
  }

  /// Position of the column with this name, or `nil`.
  public func column(_ name: String) -> Int? { header.firstIndex(of: name) }
}

/// A row of a small table cannot be read.
public struct DelimitedTableError: Error, Hashable, CustomStringConvertible {
  public let line: Int
  public let problem: RowProblem

  public init(line: Int, problem: RowProblem) {
    self.line = line
    self.problem = problem
  }

  public var description: String { "line \(line): \(problem.description)" }
}
