import Boundaries

/// Layers: whatever they hold is an issue or a region, also after GEOS has mended it.
struct BoundariesTarget {
  private let scratch = Scratch("layer.geojson")

  func check(_ bytes: [UInt8]) {
    scratch.write(bytes)
    let layer = UserLayer(path: scratch.path)
    for repair in [false, true] {
      do throws(BoundaryError) {
        let report = try BoundaryLoader.check(geodata: nil, layers: [layer], repair: repair)
        precondition(!report.issues.contains { $0.description.isEmpty })
      } catch {
        precondition(!error.description.isEmpty)
      }
    }
  }
}
