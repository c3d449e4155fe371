extension InputFile {
  /// Names of all profiles, for help texts.
  public static var profileNames: [String] { Profiles.all.map(\.name) }

  /// The files in an order that does not depend on how they were given, each content once: a file
  /// given twice, or under two names, is one file (rules A2 and A3).
  ///
  /// Reads every file to its end where there is more than one.
  /// - Returns: ordered by name, then by checksum; of equal contents the first.
  /// - Throws: `ReadError` where a file cannot be read.
  public static func distinct(_ files: [InputFile]) throws(ReadError) -> [InputFile] {
    guard files.count > 1 else { return files }
    var marked: [(file: InputFile, sha256: String)] = []
    for file in files {
      var bytes = try FileBytes(path: file.path, unpacks: false)
      while try !bytes.next().isEmpty {}
      marked.append((file, bytes.sha256))
    }
    marked.sort { ($0.file.name, $0.sha256) < ($1.file.name, $1.sha256) }
    var seen: Set<String> = []
    return marked.filter { seen.insert($0.sha256).inserted }.map(\.file)
  }
}

extension ReadError {
  /// Whether the file is not there or cannot be opened, as opposed to being of the wrong kind.
  public var isMissingFile: Bool {
    switch self {
    case .noSuchFile, .unreadable: true
    default: false
    }
  }
}
