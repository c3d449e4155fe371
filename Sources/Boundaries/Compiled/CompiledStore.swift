import Regions

/// Keeps what was worked out from boundary files, so that the next run need not.
///
/// Nothing is lost with it: what is missing, of another version, damaged, cut or another user's is
/// made anew. Files are written under another name and renamed, so that several programs can
/// write at once and none reads a half. Where no folder can be written nothing is kept.
public struct CompiledStore: Sendable {
  /// Read in this order; the first that can be written is written.
  public let folders: [String]
  /// Tells this build of the program from others.
  let program: String

  /// - Parameter program: a text that changes whenever the program does.
  public init(folders: [String], program: String) {
    self.folders = folders
    self.program = program
  }

  /// `XDG_CACHE_HOME/nuzuh` or `~/.cache/nuzuh`, and behind it a folder beside the boundaries;
  /// `nil` where `NUZUH_CACHE` says `off`. `NUZUH_CACHE` can name another folder.
  public static func standard(
    environment: [String: String], geodata: String, program: String
  ) -> CompiledStore? {
    let own = environment["NUZUH_CACHE"] ?? ""
    if own == "off" { return nil }
    if !own.isEmpty { return CompiledStore(folders: [own], program: program) }
    var folders: [String] = []
    // By the XDG Base Directory Specification a path that is not absolute does not count.
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      folders.append("\(cache)/nuzuh")
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folders.append("\(home)/.cache/nuzuh")
    }
    return CompiledStore(folders: folders + ["\(geodata)/.compiled"], program: program)
  }

  /// A text that changes whenever the file of a program does.
  public static func program(atPath path: String) -> String { FileBytes.stamp(of: path) }

  // MARK: - Files

  private static let magic = Array("NUZUH\u{1}\n\u{2}".utf8)
  private static let headerSize = 88

  /// What was kept under a name for a key, or `nil`.
  func read(_ part: String, for key: CompiledKey) -> PackedReader? {
    for folder in folders {
      let path = Self.path(folder, part, key)
      guard let bytes = FileBytes.readOwn(path), bytes.count >= Self.headerSize else { continue }
      if Self.header(for: key, content: bytes, from: Self.headerSize)
        == Array(bytes[..<Self.headerSize])
      {
        return PackedReader(bytes, from: Self.headerSize)
      }
    }
    return nil
  }

  /// Keeps a part; where that fails, nothing is kept.
  func write(_ part: String, for key: CompiledKey, _ content: PackedWriter) {
    let bytes = Self.header(for: key, content: content.bytes, from: 0) + content.bytes
    for folder in folders where FileBytes.makeOwnFolder(folder) {
      if FileBytes.replace(Self.path(folder, part, key), with: bytes) {
        return CompiledStore.removeOld(in: folder)
      }
    }
  }

  private static func path(_ folder: String, _ part: String, _ key: CompiledKey) -> String {
    "\(folder)/\(part)-\(key.name)\(ending)"
  }

  /// A mark, the key, the version, the length of what follows, and its checksum. The version
  /// stands there as the machine writes numbers, so another order of bytes is another version.
  private static func header(
    for key: CompiledKey, content: [UInt8], from start: Int
  ) -> [UInt8] {
    let checksum = Checksum(content, from: start)
    let words = [UInt64(CompiledKey.format), UInt64(content.count - start)] + checksum.words
    return words.reduce(into: magic + key.bytes) { header, word in
      unsafe withUnsafeBytes(of: word) { unsafe header.append(contentsOf: $0) }
    }
  }

  // MARK: - Old files

  private static let ending = ".compiled"
  /// More than one for each of a few sets of layers and builds of the program.
  private static let mostFiles = 40

  /// Removes the files that were written longest ago, and what broken writers left.
  private static func removeOld(in folder: String) {
    let kept = FileBytes.ages(in: folder).filter {
      $0.name.hasSuffix(ending) || $0.name.hasSuffix(FileBytes.temporaryEnding)
    }
    let ordered = kept.sorted { $0.seconds < $1.seconds }
    for (place, file) in ordered.enumerated() {
      let isLeft = file.name.hasSuffix(FileBytes.temporaryEnding) && file.seconds > 3_600
      if place >= mostFiles || isLeft { FileBytes.remove("\(folder)/\(file.name)") }
    }
  }
}
