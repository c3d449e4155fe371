public import Regions
import Threads

/// A file that went into a catalogue.
public struct LoadedFile: Hashable, Sendable {
  public let path: String
  public let byteCount: Int

  public init(path: String, byteCount: Int) {
    self.path = path
    self.byteCount = byteCount
  }
}

/// A catalogue of regions, and what was noticed while it was made.
public struct LoadedBoundaries: Sendable {
  public let catalog: RegionCatalog
  /// Notes and warnings; a layer with errors gives no catalogue.
  public let issues: [LayerIssue]
  /// In the order in which they were read.
  public let files: [LoadedFile]
  /// Which boundaries these are, for reports: the sources that the layers name.
  public let edition: String

  /// Another thread makes them, while this one goes on to the index.
  private let namesMade: Meanwhile<RegionNames, Never>
  private let compiled: CompiledBoundaries?

  init(
    catalog: RegionCatalog, issues: [LayerIssue], files: [LoadedFile], edition: String,
    names: Meanwhile<RegionNames, Never>, compiled: CompiledBoundaries?
  ) {
    self.catalog = catalog
    self.issues = issues
    self.files = files
    self.edition = edition
    namesMade = names
    self.compiled = compiled
  }

  /// Finds what codes and names mean in the catalogue.
  public var names: RegionNames { namesMade.wait() }

  /// Finds the regions that cover a point; taken from where the boundaries are kept, if they are.
  public func index(detail: RegionIndex.Detail = .fine) -> RegionIndex {
    compiled?.index(of: catalog, detail: detail) ?? RegionIndex(catalog, detail: detail)
  }

  /// Outlines with fewer vertices; taken from where the boundaries are kept, if they are.
  ///
  /// - Parameters:
  ///   - regions: those that are shown together.
  ///   - toleranceMeters: how far what is left out may be from what stands for it.
  public func simplifiedOutlines(
    of regions: [RegionNumber], toleranceMeters: Double
  ) -> SimplifiedOutlines {
    compiled?.outlines(of: catalog, regions: regions, toleranceMeters: toleranceMeters)
      ?? SimplifiedOutlines(catalog, regions: regions, toleranceMeters: toleranceMeters)
  }
}
