import Foundation
import GRDB
import JSONText
import Regions
import Reports

/// One layer with its spatial index.
struct FeatureTable {
  /// The column with the geometry.
  static let geometryColumn = "geom"

  private let map: MapTable
  private let outlines: [RegionID: GeometryBlob]

  init(_ map: MapTable) {
    self.map = map
    outlines = map.outlines?.map { GeometryBlob(outline: $0) } ?? [:]
  }

  func write(to database: Database) throws {
    let table = map.layer.rawValue
    try create(table, in: database)
    let marks = Array(repeating: "?", count: map.columns.count + 2).joined(separator: ", ")
    let insertion = try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
    var index = SpatialIndex(table: table, column: Self.geometryColumn)
    for (position, feature) in map.features.enumerated() {
      let id = position + 1
      let geometry = geometry(of: feature.shape)
      var values: [DatabaseValue] = [id.databaseValue, geometry?.data.databaseValue ?? .null]
      for (column, value) in zip(map.columns, feature.values) {
        values.append(Self.value(value, as: column.kind))
      }
      try insertion.execute(arguments: StatementArguments(values))
      if let geometry { index.add(id, geometry.bounds) }
    }
    try index.write(to: database)
  }

  private func create(_ table: String, in database: Database) throws {
    let columns = map.columns.map { "\($0.name.quotedDatabaseIdentifier) \(Self.type($0.kind))" }
    let first = [
      "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL",
      "\(Self.geometryColumn) \(Self.geometryType(of: map.layer))",
    ]
    try database.execute(
      sql: "CREATE TABLE \(table) (\((first + columns).joined(separator: ", ")))")
  }

  private func geometry(of shape: FeatureShape) -> GeometryBlob? {
    switch shape {
    case .none: nil
    case .outline(let id): outlines[id].flatMap { $0.isEmpty ? nil : $0 }
    case .line(let start, let end): GeometryBlob(from: start, to: end)
    }
  }

  static func geometryType(of layer: MapLayer) -> String {
    layer == .flows ? "LINESTRING" : "MULTIPOLYGON"
  }

  private static func type(_ kind: MapColumn.Kind) -> String {
    switch kind {
    case .text: "TEXT"
    case .integer: "INTEGER"
    case .real: "REAL"
    case .boolean: "BOOLEAN"
    case .date: "DATE"
    }
  }

  private static func value(_ value: JSONValue, as kind: MapColumn.Kind) -> DatabaseValue {
    let typed: (any DatabaseValueConvertible)? =
      switch kind {
      case .text, .date: value.string
      case .integer: value.int
      case .real: value.double
      case .boolean: value.bool
      }
    return typed?.databaseValue ?? .null
  }
}
