import Disclosure
import GRDB
import Reports

/// What the release says of itself: title, licences, who must be named, and who may see it.
///
/// Written as QGIS reads it, so that it stands in the properties of each layer.
struct PackageMetadata {
  private let package: GeoPackage

  init(_ package: GeoPackage) {
    self.package = package
  }

  func write(to database: Database) throws {
    for table in Self.tables { try database.execute(sql: table) }
    try database.execute(
      sql: """
        INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://mrcc.com/qgis.dtd', 'text/xml', ?)
        """,
      arguments: [document])
    let insertion = try database.makeStatement(
      sql: "INSERT INTO gpkg_metadata_reference VALUES (?, ?, NULL, NULL, ?, 1, NULL)")
    try insertion.execute(arguments: ["geopackage", nil, package.lastChange])
    let tables = package.maps.map(\.layer.rawValue) + [TallyAttributes.tableName]
    for table in tables {
      try insertion.execute(arguments: ["table", table, package.lastChange])
    }
    for table in ["gpkg_metadata", "gpkg_metadata_reference"] {
      try database.execute(
        sql: "INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_metadata', ?, 'read-write')",
        arguments: [table, "http://www.geopackage.org/spec130/#extension_metadata"])
    }
  }

  private static let tables = [
    """
    CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
    md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,
    mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')
    """,
    """
    CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT,
    column_name TEXT, row_id_value INTEGER,
    timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
    CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
    CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))
    """,
  ]

  private var document: String {
    let (context, release) = (package.context, package.release)
    var xml = XMLWriter(prologue: "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n")
    xml.element("qgis", ["version": "3.22.0"]) { xml in
      xml.element("identifier", [:], context.name)
      xml.element("type", [:], "dataset")
      xml.element("title", [:], context.title)
      xml.element(
        "abstract", [:],
        "\(release.coverage.label). \(release.protection.notice). \(context.disclaimer) "
          + "Boundaries: \(context.boundaryEdition). Made by nuzuh \(context.toolVersion).")
      xml.element("constraints", ["type": "use"], release.protection.notice)
      for license in context.licenses {
        let words = [license.title, license.name, license.path].compactMap { $0 }
        xml.element("license", [:], words.joined(separator: ", "))
      }
      xml.element("rights", [:], context.attribution)
    }
    return xml.text
  }
}
