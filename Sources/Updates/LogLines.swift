public import Foundation
public import Logging

/// Writes a log as lines of `key=value`, to standard error or to a file. Messages carry counts and
/// names of sources, never content of rows.
public struct LogLines: LogHandler {
  public var metadata: Logger.Metadata = [:]
  public var logLevel: Logger.Level
  private let output: FileHandle
  private let now: @Sendable () -> String

  /// - Parameter now: the time of a line, ISO 8601.
  public init(
    to output: FileHandle, level: Logger.Level, now: @escaping @Sendable () -> String
  ) {
    self.output = output
    self.now = now
    logLevel = level
  }

  public subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    let pairs = all.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.quoted("\($0.value)"))" }
    let line =
      "time=\(now()) level=\(event.level) message=\(Self.quoted("\(event.message)"))"
      + pairs.joined() + "\n"
    output.write(Data(line.utf8))
  }

  /// A word as it is; anything else in quotation marks, on one line.
  private static func quoted(_ text: String) -> String {
    let isWord = !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 }
    if isWord { return text }
    var quoted = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return "\"\(quoted)\""
  }
}
