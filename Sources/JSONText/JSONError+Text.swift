extension JSONError: CustomStringConvertible {
  public var description: String {
    "line \(line), column \(column) (byte \(offset)): \(what); \(remedy)"
  }

  /// What is wrong, as a phrase.
  public var what: String {
    switch reason {
    case .unexpectedEnd: "the text ends inside a value"
    case .unexpectedByte(let byte, let expected): "\(Self.name(of: byte)) instead of \(expected)"
    case .trailingComma: "a comma before the closing bracket"
    case .trailingText: "text after the end of the value"
    case .controlCharacter(let byte): "the control character \(Self.name(of: byte)) in a string"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .invalidEscape: "an unknown escape sequence in a string"
    case .loneSurrogate: "half of a surrogate pair in a string"
    case .invalidNumber: "a malformed number"
    case .numberTooLarge: "a number beyond the range of 64-bit floating point"
    case .tooDeep(let limit): "more than \(limit) arrays and objects inside one another"
    case .tooManyBytes(let limit): "more than \(limit) bytes"
    case .stringTooLong(let limit): "a string or number of more than \(limit) bytes"
    case .tooManyMembers(let limit): "more than \(limit) values in one"
    case .duplicateKey(let key): "the key \(Self.quoted(key)) for the second time in one object"
    case .mismatch(let expected, let found): "\(found) instead of \(expected)"
    case .brokenLine: "a value that does not end on its line"
    case .unreadable(let words): "reading failed (\(words))"
    }
  }

  /// What to do about it, as a phrase.
  public var remedy: String {
    switch reason {
    case .unexpectedEnd: "check that the file was copied or downloaded completely"
    case .unexpectedByte, .invalidNumber: "correct the file at this place"
    case .trailingComma: "remove the comma"
    case .trailingText: "remove it, or read the file as one value a line"
    case .controlCharacter: "write it as an escape such as \\n or \\u0000"
    case .invalidUTF8: "save the file as UTF-8"
    case .invalidEscape: "write a backslash itself as \\\\"
    case .loneSurrogate: "write both halves or the character itself"
    case .numberTooLarge: "correct the number"
    case .tooDeep, .tooManyBytes, .stringTooLong, .tooManyMembers:
      "split the file, or raise the limit if it can be trusted"
    case .duplicateKey: "remove one of the two"
    case .mismatch: "check that the file has the expected layout"
    case .brokenLine: "write each value on one line"
    case .unreadable: "check the file and try again"
    }
  }

  /// A key that may be long or hostile: at most 40 characters, control characters escaped.
  private static func quoted(_ key: String) -> String {
    let scalars = key.unicodeScalars
    let shown = scalars.prefix(40).map { scalar in
      [.control, .format].contains(scalar.properties.generalCategory)
        ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
    return "\"\(shown.joined())\(scalars.dropFirst(40).isEmpty ? "" : "…")\""
  }

  private static func name(of byte: UInt8) -> String {
    guard byte > 0x20, byte < 0x7F else {
      let digits = String(byte, radix: 16, uppercase: true)
      return "0x" + (digits.count < 2 ? "0" : "") + digits
    }
    return "'\(Character(Unicode.Scalar(byte)))'"
  }
}
