import Foundation
internal import GRDB

/// A release that a run is to publish, is publishing, or has published.
public struct Publication: Hashable, Sendable {
  public enum State: String, Sendable {
    /// The records are taken in, and the release is not known to stand.
    case pending
    case published
    /// The release would have said what the one before it says.
    case unchanged
  }

  /// When the release was made, as it says itself.
  public let created: String
  /// Name of the release that it follows; `nil` for the first.
  public let previous: String?
  /// Its own name; `nil` unless published.
  public let name: String?
  public let state: State
  /// A hash of all that it was made of.
  public let basis: String
  /// The settings that it was counted by.
  public let settings: String
  /// The edition of the boundaries.
  public let edition: String

  public init(
    created: String, previous: String?, name: String? = nil, state: State = .pending,
    basis: String, settings: String, edition: String
  ) {
    self.created = created
    self.previous = previous
    self.name = name
    self.state = state
    self.basis = basis
    self.settings = settings
    self.edition = edition
  }
}

/// What was published from the archive, and what is about to be.
extension RecordArchive {
  /// The latest; `nil` where nothing was ever published from the archive.
  public func latestPublication() throws -> Publication? {
    try run { db in
      try Row.fetchOne(db, sql: "SELECT * FROM publication ORDER BY id DESC LIMIT 1")
        .map(Self.publication)
    }
  }

  /// All, the earliest first.
  public func publications() throws -> [Publication] {
    try run { db in
      try Row.fetchAll(db, sql: "SELECT * FROM publication ORDER BY id").map(Self.publication)
    }
  }

  /// The release of a name and the run that made it, which is `nil` where a mended archive has
  /// lost it; `nil` where the archive knows no such release.
  public func publication(
    named name: String
  ) throws -> (publication: Publication, run: ArchivedRun?)? {
    try run { db in
      let find = "SELECT * FROM publication WHERE name = ? ORDER BY id DESC LIMIT 1"
      guard let row = try Row.fetchOne(db, sql: find, arguments: [name]) else { return nil }
      let id: Int64? = row["run"]
      return (try Self.publication(row), id.map(ArchivedRun.init))
    }
  }

  private static func publication(_ row: Row) throws -> Publication {
    let state: String = row["state"]
    guard let known = Publication.State(rawValue: state) else { throw ByteReader.Damage() }
    return Publication(
      created: row["created"], previous: row["previous"], name: row["name"], state: known,
      basis: row["basis"], settings: row["settings"], edition: row["edition"])
  }

  /// Notes that a release is to be published; the mark stands until `conclude` takes it away, so
  /// that a run that was killed in between is made up for.
  public func announce(_ publication: Publication, by run: ArchivedRun?) throws {
    try self.run { db in
      try db.execute(sql: "DELETE FROM publication WHERE state <> 'published'")
      try db.execute(
        sql: """
          INSERT INTO publication (run, created, previous, name, state, basis, settings, edition)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          run?.id, publication.created, publication.previous, publication.name,
          publication.state.rawValue, publication.basis, publication.settings,
          publication.edition,
        ])
    }
  }

  /// Notes what became of the release that was announced.
  ///
  /// - Parameter name: of the release; `nil` where it would have said nothing new.
  /// - Parameter ledger: what the series has published by now.
  public func conclude(publishedAs name: String?, ledger: [UInt8]?) throws {
    try run { db in
      try db.inTransaction {
        try db.execute(
          sql: "UPDATE publication SET state = ?, name = ? WHERE state = 'pending'",
          arguments: [
            (name == nil ? Publication.State.unchanged : .published).rawValue, name,
          ])
        if let ledger {
          try db.execute(
            sql: "INSERT OR REPLACE INTO setting VALUES ('ledger', ?)", arguments: [ledger.blob])
        }
        return .commit
      }
    }
  }

  /// The ledger of the latest release published; empty where there is none.
  public func ledger() throws -> [UInt8] {
    try run { db in
      try Data.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'ledger'")
        .map { Array($0) } ?? []
    }
  }

  /// What tells one state of the archive from another: the latest run that changed it, and how
  /// many keys were forgotten.
  public func state() throws -> [String] {
    try run { db in
      let last =
        try Int64.fetchOne(
          db, sql: "SELECT max(id) FROM run WHERE changed = 1") ?? 0
      let forgotten = try Int.fetchOne(db, sql: "SELECT count(*) FROM forgotten") ?? 0
      return ["run \(last)", "forgotten \(forgotten)"]
    }
  }

  /// Notes that a run has changed what the archive holds.
  public func noteChange(by run: ArchivedRun) throws {
    try self.run { db in
      try db.execute(sql: "UPDATE run SET changed = 1 WHERE id = ?", arguments: [run.id])
    }
  }

  /// Whether about so many records count, or more. Those in packs are not looked at one by one.
  public func holds(atLeast least: Int) throws -> Bool {
    try run { db in
      let packed = try Int.fetchOne(db, sql: "SELECT sum(alleged) FROM pack") ?? 0
      guard packed < least else { return true }
      let counted =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM (SELECT 1 FROM record WHERE counts = 1 LIMIT ?)",
          arguments: [least]) ?? 0
      return counted >= least
    }
  }
}
