import JSONText
package import Regions

/// The outlines of one map: those of the regions, or fewer vertices of them.
///
/// The map by periods repeats each outline for every period, so it is drawn more coarsely unless
/// the user says otherwise.
package struct MapOutlines: Sendable {
  /// In the order in which they are shown.
  private let regions: [(id: RegionID, boundary: Boundary)]
  /// How far outlines may be from the true ones, in metres; 0 where they are as they were read.
  let tolerance: Double

  init(_ output: ReleaseOutput, of layer: MapLayer, shown: [Region]) {
    let simplify = output.context.simplification
    let tolerance = layer == .regions ? simplify.regionsMeters : simplify.periodsMeters
    self.tolerance = tolerance
    let catalog = output.catalog
    guard tolerance > 0 else {
      regions = shown.map { ($0.id, $0.boundary) }
      return
    }
    let numbers = shown.compactMap { catalog.number(of: $0.id) }
    let coarse =
      output.context.simplifiedOutlines?(numbers, tolerance)
      ?? SimplifiedOutlines(catalog, regions: numbers, toleranceMeters: tolerance)
    regions = numbers.map { (catalog[$0].id, coarse[$0] ?? catalog[$0].boundary) }
  }

  /// Each outline made into what a format holds, once, however often it occurs.
  package func map<Form>(_ form: (Boundary) -> Form) -> [RegionID: Form] {
    Dictionary(
      regions.map { ($0.id, form($0.boundary)) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Outlines as GeoJSON. Each is made into text where the first feature of its region is written, so
/// that several threads share that work; the features of a region follow one another.
struct Outlines {
  private let boundaries: [RegionID: Boundary]
  private let tolerance: Double
  private var last: (id: RegionID, text: JSONFragment)?

  init(_ outlines: MapOutlines) {
    tolerance = outlines.tolerance
    boundaries = outlines.map { $0 }
  }

  /// The outline of a shape that is one; `nil` where there is none.
  mutating func text(of shape: FeatureShape) -> JSONFragment? {
    guard case .outline(let id) = shape, let boundary = boundaries[id] else { return nil }
    if let last, last.id == id { return last.text }
    let text = JSONFragment { $0.geometry(boundary) }
    last = (id, text)
    return text
  }

  /// Says how much the outlines were generalised; nothing where they were not.
  func writeMembers(to writer: inout JSONWriter) {
    guard tolerance > 0 else { return }
    writer.member("outlines_simplified_to_meters", tolerance, places: 3)
  }
}
