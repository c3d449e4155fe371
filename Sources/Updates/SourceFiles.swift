import Crypto
import Digests
import Foundation
import Glibc

/// A file that a source's patterns fit, with the checksum of its bytes.
struct SourceFile: Hashable {
  /// As the configuration finds it: relative paths start from its folder.
  let name: String
  let path: String
  let sha256: String
  let bytes: Int
}

/// Finds files by patterns and tells their contents apart.
enum SourceFiles {
  /// Every file that fits, each content once, in an order that does not depend on the folder: by
  /// name, of equal contents the first (rules A2 and A3).
  ///
  /// A path that fits no file as a pattern is taken as the name of one.
  static func find(_ patterns: [String], _ settings: UpdateSettings) throws -> [SourceFile] {
    var files: [SourceFile] = []
    for name in Set(patterns.flatMap { matches($0, settings) }).sorted() {
      let path = settings.path(name)
      let (sha256, bytes) = try checksum(path)
      files.append(SourceFile(name: name, path: path, sha256: sha256, bytes: bytes))
    }
    var seen: Set<String> = []
    return files.filter { seen.insert($0.sha256).inserted }
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
