import Foundation
public import Logging

/// Where the words of an update go.
public enum UpdateLog {
  /// - Parameters:
  ///   - path: a file that lines are added to; `nil` for standard error.
  ///   - isVerbose: whether to tell of what went as it should. A log file gets that always.
  ///   - now: the time of a line, ISO 8601.
  /// - Throws: `UpdateError.unreadable` where the file cannot be written.
  public static func logger(
    path: String?, isVerbose: Bool, now: @escaping @Sendable () -> String
  ) throws -> Logger {
    var output = FileHandle.standardError
    if let path {
      if !FileManager.default.fileExists(atPath: path) {
        _ = FileManager.default.createFile(
          atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
      }
      guard let handle = FileHandle(forWritingAtPath: path) else {
        throw UpdateError.unreadable(file: path, reason: "it cannot be opened for writing")
      }
      do {
        _ = try handle.seekToEnd()
      } catch {
        throw UpdateError.unreadable(file: path, reason: error.localizedDescription)
      }
      output = handle
    }
    let lines = LogLines(
      to: output, level: isVerbose || path != nil ? .info : .warning, now: now)
    return Logger(label: "nuzuh") { _ in lines }
  }
}
