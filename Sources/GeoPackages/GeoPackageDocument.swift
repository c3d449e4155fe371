public import Disclosure
internal import GRDB
public import Regions
public import Reports

extension ReleaseDocument {
  /// `report.gpkg`: all maps of a release and its table in one file, with their styles (OGC
  /// GeoPackage 1.3).
  ///
  /// Features and properties are those of the GeoJSON files, rows those of `tallies.csv`. The bytes
  /// are a function of the release, the catalogue and the context, for one version of SQLite.
  public static func geoPackage(
    of release: Release, catalog: RegionCatalog, context: ReleaseContext
  ) -> ReleaseDocument {
    ReleaseDocument(
      name: "report.gpkg",
      content: .file { path throws(PublishError) in
        var maps: [MapTable] = []
        for layer in MapTable.layers(of: release) {
          maps.append(
            try MapTable(layer, of: release, catalog: catalog, context: context))
        }
        let package = GeoPackage(release: release, context: context, maps: maps)
        do {
          try package.write(to: path)
        } catch {
          throw .inputOutput(path: path, operation: "write", cause: "\(error)")
        }
      })
  }
}
