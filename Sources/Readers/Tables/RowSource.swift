import DelimitedText
import Records

/// The rows of a table, whatever it is written in.
protocol RowSource {
  /// The names of the columns; a source of objects knows only those of its first thousand.
  var names: [String] { get }
  /// What has been read of the file, for its checksum.
  var bytes: FileBytes { get }
  /// The next rows; `nil` at the end.
  mutating func next() throws(ReadError) -> RowPiece?
}

/// Some rows of a table, with what was found about them beside their cells.
struct RowPiece {
  let block: RowBlock
  let rows: Range<Int>
  var findings: [Finding] = []
}
