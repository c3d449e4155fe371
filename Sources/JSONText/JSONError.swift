/// Why a JSON text was refused, and where.
public struct JSONError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The text stops inside a value.
    case unexpectedEnd
    /// A byte that cannot stand here, and what could.
    case unexpectedByte(UInt8, expected: String)
    case trailingComma
    /// Something follows the value.
    case trailingText
    /// A character below U+0020 inside a string.
    case controlCharacter(UInt8)
    case invalidUTF8
    case invalidEscape
    /// Half of a UTF-16 surrogate pair.
    case loneSurrogate
    /// A number without digits where it needs them, or with a leading zero.
    case invalidNumber
    /// A number too large for a `Double`.
    case numberTooLarge
    case tooDeep(limit: Int)
    case tooManyBytes(limit: Int)
    case stringTooLong(limit: Int)
    case tooManyMembers(limit: Int)
    case duplicateKey(String)
    /// Correct JSON, but not what the reader asked for.
    case mismatch(expected: JSONToken, found: JSONToken)
    /// A value of line-delimited JSON that does not end on its line.
    case brokenLine
    /// The source of the bytes failed, with its own words.
    case unreadable(String)
  }

  public let reason: Reason
  public let position: JSONPosition

  public init(_ reason: Reason, at position: JSONPosition) {
    self.reason = reason
    self.position = position
  }

  public var line: Int { position.line }
  public var column: Int { position.column }
  public var offset: Int { position.offset }
}
