import JSONText
import Regions

/// The outlines of one map as text: each is written once, however often it occurs.
struct Outlines {
  private let texts: [RegionID: JSONFragment]
  /// How far outlines may be from the true ones, in metres; 0 where they are as they were read.
  private let tolerance: Double

  init(_ regions: [(id: RegionID, boundary: Boundary)], tolerance: Double) {
    self.tolerance = tolerance
    texts = Dictionary(
      regions.map { region in (region.id, JSONFragment { $0.geometry(region.boundary) }) },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(id: RegionID) -> JSONFragment? { texts[id] }

  /// Says how much the outlines were generalised; nothing where they were not.
  func writeMembers(to writer: inout JSONWriter) {
    guard tolerance > 0 else { return }
    writer.member("outlines_simplified_to_meters", tolerance, places: 3)
  }
}

/// The outlines of both maps.
///
/// The map by periods repeats each outline for every period, so it is drawn more coarsely unless
/// the user says otherwise.
struct MapOutlines {
  enum Map {
    case regions
    case periods
  }

  private let shown: [(id: RegionID, number: RegionNumber, boundary: Boundary)]
  private let catalog: RegionCatalog
  private let simplify: ReleaseContext.Simplification
  private let kept: (@Sendable ([RegionNumber], Double) -> SimplifiedOutlines)?

  init(_ output: ReleaseOutput, shown regions: [Region]) {
    catalog = output.catalog
    simplify = output.context.simplification
    kept = output.context.simplifiedOutlines
    shown = regions.compactMap { region in
      output.catalog.number(of: region.id).map { (region.id, $0, region.boundary) }
    }
  }

  func outlines(of map: Map) -> Outlines {
    let tolerance = map == .regions ? simplify.regionsMeters : simplify.periodsMeters
    guard tolerance > 0 else {
      return Outlines(shown.map { ($0.id, $0.boundary) }, tolerance: 0)
    }
    let numbers = shown.map(\.number)
    let coarse =
      kept?(numbers, tolerance)
      ?? SimplifiedOutlines(catalog, regions: numbers, toleranceMeters: tolerance)
    return Outlines(
      shown.map { ($0.id, coarse[$0.number] ?? $0.boundary) }, tolerance: tolerance)
  }
}
