import JSONText

/// How the objects of a JSON file lie in it.
enum ObjectLayout: Hashable, Sendable {
  /// One array.
  case array
  /// The array under this key of an object: features of GeoJSON, or data in an envelope.
  case member(String)
  /// One object a line, or after record separators.
  case lines

  /// Keys under which publishers wrap their rows: GeoJSON, HDX HAPI, DTM, UNHCR and others.
  private static let envelopes: Set<String> = [
    "features", "data", "result", "results", "items", "records", "rows",
  ]

  /// Looks at the beginning of the first value until that tells how the rows lie.
  ///
  /// - Returns: `nil` where the text holds no objects to be read as rows.
  static func of(_ parser: inout JSONParser) throws(JSONError) -> ObjectLayout? {
    switch try parser.next() {
    case .beginArray: return .array
    case .beginObject: return try ofObject(&parser)
    default: return nil
    }
  }

  private static func ofObject(_ parser: inout JSONParser) throws(JSONError) -> ObjectLayout? {
    var isTopology = false
    while let key = try parser.nextKey() {
      let token = try parser.next()
      if token == .beginArray, envelopes.contains(key) { return .member(key) }
      if key == "type", token == .string {
        if parser.text == "Feature" { return .lines }
        isTopology = parser.text == "Topology"
      }
      try parser.skipRest(of: token)
    }
    return isTopology ? nil : .lines
  }

  /// Endings of names that say that each line is a value.
  static func isByLines(_ name: String) -> Bool {
    let plain = name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
    return [".ndjson", ".jsonl", ".geojsonl", ".ndgeojson", ".geojsons", ".geojsonseq"]
      .contains { plain.lowercased().hasSuffix($0) }
  }
}
