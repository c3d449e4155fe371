import GRDB
import Regions

/// The R-tree of a layer, with the triggers that keep it right when a GIS edits the layer (OGC
/// 12-128r17, annex F.3).
struct SpatialIndex {
  let table: String
  let column: String
  private var boxes: [(id: Int, bounds: BoundingBox)] = []

  init(table: String, column: String) {
    self.table = table
    self.column = column
  }

  mutating func add(_ id: Int, _ bounds: BoundingBox) {
    boxes.append((id, bounds))
  }

  /// The triggers come last: they call functions that a GIS has and SQLite has not.
  func write(to database: Database) throws {
    try database.execute(
      sql: "CREATE VIRTUAL TABLE \(name) USING rtree(id, minx, maxx, miny, maxy)")
    let insertion = try database.makeStatement(sql: "INSERT INTO \(name) VALUES (?, ?, ?, ?, ?)")
    for (id, bounds) in boxes {
      try insertion.execute(arguments: [
        id, bounds.west, bounds.east, bounds.south, bounds.north,
      ])
    }
    for trigger in triggers { try database.execute(sql: trigger) }
    try database.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')",
      arguments: [table, column, "http://www.geopackage.org/spec130/#extension_rtree"])
  }

  private var name: String { "rtree_\(table)_\(column)" }

  private var triggers: [String] {
    let isSet = "NEW.\(column) NOT NULL AND NOT ST_IsEmpty(NEW.\(column))"
    let isUnset = "(NEW.\(column) ISNULL OR ST_IsEmpty(NEW.\(column)))"
    let put = "INSERT OR REPLACE INTO \(name) VALUES (NEW.fid, \(sides));"
    let remove = "DELETE FROM \(name) WHERE id = OLD.fid;"
    let ofColumn = "UPDATE OF \(column) ON \(table)"
    return [
      trigger("insert", "INSERT ON \(table)", when: "(\(isSet))", put),
      trigger("update1", ofColumn, when: "OLD.fid = NEW.fid AND (\(isSet))", put),
      trigger("update2", ofColumn, when: "OLD.fid = NEW.fid AND \(isUnset)", remove),
      trigger(
        "update3", "UPDATE ON \(table)", when: "OLD.fid != NEW.fid AND (\(isSet))",
        "\(remove) \(put)"),
      trigger(
        "update4", "UPDATE ON \(table)", when: "OLD.fid != NEW.fid AND \(isUnset)",
        "DELETE FROM \(name) WHERE id IN (OLD.fid, NEW.fid);"),
      trigger("delete", "DELETE ON \(table)", when: "OLD.\(column) NOT NULL", remove),
    ]
  }

  private var sides: String {
    ["ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"].map { "\($0)(NEW.\(column))" }
      .joined(separator: ", ")
  }

  private func trigger(
    _ suffix: String, _ event: String, when condition: String, _ action: String
  ) -> String {
    "CREATE TRIGGER \(name)_\(suffix) AFTER \(event) WHEN \(condition) BEGIN \(action) END"
  }
}
