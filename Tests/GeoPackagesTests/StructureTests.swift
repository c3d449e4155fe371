import GRDB
import Testing

@Suite("A GeoPackage has what its standard asks for")
struct StructureTests {
  @Test("it says what it is: the letters GPKG and version 1.3") func header() throws {
    let packed = try PackedRelease()
    #expect(try packed.text("PRAGMA application_id") == "\(0x4750_4B47)")
    #expect(try packed.text("PRAGMA user_version") == "10300")
    #expect(try packed.text("PRAGMA integrity_check") == "ok")
    #expect(try packed.rows("PRAGMA foreign_key_check").isEmpty)
  }

  @Test("every table is listed, with who may see it and when it was made") func contents() throws {
    let rows = try PackedRelease().rows("SELECT * FROM gpkg_contents ORDER BY table_name")
    #expect(
      rows.map { $0["table_name"] } == ["flows", "layer_styles", "periods", "regions", "tallies"])
    for row in rows {
      let description: String = row["description"]
      #expect(description.hasSuffix("internal: not for publication"))
      #expect(row["last_change"] == "2025-02-01T06:00:00.000Z")
    }
    let regions = try #require(rows.first { $0["table_name"] == "regions" })
    #expect(["min_x", "min_y", "max_x", "max_y"].map { regions[$0] } == [36, 34, 40.5, 36.5])
  }

  @Test("layers are of one type of geometry, in WGS 84") func geometryColumns() throws {
    let rows = try PackedRelease().rows("SELECT * FROM gpkg_geometry_columns ORDER BY table_name")
    #expect(
      rows.map { $0["geometry_type_name"] } == ["LINESTRING", "MULTIPOLYGON", "MULTIPOLYGON"])
    #expect(rows.allSatisfy { $0["srs_id"] == 4326 && $0["z"] == 0 && $0["m"] == 0 })
  }

  @Test("each layer brings a style that QGIS takes by default") func styles() throws {
    let rows = try PackedRelease().rows("SELECT * FROM layer_styles ORDER BY f_table_name")
    #expect(rows.map { $0["f_table_name"] } == ["flows", "periods", "regions"])
    for row in rows {
      let style: String = row["styleQML"]
      #expect(row["useAsDefault"] == 1 && row["f_geometry_column"] == "geom")
      #expect(style.contains("RuleRenderer") && style.hasSuffix("</qgis>\n"))
    }
  }

  @Test("title, licences, rights and protection stand in the metadata of each table, escaped")
  func metadata() throws {
    let packed = try PackedRelease()
    let document = try #require(try packed.text("SELECT metadata FROM gpkg_metadata"))
    #expect(document.contains("<title>Incidents and displacement by region</title>"))
    #expect(document.contains("<license>Licence &lt;x&gt;, CC-BY-4.0</license>"))
    #expect(document.contains("internal: not for publication"))
    #expect(document.contains("<rights>='&quot;; DROP TABLE regions;--&lt;b&gt;&amp;]]&gt;"))
    #expect(!document.contains("<b>") && !document.unicodeScalars.contains("\u{1}"))
    let tables = try packed.rows(
      "SELECT table_name FROM gpkg_metadata_reference WHERE reference_scope = 'table'")
    #expect(tables.map { $0["table_name"] } == ["regions", "periods", "flows", "tallies"])
  }

  @Test("A3: the same release gives the same bytes") func deterministic() throws {
    let (first, second) = (try PackedRelease(), try PackedRelease())
    #expect(try first.bytes() == second.bytes())
  }
}
