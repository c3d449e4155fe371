import Foundation

/// Other projects' test files, outside the repository: the folder that `NUZUH_SUITES` names.
enum Suites {
  static let folder = ProcessInfo.processInfo.environment["NUZUH_SUITES"].map {
    URL(filePath: $0, directoryHint: .isDirectory)
  }

  static var isGiven: Bool { folder != nil }

  /// All files below a folder of the suites with one ending, in the order of their paths.
  static func files(under path: String, ending: String) throws -> [URL] {
    let root = try folder(path)
    guard let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    else { throw SuiteError.missing(root.path) }
    let files = walk.compactMap { $0 as? URL }.filter { $0.pathExtension == ending }
    guard !files.isEmpty else { throw SuiteError.missing(root.path) }
    return files.sorted { $0.path < $1.path }
  }

  static func folder(_ path: String) throws -> URL {
    guard let folder else { throw SuiteError.missing(path) }
    let inner = folder.appending(path: path)
    guard FileManager.default.fileExists(atPath: inner.path) else {
      throw SuiteError.missing(inner.path)
    }
    return inner
  }
}

enum SuiteError: Error {
  case missing(String)
}
