import Boundaries
import GEOS
import Regions
import Testing

@Suite("Simplified outlines of the shipped layers, by GEOS")
struct SimplifiedOutlinesTests {
  private let catalog: RegionCatalog
  private let numbers: [RegionNumber]

  init() throws {
    catalog = try ShippedLayersTests.loaded.get().catalog
    numbers = catalog.regions.indices.dropFirst().map { RegionNumber(Int32($0)) }
  }

  private func geometry(
    _ boundary: Boundary, _ context: GEOSContext
  ) throws -> GEOSGeometry {
    try context.polygons(
      PolygonCoordinates(
        longitudes: boundary.longitudes, latitudes: boundary.latitudes,
        ringStarts: boundary.ringStarts, polygonStarts: boundary.polygonStarts))
  }

  @Test(
    "every outline stays valid, none vanishes, and the regions of a level overlap no more than before",
    arguments: [100.0, 500, 2_000, 20_000])
  func valid(meters: Double) throws {
    let context = try GEOSContext()
    let simplified = SimplifiedOutlines(catalog, regions: numbers, toleranceMeters: meters)
    for level in Level.layered {
      var before: [GEOSGeometry] = []
      var after: [GEOSGeometry] = []
      for number in catalog.regions(at: level) {
        let outline = try geometry(try #require(simplified[number]), context)
        #expect(try outline.isValid, "\(catalog[number].id)")
        #expect(try outline.areaSquareDegrees > 0, "\(catalog[number].id)")
        after.append(outline)
        before.append(try geometry(catalog[number].boundary, context))
      }
      let overlap = try (overlap(before, context), overlap(after, context))
      #expect(overlap.1 <= overlap.0 + 1e-9, "\(level.name) \(overlap)")
    }
  }

  /// How much more area the regions have one by one than together, in square degrees.
  private func overlap(_ regions: [GEOSGeometry], _ context: GEOSContext) throws -> Double {
    var sum = 0.0
    for region in regions { sum += try region.areaSquareDegrees }
    return try sum - context.union(of: regions).areaSquareDegrees
  }

  @Test(
    "P1: governorates stay the sum of their districts and subdistricts: no gap opens between them",
    arguments: [100.0, 500, 2_000])
  func nesting(meters: Double) throws {
    let context = try GEOSContext()
    let simplified = SimplifiedOutlines(catalog, regions: numbers, toleranceMeters: meters)
    for level in [Level.district, .subdistrict] {
      for governorate in catalog.regions(at: .governorate) {
        let members = catalog.regions(at: level).filter {
          catalog.ancestor(of: $0, at: .governorate) == governorate
        }
        let before = try difference(governorate, members, context) { catalog[$0].boundary }
        let after = try difference(governorate, members, context) { simplified[$0] ?? .empty }
        #expect(after <= before + 1e-9, "\(catalog[governorate].id) \(level) \(before) \(after)")
      }
    }
  }

  private func difference(
    _ whole: RegionNumber, _ parts: [RegionNumber], _ context: GEOSContext,
    _ boundary: (RegionNumber) -> Boundary
  ) throws -> Double {
    let outline = try geometry(boundary(whole), context)
    let union = try context.union(of: parts.map { try geometry(boundary($0), context) })
    return try outline.symmetricDifference(union).areaSquareDegrees
  }

  @Test("far fewer vertices, each of those left out near its line") func tolerance() throws {
    let simplified = SimplifiedOutlines(catalog, regions: numbers, toleranceMeters: 500)
    var (before, after) = (0, 0)
    for number in numbers {
      let outline = try #require(simplified[number])
      before += catalog[number].boundary.longitudes.count
      after += outline.longitudes.count
      let boundary = catalog[number].boundary
      for vertex in stride(from: 0, to: boundary.longitudes.count, by: 41) {
        let away = Self.metersAway(
          boundary.longitudes[vertex], boundary.latitudes[vertex], outline)
        #expect(away <= 505, "\(catalog[number].id) \(away)")
      }
    }
    #expect(after * 3 < before, "\(after) of \(before)")
  }

  /// Distance to the nearest edge on a plane that touches the earth at the point.
  private static func metersAway(
    _ longitude: Double, _ latitude: Double, _ boundary: Boundary
  ) -> Double {
    // A degree of latitude at 35° north, and of longitude by the ratio of the parallels there.
    let north = 110_941.0
    let east =
      111_320.0
      * (1 - (latitude * .pi / 180 * latitude * .pi / 180) / 2
        + (latitude * .pi / 180 * latitude * .pi / 180)
          * (latitude * .pi / 180 * latitude * .pi / 180) / 24)
    var nearest = Double.infinity
    for ring in 0..<boundary.ringCount {
      let vertices = boundary.vertices(ofRing: ring)
      for index in vertices.dropLast() {
        let (ax, ay) = (
          (boundary.longitudes[index] - longitude) * east,
          (boundary.latitudes[index] - latitude) * north
        )
        let (bx, by) = (
          (boundary.longitudes[index + 1] - longitude) * east,
          (boundary.latitudes[index + 1] - latitude) * north
        )
        let (dx, dy) = (bx - ax, by - ay)
        let square = dx * dx + dy * dy
        let along = square > 0 ? min(1, max(0, -(ax * dx + ay * dy) / square)) : 0
        let (x, y) = (ax + along * dx, ay + along * dy)
        nearest = min(nearest, (x * x + y * y).squareRoot())
      }
    }
    return nearest
  }
}
