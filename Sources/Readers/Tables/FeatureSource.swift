import DelimitedText
import JSONText
import Records

/// How GeoJSON features follow one another in a file.
enum FeatureLayout: Sendable {
  /// In the `features` of one FeatureCollection.
  case collection
  /// One a line, or after record separators (RFC 8142).
  case lines
}

/// The features of a GeoJSON file as rows: their properties play the part of columns, a point's
/// coordinates fill `longitude` and `latitude` where the properties leave them out.
struct FeatureSource {
  /// Features handed over at once.
  private static let blockSize = 500

  private let file: String
  private let layout: FeatureLayout
  let columns: Columns
  private let reader: PieceReader
  private var parser: JSONParser
  private var hasBegun = false

  init(
    path: String, file: String, layout: FeatureLayout, columns: Columns
  ) throws(ReadError) {
    self.file = file
    self.layout = layout
    self.columns = columns
    let reader = PieceReader(try FileBytes(path: path))
    self.reader = reader
    parser = JSONParser(
      limits: JSONLimits(bytes: .max), layout: layout == .lines ? .lines : .document
    ) { try reader.append(to: &$0) }
  }

  /// What has been read so far.
  var bytes: FileBytes { reader.bytes }

  /// The next features; `nil` at the end.
  mutating func next() throws(ReadError) -> (block: RowBlock, findings: [Finding])? {
    var block = RowBlock()
    var findings: [Finding] = []
    do throws(JSONError) {
      while block.count < Self.blockSize, let (feature, line) = try nextFeature() {
        append(feature, line, to: &block, &findings)
      }
    } catch {
      throw .damagedJSON(file: file, line: error.line, reason: "\(error)")
    }
    return block.count == 0 ? nil : (block, findings)
  }

  private mutating func nextFeature() throws(JSONError) -> (JSONValue, Int)? {
    switch layout {
    case .lines:
      guard try parser.nextDocument() else { return nil }
      let line = parser.position().line
      return (try parser.readValue(), line)
    case .collection:
      if !hasBegun {
        hasBegun = true
        guard try parser.findFeatures() else { return nil }
      }
      let token = try parser.next()
      guard token != .endArray else {
        try parser.skipRestOfCollection()
        return nil
      }
      let line = parser.position().line
      return (try parser.readValue(beginning: token), line)
    }
  }

  private func append(
    _ feature: JSONValue, _ line: Int, to block: inout RowBlock, _ findings: inout [Finding]
  ) {
    var cells = [String](repeating: "", count: columns.names.count)
    for member in feature["properties"]?.object?.members ?? [] {
      guard let index = columns.index(ofFolded: Columns.folded(member.key)) else { continue }
      cells[index] = member.value.cell
    }
    place(feature["geometry"], line, &cells, &findings)
    block.beginRow(line: line)
    for cell in cells { block.appendField(cell.utf8) }
  }

  private func place(
    _ geometry: JSONValue?, _ line: Int, _ cells: inout [String], _ findings: inout [Finding]
  ) {
    guard let geometry, geometry != .null else { return }
    let coordinates = geometry["coordinates"]?.array ?? []
    guard geometry["type"]?.string == "Point", coordinates.count >= 2 else {
      findings.append(
        Finding(
          .badCoordinate, file: file, line: line, column: "geometry",
          message: "the geometry is no point; the record is placed by its codes and names alone"))
      return
    }
    for (name, value) in [("longitude", coordinates[0]), ("latitude", coordinates[1])] {
      guard let index = columns.index(ofFolded: name), cells[index].isEmpty else { continue }
      cells[index] = value.cell
    }
  }
}

/// Which features a file holds and how, seen from its beginning.
struct FeaturePreview {
  let layout: FeatureLayout
  /// Names of the first feature's properties, and those that its geometry fills.
  let names: [String]

  init(path: String, file: String) throws(ReadError) {
    let reader = PieceReader(try FileBytes(path: path))
    var parser = JSONParser(limits: JSONLimits(bytes: .max)) { try reader.append(to: &$0) }
    var names: [String] = []
    do throws(JSONError) {
      let isCollection = try parser.isCollection()
      layout = isCollection ? .collection : .lines
      var source = try? FeatureSource(
        path: path, file: file, layout: layout, columns: Columns(names: []))
      names = source?.firstPropertyNames() ?? []
    } catch {
      throw .damagedJSON(file: file, line: error.line, reason: "\(error)")
    }
    self.names = names + ["longitude", "latitude"].filter { !names.contains($0) }
  }
}

extension FeatureSource {
  fileprivate mutating func firstPropertyNames() -> [String] {
    guard let feature = try? nextFeature()?.0 else { return [] }
    return feature["properties"]?.object?.members.map(\.key) ?? []
  }
}

extension JSONParser {
  /// Whether the first object of a text is a FeatureCollection.
  fileprivate mutating func isCollection() throws(JSONError) -> Bool {
    try expect(.beginObject)
    while let key = try nextKey() {
      if key == "features" { return true }
      guard key == "type" else {
        try skipValue()
        continue
      }
      return try readValue().string == "FeatureCollection"
    }
    return false
  }

  /// Goes to the first element of the `features`; false where there are none.
  fileprivate mutating func findFeatures() throws(JSONError) -> Bool {
    try expect(.beginObject)
    while let key = try nextKey() {
      if key == "features" {
        try expect(.beginArray)
        return true
      }
      try skipValue()
    }
    return false
  }

  /// Reads what follows the features, so that damage there is seen and all bytes are hashed.
  fileprivate mutating func skipRestOfCollection() throws(JSONError) {
    while try nextKey() != nil { try skipValue() }
    try finish()
  }
}

extension JSONValue {
  /// The value as the text of a cell; empty for null and for what no cell can hold.
  fileprivate var cell: String {
    switch self {
    case .string(let text): text
    case .number(let number): number.text
    case .bool(let bool): bool ? "true" : "false"
    case .null, .array, .object: ""
    }
  }
}

/// Hands the pieces of a file to a parser, and keeps their checksum.
///
/// A class because the parser's source and the account of the bytes share it.
final class PieceReader {
  private(set) var bytes: FileBytes

  init(_ bytes: FileBytes) {
    self.bytes = bytes
  }

  func append(to buffer: inout [UInt8]) throws {
    buffer.append(contentsOf: try bytes.next())
  }
}
