import JSONText

extension LayerReader {
  /// Reads the members of an object whose opening brace has been read.
  ///
  /// - Parameter isInside: whether the object stands among the features of a collection, where
  ///   no other collection may stand.
  mutating func readMembers(
    _ parts: inout FeatureParts, isInside: Bool
  ) throws(JSONError) {
    while let key = try parser.nextKey() {
      try refuseRepeated(key, in: &parts.keys)
      switch key {
      case "type": parts.type = try stringValue()
      case "features" where !isInside: try readFeaturesMember(&parts)
      case "bbox": try checkBoundingBox()
      case "crs": try checkCoordinateSystem()
      case "id": parts.id = try readIdentifier()
      case "properties": try readProperties(&parts)
      case "geometry": try readGeometryMember(&parts)
      default: try parser.skipValue()
      }
    }
  }

  private func refuseRepeated(_ key: String, in keys: inout JSONKeySet) throws(JSONError) {
    guard keys.insert(key) else {
      var parser = parser
      throw JSONError(.duplicateKey(key), at: parser.position())
    }
  }

  /// The text of the next value, or `nil` where it is something else.
  private mutating func stringValue() throws(JSONError) -> String? {
    let token = try parser.next()
    if token == .string { return parser.text }
    try parser.skipRest(of: token)
    return nil
  }

  /// Text or a number (RFC 7946, section 3.2); anything else is no id.
  private mutating func readIdentifier() throws(JSONError) -> JSONValue? {
    let line = parser.position().line
    switch try parser.readValue() {
    case .null: return nil
    case .string(let text): return .string(text)
    case .number(let number): return .number(number)
    default:
      note(.propertyType, .warning, line: line, "the feature's id is neither text nor a number")
      return nil
    }
  }

  private mutating func readFeaturesMember(_ parts: inout FeatureParts) throws(JSONError) {
    let token = try parser.next()
    guard token == .beginArray else { return try parser.skipRest(of: token) }
    parts.hasFeatures = true
    try readFeatures()
  }

  private mutating func readProperties(_ parts: inout FeatureParts) throws(JSONError) {
    switch try parser.readValue() {
    case .object(let object): parts.properties = object
    case .null: break
    default: parts.problem = "\"properties\" is neither an object nor null"
    }
  }

  private mutating func readGeometryMember(_ parts: inout FeatureParts) throws(JSONError) {
    let token = try parser.next()
    if token == .null { return }
    guard token == .beginObject else {
      parts.problem = "\"geometry\" is neither an object nor null"
      return try parser.skipRest(of: token)
    }
    parts.geometry = try readGeometry()
  }

  private mutating func readGeometry() throws(JSONError) -> GeometryParts {
    var parts = GeometryParts()
    while let key = try parser.nextKey() {
      try refuseRepeated(key, in: &parts.keys)
      switch key {
      case "type": parts.type = try stringValue()
      case "bbox": try checkBoundingBox()
      case "crs": try checkCoordinateSystem()
      case "coordinates": try readCoordinates(&parts)
      default: try parser.skipValue()
      }
    }
    for member in ["geometry", "properties", "features"] where parts.keys.contains(member) {
      parts.problem = parts.problem ?? "a geometry has a member \"\(member)\""
    }
    return parts
  }

  /// Correct JSON of the wrong kind ends the coordinates, not the file.
  private mutating func readCoordinates(_ parts: inout GeometryParts) throws(JSONError) {
    let outside = parser.depth
    let token = try parser.next()
    guard token == .beginArray else {
      parts.problem = "\"coordinates\" is \(token), not an array"
      return try parser.skipRest(of: token)
    }
    var reader = CoordinateReader(limits: limits)
    do throws(JSONError) {
      try reader.read(&parser)
      parts.coordinates = reader
    } catch {
      guard case .mismatch(_, let found) = error.reason else { throw error }
      parts.problem = "\"coordinates\" holds \(found) where a number should be"
      while parser.depth > outside { _ = try parser.next() }
    }
  }

  private mutating func checkBoundingBox() throws(JSONError) {
    let line = parser.position().line
    let value = try parser.readValue()
    if case .null = value { return }
    let count = value.array?.count { $0.number != nil }
    guard let count, [4, 6].contains(count), count == value.array?.count else {
      return note(.boundingBox, .warning, line: line, "a bbox is not four or six numbers")
    }
    let numbers = value.array?.compactMap(\.double) ?? []
    if numbers[1] > numbers[count / 2 + 1] {
      note(.boundingBox, .warning, line: line, "a bbox begins north of where it ends")
    }
  }

  /// What GeoJSON of 2008 may name; the standard of today knows one system only (RFC 7946,
  /// section 4), and other programs reproject by this member or ignore it.
  private mutating func checkCoordinateSystem() throws(JSONError) {
    let line = parser.position().line
    let value = try parser.readValue()
    guard let name = value["properties"]?["name"]?.string ?? value["name"]?.string else { return }
    let words = name.uppercased().split { !$0.isLetter && !$0.isNumber }
    if words.last == "CRS84" || words.last == "4326" || words == ["WGS", "84"] { return }
    note(
      .coordinateSystem, .warning, line: line,
      "the layer names the coordinate system \"\(name)\"; GeoJSON takes longitude and latitude "
        + "on WGS 84: reproject the layer")
  }
}
