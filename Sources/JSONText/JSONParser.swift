/// Reads JSON (RFC 8259) token by token, from memory or from a source in pieces.
///
/// Strict: nothing is accepted that the standard does not allow, except one byte order mark at
/// the start, which is skipped. Memory is bounded by the largest single token and the pieces
/// that the source delivers.
///
/// The usual loops:
/// ```swift
/// var parser = JSONParser(bytes)
/// try parser.expect(.beginObject)
/// while let key = try parser.nextKey() {
///   if key == "bbox" { … } else { try parser.skipValue() }
/// }
/// try parser.finish()
/// ```
/// After an error other than `mismatch` every call throws that error again, until `recover`.
public struct JSONParser {
  /// Appends the next bytes of a text to the array; appends nothing at its end.
  public typealias Source = (_ bytes: inout [UInt8]) throws -> Void

  /// How many values the text holds.
  public enum Layout: Hashable, Sendable {
    /// One value and nothing else.
    case document
    /// One value a line (NDJSON), or values after record separators (RFC 8142). Each is entered
    /// with `nextDocument`.
    case lines
  }

  enum State {
    case start, failed
    case value, firstElement, firstMember, colon, separator
    /// After the value, and in lines also checked that nothing follows it.
    case done, between
  }

  let limits: JSONLimits
  let layout: Layout
  let source: Source?
  /// The bytes at hand: all of them, or a window on the source.
  var bytes: [UInt8]
  /// The index of the next byte to read.
  var cursor = 0
  var isExhausted: Bool
  var state = State.start
  var failure: JSONError?
  /// Whether a line feed must not occur inside the value.
  var isBoundToLine: Bool
  /// For each open container, whether it is an object.
  var containers: [Bool] = []
  /// A known place at or before the current token, and its index in `bytes`.
  var mark = JSONPosition()
  var markIndex = 0
  /// Where the current token begins, and where its text lies.
  var tokenStart = 0
  var textRange = 0..<0
  var textIsEscaped = false
  /// The figure, when the current token is a number: always finite, correctly rounded.
  public internal(set) var number = 0.0

  /// Reads a text that is wholly in memory.
  public init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits(), layout: Layout = .document) {
    self.limits = limits
    self.layout = layout
    isBoundToLine = layout == .lines
    self.bytes = bytes
    source = nil
    isExhausted = true
  }

  /// Reads a text in pieces of any size from a source.
  public init(
    limits: JSONLimits = JSONLimits(), layout: Layout = .document, source: @escaping Source
  ) {
    self.limits = limits
    self.layout = layout
    isBoundToLine = layout == .lines
    self.source = source
    bytes = []
    isExhausted = false
  }

  /// How many arrays and objects are open.
  public var depth: Int { containers.count }

  /// Reads the next token; after the last, `end` again and again.
  public mutating func next() throws(JSONError) -> JSONToken {
    if state == .start || state == .failed { try begin() }
    if layout == .lines, state == .done || state == .between { return try endOfDocument() }
    guard var byte = try significantByte() else { return try endOfBytes() }
    switch state {
    case .separator:
      if byte == closing { return close() }
      guard byte == ASCII.comma else { throw misplaced(byte, expected: "a comma or the end") }
      cursor += 1
      byte = try requiredByte()
      if byte == closing { throw fail(.trailingComma, at: cursor) }
      return containers.last == true ? try key(byte) : try value(byte)
    case .firstElement:
      return byte == ASCII.closeBracket ? close() : try value(byte)
    case .firstMember:
      return byte == ASCII.closeBrace ? close() : try key(byte)
    case .colon:
      guard byte == ASCII.colon else { throw misplaced(byte, expected: "a colon") }
      cursor += 1
      return try value(requiredByte())
    case .value, .start, .failed: return try value(byte)
    case .done, .between: throw fail(.trailingText, at: cursor)
    }
  }

  /// The bracket that ends the open container.
  private var closing: UInt8 {
    containers.last == true ? ASCII.closeBrace : ASCII.closeBracket
  }

  private mutating func close() -> JSONToken {
    let isObject = containers.removeLast()
    tokenStart = cursor
    cursor += 1
    state = containers.isEmpty ? .done : .separator
    return isObject ? .endObject : .endArray
  }

  private mutating func open(object: Bool) throws(JSONError) -> JSONToken {
    guard containers.count < limits.depth else {
      throw fail(.tooDeep(limit: limits.depth), at: cursor)
    }
    containers.append(object)
    tokenStart = cursor
    cursor += 1
    state = object ? .firstMember : .firstElement
    return object ? .beginObject : .beginArray
  }

  @inline(__always)
  private mutating func value(_ byte: UInt8) throws(JSONError) -> JSONToken {
    switch byte {
    case ASCII.minus, ASCII.zero...ASCII.nine: try scanNumber()
    case ASCII.quote: try scanText()
    case ASCII.openBracket: return try open(object: false)
    case ASCII.openBrace: return try open(object: true)
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    default: throw misplaced(byte, expected: "a value")
    }
    state = containers.isEmpty ? .done : .separator
    switch byte {
    case ASCII.quote: return .string
    case UInt8(ascii: "t"): return .true
    case UInt8(ascii: "f"): return .false
    case UInt8(ascii: "n"): return .null
    default: return .number
    }
  }

  private mutating func key(_ byte: UInt8) throws(JSONError) -> JSONToken {
    guard byte == ASCII.quote else { throw misplaced(byte, expected: "a key in quotes") }
    try scanText()
    state = .colon
    return .key
  }
}
