import JSONText
import Regions

/// Reads a boundary layer: a FeatureCollection, one Feature, features one a line, or a GeoJSON
/// text sequence (RFC 8142).
///
/// Nothing is thrown: what is wrong becomes an issue, and reading goes on where it can.
struct LayerReader {
  var content: LayerContent
  var parser: JSONParser
  var extraCoordinates = 0
  let limits: LayerLimits

  static func read(
    _ bytes: [UInt8], file: String, limits: LayerLimits = .standard
  ) -> LayerContent {
    if bytes.first == 0x1E || isLinewise(file) {
      return readLines(bytes, file: file, limits: limits)
    }
    var reader = LayerReader(bytes, file: file, layout: .document, limits: limits)
    let error = reader.readDocument()
    if error?.reason == .trailingText { return readLines(bytes, file: file, limits: limits) }
    if let error { reader.note(error) }
    return reader.finished()
  }

  private static func isLinewise(_ file: String) -> Bool {
    ["ndjson", "geojsonl", "geojsons", "jsonl", "ndgeojson"].contains { file.hasSuffix(".\($0)") }
  }

  private static func readLines(
    _ bytes: [UInt8], file: String, limits: LayerLimits
  ) -> LayerContent {
    var reader = LayerReader(bytes, file: file, layout: .lines, limits: limits)
    reader.readLines()
    return reader.finished()
  }

  private init(
    _ bytes: [UInt8], file: String, layout: JSONParser.Layout, limits: LayerLimits
  ) {
    content = LayerContent(file: file)
    self.limits = limits
    parser = JSONParser(bytes, limits: limits.json, layout: layout)
  }

  private func finished() -> LayerContent {
    var content = content
    if extraCoordinates > 0 {
      content.note(
        .extraCoordinate, .note, line: nil,
        "\(extraCoordinates) features have positions of more than two numbers; heights are dropped")
    }
    if content.features.isEmpty, content.issues.isEmpty {
      content.note(.structure, .error, line: nil, "the layer has no features")
    }
    return content
  }

  private mutating func readDocument() -> JSONError? {
    do throws(JSONError) {
      try readRoot(try parser.next())
      try parser.finish()
      return nil
    } catch {
      return error
    }
  }

  private mutating func readLines() {
    while true {
      do throws(JSONError) {
        guard try parser.nextDocument() else { return }
        try readRoot(try parser.next())
      } catch {
        note(error)
        do throws(JSONError) { try parser.recover() } catch { return }
      }
    }
  }

  private mutating func readRoot(_ token: JSONToken) throws(JSONError) {
    let line = parser.position().line
    guard token == .beginObject else {
      try parser.skipRest(of: token)
      return note(.structure, line: line, "\(token) instead of a FeatureCollection")
    }
    var parts = FeatureParts(line: line)
    try readMembers(&parts, isInside: false)
    switch parts.type {
    case "FeatureCollection":
      if !parts.hasFeatures {
        note(.structure, line: line, "a FeatureCollection needs an array of features")
      }
      for member in ["coordinates", "geometry", "geometries", "properties"]
      where parts.keys.contains(member) {
        note(
          .structure, .warning, line: line,
          "a FeatureCollection has a member \"\(member)\", which means nothing there")
      }
    case "Feature": take(parts)
    case let type?:
      note(.structure, line: line, "\"\(type)\" instead of a FeatureCollection or Feature")
    case nil: note(.structure, line: line, "an object without a \"type\" that is a string")
    }
  }

  mutating func readFeatures() throws(JSONError) {
    while true {
      let token = try parser.next()
      if token == .endArray { return }
      let line = parser.position().line
      guard token == .beginObject else {
        try parser.skipRest(of: token)
        note(.structure, line: line, "\(token) instead of a Feature")
        continue
      }
      var parts = FeatureParts(line: line)
      try readMembers(&parts, isInside: true)
      guard parts.type == "Feature" else {
        note(.structure, line: line, "\"\(parts.type ?? "")\" instead of a Feature")
        continue
      }
      take(parts)
    }
  }

  /// Checks the parts of a feature and keeps it if it can be used.
  private mutating func take(_ parts: FeatureParts) {
    let index = content.features.count + content.refused + 1
    guard let geometry = checkedGeometry(parts, index: index) else {
      content.refused += 1
      return
    }
    content.features.append(
      LayerFeature(
        index: index, line: parts.line, id: parts.id, properties: parts.properties,
        boundary: geometry))
  }

  mutating func note(
    _ rule: LayerRule, _ severity: LayerIssue.Severity = .error, line: Int, _ reason: String,
    feature: Int? = nil, at location: Coordinate? = nil
  ) {
    content.note(rule, severity, line: line, feature: feature, at: location, reason)
  }

  private mutating func note(_ error: JSONError) {
    let rule: LayerRule = if case .duplicateKey = error.reason { .duplicateKey } else { .json }
    note(rule, line: error.line, "column \(error.column): \(error.what); \(error.remedy)")
  }
}
