import Boundaries
import Regions
import Testing

@Suite("The lint finds overlaps, gaps, regions outside their parents, and swapped axes")
struct LayerLintTests {
  let layers: TemporaryLayers

  init() throws { layers = try TemporaryLayers() }

  private func check(_ features: [String]) throws -> [LayerIssue] {
    let path = try layers.write(Layer.collection(features))
    return try BoundaryLoader.check(
      geodata: Checkout.geodata, layers: [UserLayer(path: path)]
    ).issues
  }

  struct Family {
    let children: [(String, Double, Double)]
    let rule: LayerRule
    let region: RegionID
    let inside: ClosedRange<Double>
  }

  @Test(
    "One faulty cell of known area is found with its size and place, and nothing else is",
    arguments: [
      Family(
        children: [("B", 0, 2), ("C", 1, 3)], rule: .overlap, region: "B", inside: 1...2),
      Family(children: [("B", 0, 1), ("C", 2, 3)], rule: .gap, region: "A", inside: 1...2),
      Family(
        children: [("B", 0, 2), ("C", 2, 4)], rule: .nesting, region: "C", inside: 3...4),
    ])
  func knownArea(family: Family) throws {
    let parent = Layer.feature("A", "governorate", parent: "XX", coordinates: Layer.cells(0, 3))
    let children = family.children.map { id, from, to in
      Layer.feature(id, "district", parent: "A", coordinates: Layer.cells(from, to))
    }
    let issues = try check([parent] + children)
    #expect(issues.map(\.rule) == [family.rule])
    let issue = try #require(issues.first)
    #expect(issue.severity == .warning && issue.region == family.region)
    #expect(abs(try #require(issue.areaSquareKilometers) - Layer.cellArea) < 0.001)
    let location = try #require(issue.location)
    #expect(family.inside.contains(location.longitude) && (0...1).contains(location.latitude))
    #expect(issue.outline?.polygonCount == 1)
  }

  @Test("Regions that fill their parent exactly give nothing to say")
  func clean() throws {
    let issues = try check([
      Layer.feature("A", "governorate", parent: "XX", coordinates: Layer.cells(0, 3)),
      Layer.feature("B", "district", parent: "A", coordinates: Layer.cells(0, 2)),
      Layer.feature("C", "district", parent: "A", coordinates: Layer.cells(2, 3)),
      Layer.feature("N", "neighborhood", parent: "B", coordinates: Layer.cells(0, 0.1)),
    ])
    #expect(issues == [])
  }

  @Test("Overlaps under 1,000 m² are slivers of rounding, and are left alone")
  func slivers() throws {
    let issues = try check([
      Layer.feature("A", "governorate", coordinates: Layer.cells(0, 1.000_000_01)),
      Layer.feature("B", "governorate", coordinates: Layer.cells(1, 2)),
    ])
    #expect(issues == [])
  }

  @Test("A child that lies in its parent only with its axes exchanged is suspected of that")
  func swappedChild() throws {
    let issues = try check([
      Layer.feature(
        "A", "governorate",
        coordinates: Layer.rectangle(west: 40, south: 33, east: 42, north: 35)),
      Layer.feature(
        "B", "district", parent: "A",
        coordinates: Layer.rectangle(west: 33, south: 40, east: 35, north: 42)),
    ])
    let issue = try #require(issues.first { $0.rule == .axisOrder })
    #expect(issue.region == "B" && issue.severity == .warning)
    #expect(!issues.contains { $0.rule == .nesting || $0.rule == .gap })
  }

  @Test(
    "A layer of Syria with its axes exchanged is suspected too, though all numbers are in range")
  func swappedLayer() throws {
    let issues = try check([
      Layer.feature(
        "SY08", "governorate", country: "SY",
        coordinates: Layer.rectangle(west: 36, south: 39, east: 37, north: 41))
    ])
    #expect(issues.filter { $0.severity > .note }.map(\.rule) == [.axisOrder])
  }

  @Test("Rings that turn the other way are one note a file")
  func winding() throws {
    let clockwise = "[[[0,0],[0,1],[1,1],[1,0],[0,0]]]"
    let issues = try check([
      Layer.feature("A", "zone", coordinates: clockwise),
      Layer.feature("B", "zone", coordinates: clockwise),
    ])
    #expect(issues.map(\.rule) == [.winding])
    #expect(issues.map(\.severity) == [.note])
  }

  @Test("A region below the coarsest level that names no parent is a warning")
  func noParent() throws {
    let issues = try check([
      Layer.feature("A", "governorate", parent: "XX", coordinates: Layer.cells(0, 3)),
      Layer.feature("B", "district", coordinates: Layer.cells(0, 3)),
    ])
    #expect(issues.map(\.rule) == [.unknownParent])
    #expect(issues.map(\.region) == ["B"])
  }

  @Test("The shipped layers nest, but for two neighborhoods that leave their subdistricts a little")
  func shipped() throws {
    let report = try BoundaryLoader.check(geodata: Checkout.geodata)
    #expect(report.issues.map(\.rule) == [.nesting, .nesting])
    #expect(report.issues.map(\.region) == ["N0110", "N0246"])
    #expect(report.issues.allSatisfy { ($0.areaSquareKilometers ?? 1) < 0.02 })
    #expect(report.regionCounts["abroad"] == 8 && report.regionCounts["governorate"] == 14)
  }
}
