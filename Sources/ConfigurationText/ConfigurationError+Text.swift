extension ConfigurationError.Reason: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    // A sentence of the subject's own already says what to do.
    if case .refused(let words) = self { words } else { "\(what); \(remedy)" }
  }

  private var what: String {
    switch self {
    case .noSuchFile: "there is no such file"
    case .unreadable(let words): "cannot be read (\(words))"
    case .unknownFormat: "the name tells neither TOML nor YAML"
    case .tooManyBytes(let limit): "more than \(limit) bytes"
    case .tooDeep(let limit): "more than \(limit) tables and lists inside one another"
    case .tooManyValues(let limit): "more than \(limit) values"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .nullByte: "a zero character"
    case .syntax(let words): words
    case .duplicateKey(let key, let line):
      "“\(key)” stands here twice" + (line.map { ", first on line \($0)" } ?? "")
    case .severalDocuments: "a second document after “---”"
    case .anchor: "anchors and references (&name, *name, <<) are not read"
    case .tag(let tag): "the tag \(tag) is not read"
    case .keyIsNoText: "a list or table instead of a key"
    case .uncountableNumber(let text): "\(text) is no number that can be counted with"
    case .mismatch(let expected, let found): "\(found.rawValue) instead of \(expected.rawValue)"
    case .unknownKey(let key, _): "there is no key “\(key)”"
    case .missingKey(let key): "“\(key)” is missing"
    case .unknownWord(let word, _): "“\(word)” is not known here"
    case .refused(let words): words
    }
  }

  private var remedy: String {
    switch self {
    case .noSuchFile: "check the path"
    case .unreadable: "check its permissions"
    case .unknownFormat: "let it end in .toml, .yaml or .yml"
    case .tooManyBytes, .tooDeep, .tooManyValues: "write it shorter"
    case .invalidUTF8: "save the file as UTF-8"
    case .nullByte: "remove it"
    case .syntax: "correct the file at this place"
    case .duplicateKey: "keep one of the two"
    case .severalDocuments: "keep one document a file"
    case .anchor: "write the value out where it is used"
    case .tag: "remove it, and put quotes around texts"
    case .keyIsNoText: "write a word, in quotes where it has signs of its own"
    case .uncountableNumber: "correct it, or put quotes around a text"
    case .mismatch(.text, _): "put quotes around it"
    case .mismatch(let expected, _): "write \(expected.rawValue)"
    case .unknownKey(let word, let known), .unknownWord(let word, let known):
      NearWord.advice(on: word, among: known)
    case .missingKey: "add it"
    case .refused: ""
    }
  }
}
