import Archive
public import Boundaries
import Disclosure
import Foundation
public import Logging
import Releases
import Reports

/// A run as a scheduler starts it: one at a time, and leaving word of how it ended.
public struct NightlyUpdate: Sendable {
  public let settings: UpdateSettings
  public let options: UpdateRun.Options
  public let log: Logger
  /// The time, ISO 8601.
  public let now: @Sendable () throws -> String

  public init(
    settings: UpdateSettings, options: UpdateRun.Options, log: Logger,
    now: @escaping @Sendable () throws -> String
  ) {
    self.settings = settings
    self.options = options
    self.log = log
    self.now = now
  }

  /// Path of the file that monitoring reads, beside the archive.
  public var statusPath: String { settings.statusPath }

  /// Runs under the lock and notes the end in `last-run.json`.
  ///
  /// - Parameters:
  ///   - load: loads the regions; called once the lock is held.
  ///   - context: what a release says of itself, made of the regions and the time.
  /// - Throws: what stops the run; `UpdateFailure` gives its exit code.
  public func run(
    load: () throws -> LoadedBoundaries,
    context: (LoadedBoundaries, _ created: String) throws -> UpdateRun.Surroundings
  ) async throws -> UpdateOutcome {
    let started = try now()
    let lock = try RunLock(path: settings.archivePath + ".lock", since: started)
    if let holder = lock.interrupted {
      log.notice("the run before did not end", metadata: ["since": "\(holder.since)"])
    }
    return try await run(under: lock, started, load, context)
  }

  private func run(
    under lock: borrowing RunLock, _ started: String, _ load: () throws -> LoadedBoundaries,
    _ context: (LoadedBoundaries, String) throws -> UpdateRun.Surroundings
  ) async throws -> UpdateOutcome {
    do {
      let surroundings = try context(load(), started)
      let archive = try openArchive()
      let outcome = try await UpdateRun(
        settings: settings, surroundings: surroundings, options: options, archive: archive,
        log: log
      ).run()
      try archive.close()
      try note(outcome, nil, started)
      return outcome
    } catch {
      let failure = UpdateFailure(error)
      do {
        try note(nil, failure, started)
      } catch let other {
        log.error("\(other)")
      }
      throw error
    }
  }

  /// A rehearsal without an archive has one in memory, so that nothing is written.
  private func openArchive() throws -> RecordArchive {
    let path = settings.archivePath
    if options.isRehearsal, !FileManager.default.fileExists(atPath: path) {
      return try RecordArchive(path: nil)
    }
    return try RecordArchive(path: path)
  }

  private func note(
    _ outcome: UpdateOutcome?, _ failure: UpdateFailure?, _ started: String
  ) throws {
    guard !options.isRehearsal else { return }
    let state: LastRun.State =
      outcome.map { $0.result == .published ? .published : .unchanged } ?? .failed
    let code = failure.map { Int($0.exitCode) } ?? (outcome?.needsPerson == true ? 1 : 0)
    try LastRun(
      state: state, started: started, ended: try now(), exitCode: code, error: failure?.message,
      outcome: outcome
    ).write(to: statusPath)
  }
}

extension UpdateSettings {
  public var archivePath: String { path(archive) }

  /// Path of `last-run.json`.
  public var statusPath: String {
    let folder = archivePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let prefix = folder.isEmpty ? "" : folder.joined(separator: "/") + "/"
    return prefix + LastRun.fileName
  }
}
