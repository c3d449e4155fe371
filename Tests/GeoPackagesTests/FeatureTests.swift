import Foundation
import GRDB
import Testing

@testable import GeoPackages

@Suite("Layers of a GeoPackage show what the release shows")
struct FeatureTests {
  @Test("names of any kind arrive as they are, and break nothing") func hostileNames() throws {
    let packed = try PackedRelease()
    for (table, column) in [
      ("flows", "origin_name"), ("tallies", "region_name"), ("regions", "name"),
    ] {
      let names = try packed.rows("SELECT DISTINCT \(column) AS name FROM \(table)")
      #expect(names.map { $0["name"] } == [PackedRelease.hostileName])
    }
  }

  @Test("D2: a withheld figure is null in every table, and its status says so") func withheld()
    throws
  {
    let packed = try PackedRelease()
    let region = try #require(try packed.rows("SELECT * FROM regions WHERE id = 'R2'").first)
    #expect(region["idps_status"] == "withheld" && region["killed_status"] == "no_report")
    for column in ["idps", "idps_low", "idps_high", "idps_records", "idps_per_100km2"] {
      #expect((region[column] as DatabaseValue).isNull)
    }
    let row = try #require(
      try packed.rows("SELECT * FROM tallies WHERE indicator = 'idps'").first)
    #expect(row["status"] == "withheld" && (row["best"] as DatabaseValue).isNull)
  }

  @Test("figures, days and truth values keep their types") func types() throws {
    let packed = try PackedRelease()
    let region = try #require(try packed.rows("SELECT * FROM regions WHERE id = 'R1'").first)
    #expect(region["killed"] == 12.5 && region["killed_per_100km2"] == 1.25)
    #expect(region["killed_open"] == false && region["period_end"] == "2025-01-31")
    let types = try packed.rows("PRAGMA table_info(regions)").reduce(into: [String: String]()) {
      $0[$1["name"]] = $1["type"]
    }
    #expect(types["killed"] == "REAL" && types["period_start"] == "DATE")
    #expect(types["killed_open"] == "BOOLEAN" && types["killed_records"] == "INTEGER")
  }

  @Test("a place without an outline has no geometry, and is not in the index") func noOutline()
    throws
  {
    let packed = try PackedRelease()
    let rows = try packed.rows("SELECT fid, geom FROM regions WHERE id = 'external:LBN'")
    #expect(rows.count == 1 && (rows[0]["geom"] as DatabaseValue).isNull)
    #expect(try packed.text("SELECT count(*) FROM rtree_regions_geom") == "2")
  }

  @Test(
    "the R-tree finds what lies in a rectangle",
    arguments: [
      ([36.1, 36.2, 34.1, 34.2], ["R1"]), ([36.0, 41.0, 33.0, 37.0], ["R1", "R2"]),
      ([40.1, 40.2, 36.1, 36.2], ["R2"]), ([10.0, 11.0, 10.0, 11.0], []),
    ] as [([Double], [String])])
  func spatialIndex(box: [Double], ids: [String]) throws {
    let rows = try PackedRelease().rows(
      """
      SELECT regions.id FROM regions JOIN rtree_regions_geom ON fid = rtree_regions_geom.id
      WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ? ORDER BY regions.id
      """, StatementArguments(box))
    #expect(rows.map { $0["id"] } == ids)
  }

  @Test("a geometry read back has the rings of the outline, wound as GeoJSON has them")
  func geometry() throws {
    let packed = try PackedRelease()
    let first = try #require(try packed.rows("SELECT geom FROM regions WHERE id = 'R1'").first)
    let outline = try ReadGeometry(first["geom"])
    #expect(outline.bounds == [36, 37, 34, 35] && outline.system == 4326)
    #expect(outline.polygons.map(\.count) == [2])
    #expect(outline.polygons[0].map { ReadGeometry.twiceArea($0) } == [2, -0.5])
    let second = try #require(try packed.rows("SELECT geom FROM regions WHERE id = 'R2'").first)
    #expect(try ReadGeometry(second["geom"]).polygons.map(\.count) == [1, 1])
    let line = try #require(try packed.rows("SELECT geom FROM flows").first)
    #expect(try ReadGeometry(line["geom"]).polygons == [[[[36, 34.1], [38, 34.1]]]])
  }
}

/// A reader of GeoPackage geometry, written from the standard and not from the writer.
private struct ReadGeometry {
  let system: Int
  let bounds: [Double]
  /// A line is one polygon of one ring.
  var polygons: [[[[Double]]]] = []

  private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
      let size = Number.bitWidth / 8
      try #require(bytes.count >= size)
      defer { bytes.removeFirst(size) }
      return bytes.prefix(size).reversed().reduce(0) { $0 << 8 | Number($1) }
    }

    mutating func double() throws -> Double { Double(bitPattern: try number(UInt64.self)) }

    mutating func points() throws -> [[Double]] {
      try (0..<number(UInt32.self)).map { _ in [try double(), try double()] }
    }

    /// The type of a geometry in well-known binary.
    mutating func type() throws -> UInt32 {
      try #require(try number(UInt8.self) == 1)
      return try number(UInt32.self)
    }
  }

  init(_ blob: Data) throws {
    try #require(Array(blob.prefix(4)) == [0x47, 0x50, 0, 3])
    var reader = Reader(bytes: Array(blob)[4...])
    system = Int(try reader.number(UInt32.self))
    bounds = try (0..<4).map { _ in try reader.double() }
    switch try reader.type() {
    case 2: polygons = [[try reader.points()]]
    case 6:
      for _ in 0..<(try reader.number(UInt32.self)) {
        try #require(try reader.type() == 3)
        let count = try reader.number(UInt32.self)
        polygons.append(try (0..<count).map { _ in try reader.points() })
      }
    default: Issue.record("neither a line nor a multipolygon")
    }
    #expect(reader.bytes.isEmpty)
  }

  static func twiceArea(_ ring: [[Double]]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
  }
}
