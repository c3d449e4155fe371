import BenchmarkInputs
import Regions

/// growth [COUNT…]: points a thread locates a second in made-up layers of so many regions.
@main
enum Growth {
  static func main() throws {
    let counts = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    for count in counts.isEmpty ? [700, 7_000, 70_000] : counts { try measure(count) }
  }

  private static func measure(_ count: Int) throws {
    let catalog = try Tessellation(count: count).catalog()
    let edges = catalog.regions.reduce(0) { $0 + $1.boundary.longitudes.count } / 2
    var index: RegionIndex?
    let time = Stopwatch.median(of: 1) { index = RegionIndex(catalog) }
    guard let index else { return }
    var writer = PackedWriter()
    index.pack(into: &writer)
    print(
      "\(catalog.regions.count - 1) regions, about \(edges) edges: built in \(time) s,",
      "\(writer.bytes.count) bytes, \(writer.bytes.count / edges) an edge")
    locate("  anywhere", .anywhere(in: catalog, count: 4_000_000), index)
    locate("  on borders", .onBorders(of: catalog, count: 1_000_000), index)
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
}
