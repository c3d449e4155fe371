import BenchmarkInputs
import Boundaries
import GEOS
import Regions

/// How many points a thread locates a second, beside reading the arrays alone, and beside GEOS.
enum Locating {
  static func shipped(_ geodata: String) throws {
    let catalog = try BoundaryLoader.load(geodata: geodata).catalog
    var built: RegionIndex?
    for detail in RegionIndex.Detail.allCases {
      let time = Stopwatch.median(of: 3) { built = RegionIndex(catalog, detail: detail) }
      print("build \(detail): \(time) s, \(size(of: built)) bytes")
    }
    let index = RegionIndex(catalog)
    let anywhere = SamplePoints.anywhere(in: catalog, count: 4_000_000)
    let reading = Stopwatch.median { readAlone(anywhere) }
    Stopwatch.print("reading both arrays", anywhere.count, "points", reading)
    let kinds: [(String, SamplePoints)] = [
      ("anywhere", anywhere), ("on borders", .onBorders(of: catalog, count: 1_000_000)),
      ("in one cell", .inOneCell(of: catalog, count: 1_000_000)),
      ("outside", .outside(catalog, count: 1_000_000)),
    ]
    for (name, points) in kinds { locate(name, points, index) }
    locate("anywhere, coarse", anywhere, RegionIndex(catalog, detail: .coarse))
    try prepared(catalog)
  }

  /// Growth: so many regions as a tessellation has.
  static func growth(_ counts: [Int]) throws {
    for count in counts {
      let catalog = try Tessellation(count: count).catalog()
      let edges = catalog.regions.reduce(0) { $0 + $1.boundary.longitudes.count } / 2
      var index: RegionIndex?
      let time = Stopwatch.median(of: 1) { index = RegionIndex(catalog) }
      guard let index else { return }
      print(
        "\(catalog.regions.count - 1) regions, about \(edges) edges: built in \(time) s,",
        "\(size(of: index)) bytes, \(size(of: index) / edges) an edge")
      locate("  anywhere", .anywhere(in: catalog, count: 4_000_000), index)
      locate("  on borders", .onBorders(of: catalog, count: 1_000_000), index)
    }
  }

  private static func locate(_ name: String, _ points: SamplePoints, _ index: RegionIndex) {
    var locations = [RegionIndex.Location](repeating: .nowhere, count: points.count)
    let time = Stopwatch.median {
      var output = locations.mutableSpan
      index.locate(
        longitudes: points.longitudes.span, latitudes: points.latitudes.span, into: &output)
    }
    let found = locations.count { $0.region != nil }
    Stopwatch.print(
      "\(name) (\(found * 100 / points.count) % inside)", points.count, "points", time)
  }

  private static func readAlone(_ points: SamplePoints) {
    var sum = 0.0
    for place in points.longitudes.indices {
      sum += points.longitudes[place] + points.latitudes[place]
    }
    if sum == 1 { print(sum) }
  }

  /// GEOS as it is commonly used: a scan of bounding boxes, then prepared geometries.
  private static func prepared(_ catalog: RegionCatalog) throws {
    let context = try GEOSContext()
    var shapes: [(box: BoundingBox, shape: PreparedGeometry)] = []
    for region in catalog.regions where !region.boundary.isEmpty {
      let outline = region.boundary
      let geometry = try context.polygons(
        PolygonCoordinates(
          longitudes: outline.longitudes, latitudes: outline.latitudes,
          ringStarts: outline.ringStarts, polygonStarts: outline.polygonStarts))
      shapes.append((outline.bounds, try PreparedGeometry(geometry)))
    }
    let points = SamplePoints.anywhere(in: catalog, count: 100_000)
    var found = 0
    let time = try Stopwatch.median(of: 3) {
      for place in points.longitudes.indices {
        let (x, y) = (points.longitudes[place], points.latitudes[place])
        for (box, shape) in shapes where box.contains(longitude: x, latitude: y) {
          if try shape.covers(longitude: x, latitude: y) { found += 1 }
        }
      }
    }
    Stopwatch.print("GEOS prepared, box scan (\(found))", points.count, "points", time)
  }

  private static func size(of index: RegionIndex?) -> Int {
    var writer = PackedWriter()
    index?.pack(into: &writer)
    return writer.bytes.count
  }
}
