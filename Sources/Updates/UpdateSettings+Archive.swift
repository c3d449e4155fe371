public import Archive
import Foundation
import Releases

extension UpdateSettings {
  /// Works on the archive while no update does.
  ///
  /// - Throws: `RunLockError` where one is at work, `ArchiveError`, and what `body` throws.
  public func exclusively<Result>(_ body: (RecordArchive) throws -> Result) throws -> Result {
    guard FileManager.default.fileExists(atPath: archivePath) else {
      throw ArchiveError.noSuchFile(path: archivePath)
    }
    let lock = try RunLock(
      path: archivePath + ".lock", since: Date().formatted(.iso8601))
    return try Self.work(under: lock) {
      let archive = try RecordArchive(path: archivePath, creates: false)
      let result = try body(archive)
      try archive.close()
      return result
    }
  }

  /// Makes a new archive of what can still be read of a damaged one, while no update is at work.
  ///
  /// - Throws: as `exclusively`.
  public func rebuildArchive(at time: String) throws -> ArchiveSalvage {
    let lock = try RunLock(path: archivePath + ".lock", since: time)
    return try Self.work(under: lock) { try RecordArchive.rebuild(archivePath, at: time) }
  }

  private static func work<Result>(
    under lock: borrowing RunLock, _ body: () throws -> Result
  ) throws -> Result {
    try body()
  }
}
