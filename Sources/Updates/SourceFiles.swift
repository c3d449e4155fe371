import Crypto
import Digests
import Foundation
import Glibc

/// A file that a source's patterns fit.
struct SourceFile: Hashable {
  /// By what it shows that what is read is what was found.
  enum Identity: Hashable {
    case sha256(String)
    /// No other file is as long, so it need not be hashed to be told from them.
    case stamp(FileStamp)
  }

  /// As the configuration finds it: relative paths start from its folder.
  let name: String
  let path: String
  let bytes: Int
  let identity: Identity

  /// The checksum of its bytes; `nil` where it has yet to be read.
  var sha256: String? {
    if case .sha256(let sha256) = identity { sha256 } else { nil }
  }
}

/// Finds files by patterns and tells their contents apart.
enum SourceFiles {
  /// Every file that fits, each content once, in an order that does not depend on the folder: by
  /// name, of equal contents the first (rules A2 and A3).
  ///
  /// A path that fits no file as a pattern is taken as the name of one.
  ///
  /// - Parameter unlike: lengths of files that it has to be told from. One that is longer or shorter
  ///   than all of them is not hashed, so that it is read once and not twice; `nil` where each must be.
  static func find(
    _ patterns: [String], _ settings: UpdateSettings, unlike: Set<Int>? = nil, at now: Date = Date()
  ) throws -> [SourceFile] {
    let names = Set(patterns.flatMap { matches($0, settings) }).sorted()
    let stamps = names.map { FileStamp(settings.path($0)) }
    let lengths = Dictionary(grouping: stamps.compactMap(\.?.bytes)) { $0 }
    var files: [SourceFile] = []
    for (name, stamp) in zip(names, stamps) {
      let path = settings.path(name)
      if let stamp, let unlike, stamp.hasRested(at: now), !unlike.contains(stamp.bytes),
        lengths[stamp.bytes]?.count == 1
      {
        files.append(
          SourceFile(name: name, path: path, bytes: stamp.bytes, identity: .stamp(stamp)))
      } else {
        let (sha256, bytes) = try checksum(path)
        files.append(SourceFile(name: name, path: path, bytes: bytes, identity: .sha256(sha256)))
      }
    }
    var seen: Set<SourceFile.Identity> = []
    return files.filter { seen.insert($0.identity).inserted }
  }

  private static func matches(_ pattern: String, _ settings: UpdateSettings) -> [String] {
    let full = settings.path(pattern)
    let prefix = full.utf8.count - pattern.utf8.count
    let found = glob(full).filter { !isDirectory($0) }
    if found.isEmpty, FileManager.default.fileExists(atPath: full), !isDirectory(full) {
      return [pattern]
    }
    return found.map { String(decoding: $0.utf8.dropFirst(prefix), as: UTF8.self) }
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private static func glob(_ pattern: String) -> [String] {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe Glibc.glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(unsafe found.gl_pathc)).compactMap { position in
      unsafe found.gl_pathv[position].map { unsafe String(cString: $0) }
    }
  }

  static func checksum(_ path: String) throws -> (sha256: String, bytes: Int) {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw UpdateError.unreadable(file: path, reason: "it cannot be opened")
    }
    var hash = SHA256()
    var count = 0
    do {
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        hash.update(data: piece)
        count += piece.count
      }
    } catch {
      throw UpdateError.unreadable(file: path, reason: error.localizedDescription)
    }
    return (hash.finalize().hexadecimal, count)
  }
}
