import GEOS
import Regions
import Threads

/// Makes a catalogue of regions from boundary layers and the gazetteer.
public enum BoundaryLoader {
  /// Reads, checks and measures all layers.
  ///
  /// Every outline is checked for validity. Areas are geodesic, on WGS 84. The country is
  /// synthesised above the coarsest level; regions of other countries become
  /// `RegionCatalog.abroad`. Neighborhoods of the gazetteer lend their names to the regions of
  /// the same id, its other places become settlements.
  /// - Parameters:
  ///   - geodata: the folder that holds `boundaries/` and `gazetteer.csv`.
  ///   - layers: used in place of the shipped layers where there are any; the gazetteer is then
  ///     used as far as its subdistricts exist.
  ///   - repair: whether invalid outlines are mended, each with a warning.
  ///   - store: where the result is kept, and taken from if nothing has changed since; the result
  ///     is the same.
  /// - Throws: `BoundaryError.faultyLayers` with every error found, and for what cannot be read.
  public static func load(
    geodata: String, layers: [UserLayer] = [], repair: Bool = false, store: CompiledStore? = nil
  ) throws(BoundaryError) -> LoadedBoundaries {
    let chosen = layers.isEmpty ? [UserLayer(path: "\(geodata)/boundaries")] : layers
    let sources = try LayerSources(chosen, geodata: geodata)
    guard let store else { return try build(sources, repair: repair, compiled: nil) }
    let compiled = CompiledBoundaries(
      store: store, key: CompiledKey(sources, repair: repair, program: store.program))
    if let kept = compiled.boundaries(of: sources) { return kept }
    let loaded = try build(sources, repair: repair, compiled: compiled)
    compiled.keep(loaded)
    return loaded
  }

  private static func build(
    _ sources: LayerSources, repair: Bool, compiled: CompiledBoundaries?
  ) throws(BoundaryError) -> LoadedBoundaries {
    let set = try LayerSet(sources.layers, repair: repair)
    let errors = set.issues.filter { $0.severity == .error }
    guard errors.isEmpty else { throw .faultyLayers(errors.sorted(by: LayerIssue.precedes)) }
    let gazetteer = try Gazetteer(sources.gazetteer, file: sources.gazetteerPath)
    var assembly = CatalogAssembly(set)
    assembly.add(gazetteer, file: sources.gazetteerPath)
    let catalog = try assembly.catalog()
    return LoadedBoundaries(
      catalog: catalog, issues: assembly.issues.sorted(by: LayerIssue.precedes),
      files: sources.loaded, edition: edition(of: set), names: Meanwhile { RegionNames(catalog) },
      compiled: compiled)
  }

  /// Reads and checks layers without making a catalogue, and looks for overlaps, gaps, regions
  /// outside their parents, swapped axes and winding as well.
  ///
  /// - Parameters:
  ///   - geodata: the folder of the shipped layers; they tell where their country lies. `nil`
  ///     where there is none.
  ///   - layers: the layers to check; without any, the shipped ones.
  /// - Throws: `BoundaryError` for what cannot be read at all; everything else is in the report.
  public static func check(
    geodata: String?, layers: [UserLayer] = [], repair: Bool = false
  ) throws(BoundaryError) -> LayerReport {
    let shipped = geodata.map { [UserLayer(path: "\($0)/boundaries")] } ?? []
    let set = try LayerSet(layers.isEmpty ? shipped : layers, repair: repair)
    let reference =
      layers.isEmpty
      ? nil
      : try geodata.map { folder throws(BoundaryError) in
        try bounds(of: set.root, in: folder)
      } ?? nil
    do throws(GEOSError) {
      return LayerReport(set, lint: try LayerLint(set, reference: reference))
    } catch {
      throw .geometry("\(error)")
    }
  }

  /// Where the shipped layers have the country, or `nil` where they are of another.
  private static func bounds(
    of root: CountryRoot, in geodata: String
  ) throws(BoundaryError) -> BoundingBox? {
    let path = "\(geodata)/boundaries/governorates.geojson"
    let shipped = try LayerSet([UserLayer(path: path)], repair: false)
    guard shipped.root.id == root.id else { return nil }
    var bounds = BoundingBox.empty
    for region in shipped.built { bounds.grow(region.region.boundary.bounds) }
    return bounds
  }

  private static func edition(of set: LayerSet) -> String {
    var seen: Set<String> = []
    let sources = set.built.filter { $0.region.level != nil }
      .compactMap(\.region.provenance.source).filter { seen.insert($0).inserted }
    return sources.isEmpty
      ? set.files.map(\.path).joined(separator: "; ")
      : sources.joined(separator: "; ")
  }
}
