public import Foundation

/// Other projects' test files, outside the repository: the folder that `NUZUH_SUITES` names.
///
/// Folders are taken as they are found, so that a fuller copy of a suite is run in full.
public enum Suites {
  /// What a suite shows where it does not run.
  public static let hint = "set NUZUH_SUITES to the folder of the suites to run"

  public static let folder = ProcessInfo.processInfo.environment["NUZUH_SUITES"].map {
    URL(filePath: $0, directoryHint: .isDirectory)
  }

  public static var isGiven: Bool { folder != nil }

  /// All files below a folder with one ending, in the order of their paths; at least one.
  public static func files(under path: String, ending: String) throws -> [SuiteFile] {
    let root = try url(path)
    guard let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    else { throw SuiteError.missing(root.path) }
    let files = walk.compactMap { $0 as? URL }.filter { $0.pathExtension == ending }
    guard !files.isEmpty else { throw SuiteError.missing(root.path) }
    return files.sorted { $0.path < $1.path }.map { SuiteFile(url: $0, root: root) }
  }

  /// A file or folder of the suites, which must be there.
  public static func url(_ path: String) throws -> URL {
    guard let folder else { throw SuiteError.missing(path) }
    let inner = folder.appending(path: path)
    guard FileManager.default.fileExists(atPath: inner.path) else {
      throw SuiteError.missing(inner.path)
    }
    return inner
  }
}

public enum SuiteError: Error, Equatable {
  /// The folder is given, but this is not in it.
  case missing(String)
}
