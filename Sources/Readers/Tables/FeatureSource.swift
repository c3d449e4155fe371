import DelimitedText
import JSONText
import Records

/// The features of a GeoJSON file as rows: their properties are the columns, and a point fills
/// `longitude` and `latitude` where the properties do not.
struct FeatureSource {
  let columns: Columns
  private let file: String
  private var reader: FeatureReader
  private var block = RowBlock()
  private var findings: [Finding] = []

  init(
    path: String, file: String, layout: FeatureLayout, columns: Columns
  ) throws(ReadError) {
    self.columns = columns
    self.file = file
    reader = try FeatureReader(path: path, file: file, layout: layout)
  }

  var bytes: FileBytes { reader.bytes }

  /// The next rows; `nil` at the end.
  mutating func next() throws(ReadError) -> (block: RowBlock, findings: [Finding])? {
    block.removeAll()
    findings.removeAll()
    while block.count < InputFile.batchSize, let item = try reader.next() {
      switch item {
      case .damaged(let reason, let line): block.beginRow(line: line, problem: .damaged(reason))
      case .feature(let feature, let line): append(Feature(feature), line: line)
      }
    }
    return block.count == 0 ? nil : (block, findings)
  }

  private mutating func append(_ feature: Feature, line: Int) {
    var cells = [String](repeating: "", count: columns.names.count)
    for (name, text) in feature.properties {
      if let column = columns.index(ofFolded: name) { cells[column] = text }
    }
    fill("id", with: feature.id, in: &cells)
    switch feature.geometry {
    case .none: break
    case .point(let longitude, let latitude):
      fillPoint(longitude, latitude, in: &cells)
    case .other(let type):
      findings.append(
        Finding(
          .badCoordinate, file: file, line: line, column: "geometry",
          message: "\(CellText.quoted(type)) is no point; the record is placed by its codes and "
            + "names alone"))
    }
    let isBlank = cells.allSatisfy(\.isEmpty)
    block.beginRow(
      line: line, problem: isBlank ? .damaged("the feature has none of the columns") : nil)
    for cell in cells { block.appendField(cell.utf8) }
  }

  /// Both coordinates come from the same place: a longitude of the properties is never paired
  /// with a latitude of the geometry.
  private func fillPoint(_ longitude: String, _ latitude: String, in cells: inout [String]) {
    let own = ["longitude", "latitude"].compactMap(columns.index(ofFolded:))
    guard own.allSatisfy({ cells[$0].isEmpty }) else { return }
    fill("longitude", with: longitude, in: &cells)
    fill("latitude", with: latitude, in: &cells)
  }

  private func fill(_ name: String, with text: String?, in cells: inout [String]) {
    guard let text, let column = columns.index(ofFolded: name), cells[column].isEmpty else {
      return
    }
    cells[column] = text
  }
}

/// The names of a GeoJSON file's properties, by its first thousand features.
struct FeaturePreview {
  let layout: FeatureLayout
  let names: [String]

  init(path: String, file: String) throws(ReadError) {
    var reader = try FeatureReader(path: path, file: file)
    layout = reader.layoutFound
    var names: [String] = []
    var seen: Set<String> = []
    for _ in 0..<InputFile.batchSize {
      guard let item = try reader.next() else { break }
      guard case .feature(let object, _) = item else { continue }
      for name in Feature(object).names where seen.insert(name).inserted { names.append(name) }
    }
    self.names = names
  }
}

/// A feature's parts as text.
struct Feature {
  let id: String?
  /// Folded names and the texts of their values.
  let properties: [(name: String, text: String)]
  let geometry: Geometry

  enum Geometry {
    case none
    case point(longitude: String, latitude: String)
    /// Any other geometry, by its type.
    case other(String)
  }

  init(_ object: JSONObject) {
    id = object["id"].map(Feature.text)
    properties = (object["properties"]?.object?.members ?? []).map {
      (Columns.folded($0.key), Feature.text($0.value))
    }
    geometry = Feature.geometry(object["geometry"] ?? .null)
  }

  /// The names that this feature can fill.
  var names: [String] {
    properties.map(\.name) + (id == nil ? [] : ["id"])
      + ["longitude", "latitude"]
  }

  private static func geometry(_ value: JSONValue) -> Geometry {
    if value == .null { return .none }
    let type = value["type"]?.string ?? "geometry"
    guard type == "Point", let position = value["coordinates"]?.array else { return .other(type) }
    if position.isEmpty { return .none }
    return position.count == 1
      ? .other(type) : .point(longitude: text(position[0]), latitude: text(position[1]))
  }

  /// A list becomes its texts joined by `;`, as sets are written in cells.
  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): number.text
    case .string(let string): string
    case .array(let values): values.map(text).joined(separator: ";")
    case .object: "{…}"
    }
  }
}
