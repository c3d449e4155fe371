import GRDB
import Reports

/// The table in which QGIS looks for the styles of layers.
struct StyleTable {
  static let tableName = "layer_styles"

  private let maps: [MapTable]
  private let changed: String

  init(_ maps: [MapTable], changed: String) {
    self.maps = maps
    self.changed = changed
  }

  func write(to database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE \(Self.tableName) (id INTEGER PRIMARY KEY AUTOINCREMENT,
        f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT,
        styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
        owner TEXT, ui TEXT, update_time DATETIME)
        """)
    for map in maps {
      let table = map.layer.rawValue
      try database.execute(
        sql: """
          INSERT INTO \(Self.tableName)
          VALUES (NULL, '', '', ?, ?, ?, ?, '', 1, 'Style of this release', '', NULL, ?)
          """,
        arguments: [table, FeatureTable.geometryColumn, table, map.style, changed])
    }
  }
}
