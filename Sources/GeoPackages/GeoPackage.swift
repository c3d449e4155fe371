import Disclosure
import GRDB
import Reports

/// What becomes one GeoPackage.
struct GeoPackage {
  let release: Release
  let context: ReleaseContext
  let maps: [MapTable]

  /// Creates the file, writes it in a fixed order, and closes it.
  func write(to path: String) throws {
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { database in
      try Self.prepare(database)
      try database.inTransaction {
        try fill(database)
        return .commit
      }
      // No page is left that held something else before, so the bytes are always the same.
      try database.execute(sql: "VACUUM")
    }
    try database.close()
  }

  /// The file stands in a directory that nobody sees yet, and is thrown away if anything fails:
  /// no journal is needed, and whoever publishes it waits for the disk.
  private static func prepare(_ database: Database) throws {
    let settings = [
      "page_size = 4096", "journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF",
      // The letters GPKG, and version 1.3.0.
      "application_id = \(0x4750_4B47)", "user_version = 10300",
    ]
    for setting in settings { try database.execute(sql: "PRAGMA \(setting)") }
  }

  private func fill(_ database: Database) throws {
    try Schema.create(in: database)
    for map in maps {
      try FeatureTable(map).write(to: database)
    }
    try TallyAttributes(release).write(to: database)
    try Catalog(self).write(to: database)
    try StyleTable(maps, changed: lastChange).write(to: database)
    try PackageMetadata(self).write(to: database)
  }

  /// When the release was made, as the standard wants it: to the millisecond.
  var lastChange: String {
    context.created.hasSuffix("Z") && !context.created.contains(".")
      ? "\(context.created.dropLast()).000Z" : context.created
  }
}
