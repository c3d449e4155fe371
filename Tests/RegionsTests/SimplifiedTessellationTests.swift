import Regions
import Testing

@Suite("Simplified outlines of countries made by chance")
struct SimplifiedTessellationTests {
  /// An edge between two vertices in millionths of a degree, the smaller one first.
  private struct Edge: Hashable {
    let start: SIMD2<Int>
    let end: SIMD2<Int>

    init(_ a: SIMD2<Int>, _ b: SIMD2<Int>) {
      (start, end) = (a.x, a.y) < (b.x, b.y) ? (a, b) : (b, a)
    }

    /// Whether the two have a point in common that is not an end of both.
    func meets(_ other: Edge) -> Bool {
      let sides = (
        Self.side(start, end, other.start), Self.side(start, end, other.end),
        Self.side(other.start, other.end, start), Self.side(other.start, other.end, end)
      )
      if sides.0 * sides.1 < 0 && sides.2 * sides.3 < 0 { return true }
      return holdsInside(other.start, sides.0) || holdsInside(other.end, sides.1)
        || other.holdsInside(start, sides.2) || other.holdsInside(end, sides.3)
    }

    private func holdsInside(_ point: SIMD2<Int>, _ side: Int) -> Bool {
      side == 0 && point != start && point != end
        && (min(start.x, end.x)...max(start.x, end.x)).contains(point.x)
        && (min(start.y, end.y)...max(start.y, end.y)).contains(point.y)
    }

    private static func side(_ a: SIMD2<Int>, _ b: SIMD2<Int>, _ c: SIMD2<Int>) -> Int {
      ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)).signum()
    }
  }

  private static func rings(_ boundary: Boundary) -> [[SIMD2<Int>]] {
    (0..<boundary.ringCount).map { ring in
      boundary.vertices(ofRing: ring).map {
        SIMD2(
          Int((boundary.longitudes[$0] * 1e6).rounded()),
          Int((boundary.latitudes[$0] * 1e6).rounded()))
      }
    }
  }

  /// Twice the area, exactly; rings around holes run the other way.
  private static func twiceArea(_ boundary: Boundary) -> Int {
    rings(boundary).reduce(0) { sum, ring in
      sum
        + zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) }
    }.magnitude.asInt
  }

  @Test(
    "Levels fill the same area without overlaps, borders meet only at their ends, and no region vanishes",
    arguments: [
      (1, 1_000), (2, 5_000), (3, 20_000), (4, 100_000), (5, 1_000_000), (6, 100_000_000),
    ] as [(UInt64, Double)])
  func coverage(seed: UInt64, meters: Double) throws {
    var tessellation = IndexTessellation(side: 12, seed: seed)
    let catalog = try tessellation.catalog(without: nil)
    let numbers = catalog.regions.indices.dropFirst().map { RegionNumber(Int32($0)) }
    let simplified = SimplifiedOutlines(catalog, regions: numbers, toleranceMeters: meters)
    var areas: [Level: Int] = [:]
    var vertices = (before: 0, after: 0)
    for level in Level.layered {
      var edges: Set<Edge> = []
      for number in catalog.regions(at: level) {
        let (before, after) = (catalog[number].boundary, try #require(simplified[number]))
        let area = Self.twiceArea(after)
        #expect(area > 0 && after.ringCount == before.ringCount)
        areas[level, default: 0] += area
        vertices.before += before.longitudes.count
        vertices.after += after.longitudes.count
        for (ring, whole) in zip(Self.rings(after), Self.rings(before)) {
          #expect(ring.count >= 4 && ring.first == ring.last)
          // Rings may touch themselves at a corner where four cells meet, but no more than before.
          #expect(ring.count - Set(ring).count <= whole.count - Set(whole).count)
          for (a, b) in zip(ring, ring.dropFirst()) { edges.insert(Edge(a, b)) }
        }
      }
      let all = Array(edges)
      let crossing = all.indices.filter { index in
        all[..<index].contains { $0.meets(all[index]) }
      }
      #expect(crossing.isEmpty, "\(level): \(crossing.count) of \(all.count) edges")
    }
    // The neighborhoods of the sample leave out a third of the cells.
    #expect(areas[.governorate] == areas[.district] && areas[.district] == areas[.subdistrict])
    #expect(vertices.after <= vertices.before)
    if meters >= 20_000 { #expect(vertices.after < vertices.before * 3 / 4) }
  }

  @Test("nothing is changed where the tolerance allows nothing but straight lines")
  func nothing() throws {
    var tessellation = IndexTessellation(side: 5, seed: 9)
    let catalog = try tessellation.catalog(without: nil)
    let numbers = catalog.regions.indices.dropFirst().map { RegionNumber(Int32($0)) }
    let simplified = SimplifiedOutlines(catalog, regions: numbers, toleranceMeters: 0)
    for number in numbers {
      #expect(
        simplified[number].map(Self.twiceArea) == Self.twiceArea(catalog[number].boundary))
    }
  }

  @Test("an island keeps three corners, whatever the tolerance") func island() throws {
    let circle = (0..<60).flatMap { step -> [Double] in
      let angle = Double(step) / 60 * 2 * .pi
      return [35 + 0.1 * cosine(angle), 33 + 0.1 * cosine(angle - .pi / 2)]
    }
    let region = IndexSamples.region("G1", .governorate, IndexSamples.boundary([circle]))
    let catalog = try IndexSamples.catalog([region])
    let simplified = SimplifiedOutlines(
      catalog, regions: [RegionNumber(1)], toleranceMeters: 1_000_000)
    let rings = Self.rings(try #require(simplified[RegionNumber(1)]))
    #expect(rings.map(\.count) == [4])
  }

  /// By its series, good to 1e-9 here: this target has no C library.
  private func cosine(_ angle: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for step in 1...25 {
      term *= -angle * angle / Double((2 * step - 1) * (2 * step))
      sum += term
    }
    return sum
  }
}

extension UInt {
  fileprivate var asInt: Int { Int(self) }
}
