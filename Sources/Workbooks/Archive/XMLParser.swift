import CEXPAT

/// Reads XML piece by piece and shows a visitor what it holds.
///
/// Document types are refused, so that there are no entities but the five of XML itself; depth
/// and the length of a tag are bounded.
@safe final class XMLParser {
  /// Stands between a namespace and a name, and can stand in neither.
  private static let separator = UInt8(ascii: "\n")
  /// The vocabularies of workbooks and of relationships, in both editions of the standard
  /// (ECMA-376 transitional and ISO/IEC 29500 strict).
  private static let vocabularies = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
  ].map { Array($0.utf8) }

  private let parser: XML_Parser
  private let part: String
  private let limits: WorkbookLimits
  private let visitor: any XMLVisitor
  private let root: String
  private var depth = 0
  /// Depth of the outermost foreign element that we are in.
  private var foreignDepth: Int?
  private var failure: WorkbookError?
  private var count = 0

  init(_ visitor: any XMLVisitor, part: String, limits: WorkbookLimits) throws(WorkbookError) {
    guard let parser = unsafe XML_ParserCreateNS(nil, XML_Char(XMLParser.separator)) else {
      throw .unreadable(path: part, reason: "there is no memory left")
    }
    unsafe self.parser = parser
    self.part = part
    self.limits = limits
    self.visitor = visitor
    root = type(of: visitor).root
    listen()
  }

  deinit { unsafe XML_ParserFree(parser) }

  private func listen() {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let name = unsafe name else { return }
        unsafe XMLParser.of(user)?.begin(name, attributes)
      },
      { user, name in
        guard let name = unsafe name else { return }
        unsafe XMLParser.of(user)?.end(name)
      })
    unsafe XML_SetCharacterDataHandler(parser) { user, text, count in
      unsafe XMLParser.of(user)?.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      guard let parser = unsafe XMLParser.of(user) else { return }
      parser.stop(.documentType(part: parser.part))
    }
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLParser? {
    unsafe user.map { unsafe Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Takes the next piece; an empty one says that there are no more.
  func take(_ piece: [UInt8]) throws(WorkbookError) {
    let status = unsafe piece.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
        unsafe XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), piece.isEmpty ? 1 : 0)
      }
    }
    if let failure { throw failure }
    guard status == XML_STATUS_OK else { throw problem() }
    count += piece.count
    // A tag that has not ended is kept by the library, and its beginning is the current place.
    guard unsafe count - Int(XML_GetCurrentByteIndex(parser)) <= limits.tagBytes else {
      throw .overLimit(part: part, what: "bytes in one tag", limit: limits.tagBytes)
    }
  }

  private func problem() -> WorkbookError {
    let code = unsafe XML_GetErrorCode(parser)
    let reason = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) }
    return .damaged(part: part, line: line, reason: reason ?? "code \(code.rawValue)")
  }

  private var line: Int { unsafe Int(XML_GetCurrentLineNumber(parser)) }

  private func stop(_ error: WorkbookError) {
    failure = failure ?? error
    _ = unsafe XML_StopParser(parser, XML_Bool(0))
  }

  private func attempt(_ work: () throws(PartProblem) -> Void) {
    guard failure == nil else { return }
    do { try work() } catch { stop(error.located(part: part, line: line)) }
  }

  private func begin(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    guard foreignDepth == nil else { return checkDepth() }
    let (isOurs, local) = unsafe XMLParser.parts(of: name)
    if !isOurs { foreignDepth = depth }
    attempt { () throws(PartProblem) in
      if depth == 1, !isOurs || local != root {
        throw .damaged("its outermost element is \(local) where \(root) is expected")
      }
      if isOurs { try visitor.begin(local, unsafe XMLAttributes(attributes)) }
    }
    checkDepth()
  }

  private func checkDepth() {
    guard depth > limits.depth else { return }
    stop(.overLimit(part: part, what: "elements inside one another", limit: limits.depth))
  }

  private func end(_ name: UnsafePointer<CChar>) {
    defer { depth -= 1 }
    if foreignDepth == depth {
      foreignDepth = nil
    } else if foreignDepth == nil {
      attempt { () throws(PartProblem) in try visitor.end(unsafe XMLParser.parts(of: name).local) }
    }
  }

  private func text(_ characters: UnsafeBufferPointer<CChar>) {
    guard foreignDepth == nil else { return }
    unsafe characters.withMemoryRebound(to: UInt8.self) { bytes in
      attempt { () throws(PartProblem) in try visitor.text(unsafe bytes.span) }
    }
  }

  /// Whether a name is of our vocabularies, and the name without its namespace.
  private static func parts(of name: UnsafePointer<CChar>) -> (isOurs: Bool, local: String) {
    var end = 0
    while unsafe name[end] != 0, unsafe UInt8(bitPattern: name[end]) != separator { end += 1 }
    guard unsafe name[end] != 0 else { return unsafe (false, String(cString: name)) }
    return unsafe (isVocabulary(name, end), String(cString: name + end + 1))
  }

  private static func isVocabulary(_ name: UnsafePointer<CChar>, _ count: Int) -> Bool {
    unsafe UnsafeBufferPointer(start: name, count: count).withMemoryRebound(to: UInt8.self) {
      name in
      vocabularies.contains { unsafe $0.count == name.count && $0.elementsEqual(name) }
    }
  }
}
