import Benchmark
import BenchmarkInputs
import Boundaries
import GEOS
import Regions

/// Points found in all shipped layers together, levels and zones in one pass, by one thread.
func locating() {
  for detail in RegionIndex.Detail.allCases {
    Benchmark("build-\(detail)-index") { benchmark in
      let catalog = try shipped.get().catalog
      for _ in benchmark.scaledIterations { blackHole(RegionIndex(catalog, detail: detail)) }
    }
  }
  let kinds: [(String, @Sendable (RegionCatalog, Int) -> SamplePoints)] = [
    ("anywhere", { .anywhere(in: $0, count: $1) }),
    ("on-borders", { .onBorders(of: $0, count: $1) }),
    ("in-one-cell", { .inOneCell(of: $0, count: $1) }),
    ("outside", { .outside($0, count: $1) }),
  ]
  for (kind, points) in kinds {
    Benchmark("locate-\(kind)", configuration: .init(scalingFactor: .mega)) { benchmark in
      let catalog = try shipped.get().catalog
      let index = RegionIndex(catalog)
      let points = points(catalog, benchmark.scaledIterations.count)
      var locations = [RegionIndex.Location](repeating: .nowhere, count: points.count)
      benchmark.startMeasurement()
      var output = locations.mutableSpan
      index.locate(
        longitudes: points.longitudes.span, latitudes: points.latitudes.span, into: &output)
      benchmark.stopMeasurement()
      blackHole(locations)
    }
  }
  Benchmark(
    "locate-by-prepared-GEOS", configuration: .init(scalingFactor: .kilo)
  ) { benchmark in
    let catalog = try shipped.get().catalog
    let shapes = try preparedRegions(of: catalog)
    let points = SamplePoints.anywhere(in: catalog, count: benchmark.scaledIterations.count)
    benchmark.startMeasurement()
    for place in points.longitudes.indices {
      let (x, y) = (points.longitudes[place], points.latitudes[place])
      for (box, shape) in shapes where box.contains(longitude: x, latitude: y) {
        blackHole(try shape.covers(longitude: x, latitude: y))
      }
    }
    benchmark.stopMeasurement()
  }
}

/// GEOS as it is commonly used.
private func preparedRegions(
  of catalog: RegionCatalog
) throws -> [(box: BoundingBox, shape: PreparedGeometry)] {
  let context = try GEOSContext()
  return try catalog.regions.filter { !$0.boundary.isEmpty }.map { region in
    let outline = region.boundary
    let geometry = try context.polygons(
      PolygonCoordinates(
        longitudes: outline.longitudes, latitudes: outline.latitudes,
        ringStarts: outline.ringStarts, polygonStarts: outline.polygonStarts))
    return (outline.bounds, try PreparedGeometry(geometry))
  }
}
