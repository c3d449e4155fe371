internal import GRDB

/// The tables of an archive, edition by edition. An edition that was released is never changed.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 records") { try $0.execute(sql: records) }
    migrator.registerMigration("2 publications") { try $0.execute(sql: publications) }
    migrator.registerMigration("3 stretches") { try $0.execute(sql: stretches) }
    migrator.registerMigration("4 packs") { try $0.execute(sql: packs) }
    migrator.registerMigration("5 pieces") { try $0.execute(sql: pieces) }
    migrator.registerMigration("6 blocks") { try $0.execute(sql: blocks) }
    migrator.registerMigration("7 ends") { try $0.execute(sql: ends) }
    return migrator
  }

  /// `origin`: a source of the configuration. `file`: a content that was seen under a name.
  /// `source`: the first half of keys. `form` and `own`: see `RecordCode`. A `record` is alleged by
  /// its origin from run `since` on, before run `until`; of the alleged rows of a key, one `counts`.
  private static let records = """
    CREATE TABLE setting (
      name TEXT PRIMARY KEY, value BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO setting VALUES ('salt', randomblob(32));

    CREATE TABLE run (
      id INTEGER PRIMARY KEY, started TEXT NOT NULL, changed INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE origin (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, profile TEXT NOT NULL DEFAULT '',
      columns TEXT, rejected_percent REAL NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE file (
      id INTEGER PRIMARY KEY, origin INTEGER NOT NULL REFERENCES origin (id),
      name TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, profile TEXT NOT NULL,
      reading TEXT NOT NULL, rows INTEGER NOT NULL, rejected INTEGER NOT NULL,
      run INTEGER NOT NULL REFERENCES run (id), in_force INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX file_by_origin ON file (origin, in_force);

    CREATE TABLE finding (
      file INTEGER NOT NULL REFERENCES file (id), rule TEXT NOT NULL, count INTEGER NOT NULL,
      lines BLOB NOT NULL, PRIMARY KEY (file, rule)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

    CREATE TABLE form (
      id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE record (
      id INTEGER PRIMARY KEY, origin INTEGER NOT NULL REFERENCES origin (id),
      source INTEGER NOT NULL REFERENCES source (id), key TEXT NOT NULL, version INTEGER,
      form INTEGER NOT NULL REFERENCES form (id), own BLOB NOT NULL, digest BLOB NOT NULL,
      file INTEGER NOT NULL REFERENCES file (id), line INTEGER NOT NULL,
      since INTEGER NOT NULL REFERENCES run (id), until INTEGER REFERENCES run (id),
      ending INTEGER, replaced INTEGER REFERENCES record (id),
      counts INTEGER NOT NULL, contested INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX record_by_key ON record (key, source);
    CREATE INDEX record_contested ON record (source, key) WHERE contested = 1;
    CREATE INDEX record_by_replaced ON record (replaced) WHERE replaced IS NOT NULL;

    CREATE TABLE forgotten (
      digest BLOB PRIMARY KEY, run INTEGER REFERENCES run (id)
    ) STRICT, WITHOUT ROWID;
    """

  /// `state`: pending, published or unchanged. `ledger`: what the series has published, as it
  /// stands in its latest release; kept for the latest only.
  private static let publications = """
    CREATE TABLE publication (
      id INTEGER PRIMARY KEY, run INTEGER REFERENCES run (id), created TEXT NOT NULL,
      previous TEXT, name TEXT, state TEXT NOT NULL, basis TEXT NOT NULL, settings TEXT NOT NULL,
      edition TEXT NOT NULL
    ) STRICT;
    CREATE INDEX publication_pending ON publication (state) WHERE state = 'pending';
    """

  /// What is known of the stretches of a file in force (see `StretchEntry`), so that those that stand
  /// in the next one as well need not be read. All of it follows from the file and the tables above,
  /// and is left out where it is of no use. `tells_all`: whether the source alleges nothing else.
  private static let stretches = """
    CREATE TABLE stretches (
      file INTEGER PRIMARY KEY REFERENCES file (id), basis TEXT NOT NULL,
      tells_all INTEGER NOT NULL, digest BLOB NOT NULL, bytes BLOB NOT NULL
    ) STRICT;
    """

  /// Records that lie behind one another, written together so that they are read faster (see
  /// `PackWriter`). All of it follows from the tables above. The triggers see to it that no pack tells
  /// what is no longer so: `pack_change` names the records of packs of which another version may
  /// count now, and a pack with a record that is deleted is deleted with it.
  private static let packs = """
    CREATE TABLE pack (
      id INTEGER PRIMARY KEY, origin INTEGER NOT NULL REFERENCES origin (id),
      first INTEGER NOT NULL, last INTEGER NOT NULL, alleged INTEGER NOT NULL,
      digest BLOB NOT NULL, rows BLOB NOT NULL, prints BLOB NOT NULL, UNIQUE (origin, first)
    ) STRICT;
    CREATE TABLE pack_change (
      record INTEGER PRIMARY KEY, pack INTEGER NOT NULL REFERENCES pack (id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX pack_change_by_pack ON pack_change (pack);

    CREATE TRIGGER record_changes AFTER UPDATE OF counts, until ON record
    WHEN old.counts <> new.counts OR old.until IS NOT new.until
    BEGIN
      INSERT OR IGNORE INTO pack_change (record, pack)
      SELECT new.id, id FROM pack WHERE origin = new.origin AND last >= new.id
      AND first = (SELECT max(first) FROM pack WHERE origin = new.origin AND first <= new.id);
    END;
    CREATE TRIGGER record_is_deleted AFTER DELETE ON record
    BEGIN
      DELETE FROM pack WHERE origin = old.origin AND last >= old.id
      AND first = (SELECT max(first) FROM pack WHERE origin = old.origin AND first <= old.id);
    END;
    """

  /// Where the stretches of a file's pieces lie.
  private static let pieces = """
    ALTER TABLE stretches ADD COLUMN pieces BLOB NOT NULL DEFAULT x'';
    """

  /// Stretches in blocks (see `WrittenStretches`); the digest is of all three lists. What was known
  /// before was told by digests without a key, and is learnt anew.
  private static let blocks = """
    DELETE FROM stretches;
    ALTER TABLE stretches ADD COLUMN blocks BLOB NOT NULL DEFAULT x'';
    """

  /// What the rows of a pack are told from others by, in a table of its own: SQLite reaches a part of a
  /// long row only through all parts before it. Of pieces, it was not known where they end.
  private static let ends = """
    CREATE TABLE pack_prints (
      pack INTEGER PRIMARY KEY REFERENCES pack (id) ON DELETE CASCADE, prints BLOB NOT NULL
    ) STRICT;
    INSERT INTO pack_prints SELECT id, prints FROM pack;
    ALTER TABLE pack DROP COLUMN prints;
    DELETE FROM stretches;
    """
}
