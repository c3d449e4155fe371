import JSONText

/// Hands out the objects of a JSON file one after the other.
struct ObjectReader {
  enum Item {
    case object(JSONObject, line: Int)
    /// Something that is no object; what comes after it is read.
    case damaged(reason: String, line: Int)
  }

  let layout: ObjectLayout
  private let file: String
  private let pieces: Pieces
  private var parser: JSONParser
  private var isInside = false
  private var hasEnded = false

  /// The file behind the parser, which asks for bytes when it needs them.
  private final class Pieces {
    var bytes: FileBytes
    /// Why the file gave no more, which the parser only has in words.
    private(set) var failure: ReadError?

    init(_ bytes: FileBytes) { self.bytes = bytes }

    func next() throws(ReadError) -> [UInt8] {
      do throws(ReadError) { return try bytes.next() } catch {
        failure = error
        throw error
      }
    }
  }

  init(path: String, file: String, layout: ObjectLayout) throws(ReadError) {
    let pieces = Pieces(try FileBytes(path: path))
    self.file = file
    self.pieces = pieces
    self.layout = layout
    parser = ObjectReader.parser(pieces, layout == .lines ? .lines : .document)
  }

  /// A file may be of any length; one object may not.
  static let limits = JSONLimits(bytes: .max, members: 1_000_000)

  private static func parser(_ pieces: Pieces, _ layout: JSONParser.Layout) -> JSONParser {
    JSONParser(limits: limits, layout: layout) { bytes in
      bytes.append(contentsOf: try pieces.next())
    }
  }

  var bytes: FileBytes { pieces.bytes }

  /// The next object; `nil` at the end.
  mutating func next() throws(ReadError) -> Item? {
    if hasEnded { return nil }
    do throws(JSONError) {
      let item = layout == .lines ? try nextLine() : try nextElement()
      hasEnded = item == nil
      return item
    } catch {
      throw pieces.failure ?? ObjectReader.damaged(error, file: file)
    }
  }

  private mutating func nextElement() throws(JSONError) -> Item? {
    if !isInside { try enterArray() }
    let token = try parser.next()
    guard token != .endArray else {
      if layout != .array {
        while try parser.nextKey() != nil { try parser.skipValue() }
      }
      try parser.finish()
      return nil
    }
    let line = parser.position().line
    guard let object = try parser.readValue(beginning: token).object else {
      return .damaged(reason: "the element is no object; remove it", line: line)
    }
    return .object(object, line: line)
  }

  private mutating func enterArray() throws(JSONError) {
    if case .member(let name) = layout {
      try parser.expect(.beginObject)
      while let key = try parser.nextKey(), key != name { try parser.skipValue() }
    }
    try parser.expect(.beginArray)
    isInside = true
  }

  private mutating func nextLine() throws(JSONError) -> Item? {
    do {
      guard try parser.nextDocument() else { return nil }
      let token = try parser.next()
      let line = parser.position().line
      guard let object = try parser.readValue(beginning: token).object else {
        return .damaged(reason: "the line is no object; remove it", line: line)
      }
      return .object(object, line: line)
    } catch {
      if case .unreadable = error.reason { throw error }
      try parser.recover()
      return .damaged(reason: "damaged JSON at \(error.words)", line: error.line)
    }
  }

  private static func damaged(_ error: JSONError, file: String) -> ReadError {
    if case .unreadable(let reason) = error.reason {
      return .unreadable(path: file, reason: reason)
    }
    return .damagedJSON(file: file, line: error.line, reason: error.words)
  }

  /// Finds how the objects of a file lie in it.
  static func layout(path: String, file: String) throws(ReadError) -> ObjectLayout {
    if ObjectLayout.isByLines(file) { return .lines }
    var bytes = try FileBytes(path: path)
    // RFC 8142: a text sequence begins with a record separator.
    if try bytes.next().first == 0x1E { return .lines }
    let pieces = Pieces(try FileBytes(path: path))
    var parser = parser(pieces, .document)
    do throws(JSONError) {
      if let layout = try ObjectLayout.of(&parser) { return layout }
    } catch {
      throw pieces.failure ?? damaged(error, file: file)
    }
    throw .unsupportedFormat(file: file, kind: "JSON but no list of objects or features")
  }
}

extension JSONError {
  /// The place on the line, what is wrong and what to do.
  fileprivate var words: String { "column \(column): \(what); \(remedy)" }
}
