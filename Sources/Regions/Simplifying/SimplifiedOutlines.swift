/// Outlines of regions with fewer vertices, for maps that show them small or often.
///
/// Borders that regions share stay shared, in one level and between levels: they are simplified
/// once, as arcs between the points where borders part (see `ArcSimplifier` for what holds).
/// Coordinates are rounded to millionths of a degree, as outlines are written.
public struct SimplifiedOutlines: Sendable {
  let boundaries: [RegionNumber: Boundary]

  init(_ boundaries: [RegionNumber: Boundary]) { self.boundaries = boundaries }

  /// - Parameters:
  ///   - regions: those that are shown together.
  ///   - toleranceMeters: how far what is left out may be from what stands for it.
  /// - Complexity: O(n log n) in the number of vertices.
  public init(_ catalog: RegionCatalog, regions: [RegionNumber], toleranceMeters: Double) {
    let graph = OutlineGraph(
      regions.enumerated().map { index, number in
        (catalog[number].boundary, Self.layer(of: catalog[number], index))
      })
    var simplifier = ArcSimplifier(graph, toleranceMeters: toleranceMeters)
    let arcs = simplifier.simplified()
    var parts = regions.map { _ in OutlineParts() }
    for ring in graph.rings {
      parts[ring.region].add(vertices(of: ring, arcs), of: ring, graph)
    }
    boundaries = Dictionary(
      zip(regions, parts.map { $0.boundary() }), uniquingKeysWith: { first, _ in first })
  }

  /// `nil` for a region that was not among those to be simplified.
  public subscript(number: RegionNumber) -> Boundary? { boundaries[number] }

  /// The regions of a level do not overlap; each zone stands for itself. Beyond fifty zones some
  /// share a layer, and keep a few vertices more than they need.
  private static func layer(of region: Region, _ index: Int) -> Int {
    region.level.map { Int($0.rawValue) } ?? Level.allCases.count + index % 50
  }
}

/// The vertices of a ring, the first repeated at the end.
private func vertices(of ring: OutlineGraph.Ring, _ arcs: [[Int32]]) -> [Int32] {
  var vertices: [Int32] = []
  for (arc, isReversed) in ring.arcs {
    let path = isReversed ? arcs[arc].reversed() : arcs[arc]
    vertices.append(contentsOf: vertices.isEmpty ? path[...] : path.dropFirst())
  }
  return vertices
}

/// A boundary while its rings are put together.
private struct OutlineParts {
  private var longitudes: [Double] = []
  private var latitudes: [Double] = []
  private var ringStarts = [0]
  private var polygonStarts: [Int] = []
  private var polygon = -1

  mutating func add(_ vertices: [Int32], of ring: OutlineGraph.Ring, _ graph: OutlineGraph) {
    if ring.polygon != polygon {
      polygon = ring.polygon
      polygonStarts.append(ringStarts.count - 1)
    }
    for vertex in vertices {
      longitudes.append(Double(graph.xs[Int(vertex)]) / 1e6)
      latitudes.append(Double(graph.ys[Int(vertex)]) / 1e6)
    }
    ringStarts.append(longitudes.count)
  }

  func boundary() -> Boundary {
    Boundary(
      longitudes: longitudes, latitudes: latitudes, ringStarts: ringStarts,
      polygonStarts: polygonStarts + [ringStarts.count - 1])
  }
}
