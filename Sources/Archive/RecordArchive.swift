import Crypto
public import Digests
import Foundation
internal import GRDB

/// What has been read so far, by key and version, in one SQLite file that only its owner may read.
///
/// Everything is done in one transaction that the caller begins and commits, so that an update that
/// stops, however it stops, leaves nothing behind.
public final class RecordArchive: Sendable {
  /// Where the file lies; `nil` for one in memory, which is gone with this value.
  public let path: String?
  let queue: DatabaseQueue

  /// Opens an archive, or makes it, mode 0600, and brings it to the present layout.
  ///
  /// - Parameters:
  ///   - path: of the file; `nil` for an archive in memory.
  ///   - creates: whether a missing file is made.
  /// - Throws: `ArchiveError`.
  public init(path: String?, creates: Bool = true) throws {
    self.path = path
    if let path {
      let exists = FileManager.default.fileExists(atPath: path)
      guard exists || creates else { throw ArchiveError.noSuchFile(path: path) }
      if !exists { try PrivateFile.create(path) }
      queue = try Self.translating(path) {
        try DatabaseQueue(path: path, configuration: Self.configuration(isFile: true))
      }
    } else {
      queue = try Self.translating("memory") {
        try DatabaseQueue(configuration: Self.configuration(isFile: false))
      }
    }
    try Self.translating(path ?? "memory") { try migrate() }
  }

  private static func configuration(isFile: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    // A transaction spans the whole update, which waits for the proof of disclosure in between.
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      if isFile {
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        try db.execute(sql: "PRAGMA synchronous = FULL")
      }
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cache_size = -65536")
    }
    return configuration
  }

  private func migrate() throws {
    let migrator = Schema.migrator
    let isNewer = try queue.read { db in try migrator.hasBeenSuperseded(db) }
    guard !isNewer else { throw ArchiveError.newer(path: path ?? "memory") }
    try migrator.migrate(queue)
  }

  /// Closes the file. What was not committed is gone.
  public func close() throws { try Self.translating(path ?? "memory") { try queue.close() } }

  // MARK: - Keys

  /// What tells the content of this archive from that of others, and is told to nobody.
  static func salt(_ db: Database) throws -> SymmetricKey {
    guard
      let salt = try Data.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'salt'")
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the salt is missing") }
    return SymmetricKey(data: salt)
  }

  /// The key of the digests by which stretches of files are recognised.
  public func stretchKey() throws -> SipHash.Key {
    try run { db in
      SipHash.Key(
        HMAC<SHA256>.authenticationCode(for: Array("stretches".utf8), using: try Self.salt(db)))
    }
  }

  // MARK: - Transactions

  public func begin() throws { try run { try $0.execute(sql: "BEGIN IMMEDIATE") } }

  public func commit() throws { try run { try $0.execute(sql: "COMMIT") } }

  /// Takes everything back since `begin`; without one, does nothing.
  public func rollback() throws {
    try run { db in
      if db.isInsideTransaction { try db.execute(sql: "ROLLBACK") }
    }
  }

  /// Does what may turn out not to be possible: where `body` throws such an error, all that it has
  /// written is taken back, within the transaction.
  ///
  /// - Returns: `nil` where it was not possible.
  public func attempt<Result, Failure: Error>(
    unless _: Failure.Type, _ body: () throws -> Result
  ) throws -> Result? {
    try run { try $0.execute(sql: "SAVEPOINT attempt") }
    do {
      let result = try body()
      try run { try $0.execute(sql: "RELEASE attempt") }
      return result
    } catch is Failure {
      try run { try $0.execute(sql: "ROLLBACK TO attempt; RELEASE attempt") }
      return nil
    }
  }

  /// Works on the database and names the file in what goes wrong.
  func run<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try translated { try queue.inDatabase(body) }
  }

  /// Names the file in what goes wrong.
  func translated<Result>(_ body: () throws -> Result) throws -> Result {
    try Self.translating(path ?? "memory", body)
  }

  private static func translating<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw ArchiveError(error, path: path)
    } catch is ByteReader.Damage {
      throw ArchiveError.damaged(path: path, reason: "a record cannot be decoded")
    }
  }
}

extension ArchiveError {
  /// - Parameter error: its message tells of tables and never of content.
  init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT, .SQLITE_ERROR:
      self = .damaged(path: path, reason: reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    default: self = .inputOutput(path: path, reason: reason)
    }
  }
}
