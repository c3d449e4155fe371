import DelimitedText
import JSONText
import Records

/// The objects of a JSON file as rows. A GeoJSON feature's properties are its columns, and a point
/// fills `longitude` and `latitude` where the properties do not.
struct ObjectSource: RowSource {
  let columns: Columns
  private let file: String
  private var reader: ObjectReader
  private var block = RowBlock()
  private var findings: [Finding] = []

  /// - Parameter columns: those that a profile has bound; others are not read.
  init(
    path: String, file: String, layout: ObjectLayout, columns: Columns
  ) throws(ReadError) {
    self.columns = columns
    self.file = file
    reader = try ObjectReader(path: path, file: file, layout: layout)
  }

  /// As many columns as a table may have.
  private static let mostNames = 16_384

  var names: [String] { columns.names }
  var bytes: FileBytes { reader.bytes }

  mutating func next() throws(ReadError) -> RowPiece? {
    block.removeAll()
    findings.removeAll()
    while block.count < InputFile.batchSize, let item = try reader.next() {
      switch item {
      case .damaged(let reason, let line): block.beginRow(line: line, problem: .damaged(reason))
      case .object(let object, let line):
        findings += ObjectRow(object).append(to: &block, columns, line: line, file: file)
      }
    }
    guard block.count > 0 else { return nil }
    return RowPiece(block: block, rows: 0..<block.count, findings: findings)
  }

  /// The names of the columns, by the first thousand objects.
  static func preview(
    path: String, file: String, layout: ObjectLayout
  ) throws(ReadError) -> [String] {
    var reader = try ObjectReader(path: path, file: file, layout: layout)
    var found = ObjectNames()
    for _ in 0..<InputFile.batchSize {
      guard let item = try reader.next() else { break }
      guard case .object(let object, _) = item else { continue }
      found.add(object)
      guard found.names.count <= ObjectSource.mostNames else {
        throw .unreadable(
          path: file, reason: "its objects have more than \(mostNames) different names")
      }
    }
    return found.names
  }
}
