import Foundation
public import JSONText

/// What monitoring reads: how the last run ended. No content of rows.
public struct LastRun: Sendable {
  public enum State: String, Sendable {
    case published
    case unchanged
    case failed
  }

  /// Name of the file, beside the archive.
  public static let fileName = "last-run.json"

  public let state: State
  public let started: String
  public let ended: String
  public let exitCode: Int
  /// Why it failed; names files and numbers of rows.
  public let error: String?
  public let outcome: UpdateOutcome?

  public init(
    state: State, started: String, ended: String, exitCode: Int, error: String?,
    outcome: UpdateOutcome?
  ) {
    self.state = state
    self.started = started
    self.ended = ended
    self.exitCode = exitCode
    self.error = error
    self.outcome = outcome
  }

  func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject(onLines: true)
    writer.member("state", state.rawValue)
    writer.member("started", started)
    writer.member("ended", ended)
    writer.member("exit_code", exitCode)
    writer.member("error", error)
    outcome?.writeMembers(to: &writer)
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  /// Puts the file in place by one rename: who reads it sees this run or the one before.
  ///
  /// - Throws: `UpdateError.unreadable` where it cannot be written.
  public func write(to path: String) throws {
    do {
      let url = URL(filePath: path)
      try Data(json()).write(to: url, options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    } catch {
      throw UpdateError.unreadable(file: path, reason: error.localizedDescription)
    }
  }

  /// The file as it stands; `nil` where no run has ended yet.
  ///
  /// - Throws: `UpdateError.unreadable` where it is there and cannot be understood.
  public static func read(_ path: String) throws -> JSONValue? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UpdateError.unreadable(file: path, reason: "it cannot be opened")
    }
    do {
      return try JSONValue(parsing: [UInt8](data))
    } catch {
      throw UpdateError.unreadable(file: path, reason: "\(error)")
    }
  }
}
