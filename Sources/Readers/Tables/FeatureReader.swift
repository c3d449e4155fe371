import JSONText

/// How features lie in a file.
enum FeatureLayout: Sendable {
  /// One FeatureCollection.
  case collection
  /// One feature a line.
  case lines
}

/// Hands out the features of a GeoJSON file one after the other.
struct FeatureReader {
  enum Item {
    case feature(JSONObject, line: Int)
    /// A line that is no feature.
    case damaged(reason: String, line: Int)
  }

  private let file: String
  private let pieces: Pieces
  private let layout: FeatureLayout
  private var parser: JSONParser
  private var isInside = false
  private var hasEnded = false

  /// The file behind the parser, which asks for bytes when it needs them.
  private final class Pieces {
    var bytes: FileBytes
    init(_ bytes: FileBytes) { self.bytes = bytes }
  }

  /// - Parameter layout: `nil` to find it.
  init(path: String, file: String, layout known: FeatureLayout? = nil) throws(ReadError) {
    let layout =
      if let known { known } else { try FeatureReader.layout(path: path, file: file) }
    let pieces = Pieces(try FileBytes(path: path))
    self.file = file
    self.pieces = pieces
    self.layout = layout
    parser = FeatureReader.parser(pieces, layout == .lines ? .lines : .document)
  }

  private static func parser(_ pieces: Pieces, _ layout: JSONParser.Layout) -> JSONParser {
    JSONParser(limits: JSONLimits(bytes: .max), layout: layout) { bytes in
      bytes.append(contentsOf: try pieces.bytes.next())
    }
  }

  var layoutFound: FeatureLayout { layout }
  var bytes: FileBytes { pieces.bytes }

  /// The next feature; `nil` at the end.
  mutating func next() throws(ReadError) -> Item? {
    if hasEnded { return nil }
    do throws(JSONError) {
      let item = layout == .lines ? try nextLine() : try nextMember()
      hasEnded = item == nil
      return item
    } catch {
      throw FeatureReader.damaged(error, file: file)
    }
  }

  private mutating func nextMember() throws(JSONError) -> Item? {
    if !isInside { try enterCollection() }
    guard try parser.nextObject() else {
      while try parser.nextKey() != nil { try parser.skipValue() }
      try parser.finish()
      return nil
    }
    let line = parser.position().line
    guard let object = try parser.readValue(beginning: .beginObject).object else { return nil }
    return .feature(object, line: line)
  }

  private mutating func enterCollection() throws(JSONError) {
    try parser.expect(.beginObject)
    while let key = try parser.nextKey(), key != "features" { try parser.skipValue() }
    try parser.expect(.beginArray)
    isInside = true
  }

  private mutating func nextLine() throws(JSONError) -> Item? {
    do {
      guard try parser.nextDocument() else { return nil }
      let token = try parser.next()
      let line = parser.position().line
      guard let object = try parser.readValue(beginning: token).object else {
        return .damaged(reason: "the line is no GeoJSON feature; remove it", line: line)
      }
      return .feature(object, line: line)
    } catch {
      if case .unreadable = error.reason { throw error }
      try parser.recover()
      return .damaged(reason: "damaged JSON: \(error.reason)", line: error.line)
    }
  }

  private static func damaged(_ error: JSONError, file: String) -> ReadError {
    if case .unreadable(let reason) = error.reason {
      return .unreadable(path: file, reason: reason)
    }
    return .damagedJSON(file: file, line: error.line, reason: "\(error.reason)")
  }

  /// Looks at the members of the first value until one tells what it is.
  private static func layout(path: String, file: String) throws(ReadError) -> FeatureLayout {
    var parser = parser(Pieces(try FileBytes(path: path)), .lines)
    do {
      guard try parser.nextDocument() else { throw ReadError.empty(file: file) }
      try parser.expect(.beginObject)
      while let key = try parser.nextKey() {
        switch key {
        case "features": return .collection
        case "properties", "geometry": return .lines
        case "type":
          if let layout = layouts[try parser.nextString()] { return layout }
          throw ReadError.unsupportedFormat(file: file, kind: "JSON but no GeoJSON features")
        default: try parser.skipValue()
        }
      }
    } catch let error as ReadError {
      throw error
    } catch let error as JSONError {
      if case .brokenLine = error.reason { return .collection }
      if case .controlCharacter = error.reason { return .collection }
      if case .mismatch = error.reason {
        throw .unsupportedFormat(file: file, kind: "JSON but no GeoJSON features")
      }
      throw damaged(error, file: file)
    } catch {
      throw .unreadable(path: file, reason: "\(error)")
    }
    throw .unsupportedFormat(file: file, kind: "JSON but no GeoJSON features")
  }

  private static let layouts: [String: FeatureLayout] = [
    "FeatureCollection": .collection, "Feature": .lines,
  ]
}
