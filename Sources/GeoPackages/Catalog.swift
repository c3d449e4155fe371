import Disclosure
import GRDB
import Regions
import Reports

/// What the file holds: the tables `gpkg_contents` and `gpkg_geometry_columns`.
struct Catalog {
  private let package: GeoPackage

  init(_ package: GeoPackage) {
    self.package = package
  }

  func write(to database: Database) throws {
    for map in package.maps { try write(map, to: database) }
    try write(TallyAttributes.tableName, "Every figure of the release, one a row", to: database)
    try write(StyleTable.tableName, "Styles of the layers for QGIS", to: database)
  }

  private func write(_ map: MapTable, to database: Database) throws {
    let (table, bounds) = (map.layer.rawValue, map.bounds)
    let isEmpty = bounds.west > bounds.east
    let sides = [bounds.west, bounds.south, bounds.east, bounds.north].map {
      isEmpty ? DatabaseValue.null : $0.databaseValue
    }
    try database.execute(
      sql: "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: StatementArguments(
        [table, table, description(Self.words(map.layer)), package.lastChange]
          .map(\.databaseValue) + sides + [Schema.wgs84.databaseValue]))
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
      arguments: [
        table, FeatureTable.geometryColumn, FeatureTable.geometryType(of: map.layer),
        Schema.wgs84,
      ])
  }

  private func write(_ attributes: String, _ words: String, to database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
        VALUES (?, 'attributes', ?, ?, ?)
        """,
      arguments: [attributes, attributes, description(words), package.lastChange])
  }

  /// Who may see it stands wherever somebody looks.
  private func description(_ words: String) -> String {
    "\(words), \(package.release.coverage.label); \(package.release.protection.notice)"
  }

  private static func words(_ layer: MapLayer) -> String {
    switch layer {
    case .regions: "Figures of regions and zones over the whole time"
    case .periods: "Figures of regions and zones by period"
    case .flows: "Movements from origins to destinations"
    }
  }
}
