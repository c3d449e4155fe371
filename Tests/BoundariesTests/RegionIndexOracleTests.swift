import Boundaries
import GEOS
import Regions
import TestSuites
import Testing

@Suite("P2: the index answers as GEOS does")
struct RegionIndexOracleTests {
  /// Points tried for each layer; two tasks, each with its own GEOS context, share them.
  static let pointsPerLayer = Sanitizer.isOn ? 10_000 : 1_000_000

  @Test(
    "For a million points of each shipped layer: vertices, neighbours of vertices, edges, any",
    arguments: ["governorate", "district", "subdistrict", "neighborhood", "zone"])
  func shippedLayer(level: String) async throws {
    let catalog = try ShippedLayersTests.loaded.get().catalog
    let index = RegionIndex(catalog)
    let coarse = RegionIndex(catalog, detail: .coarse)
    let outlines = catalog.regions.filter { $0.levelName == level }.map(\.boundary)
    let points = OraclePoints(outlines, count: Self.pointsPerLayer)
    #expect(points.longitudes.count >= Self.pointsPerLayer)
    let half = points.longitudes.count / 2
    let differences = try await withThrowingTaskGroup(of: [String].self) { group in
      for range in [0..<half, half..<points.longitudes.count] {
        group.addTask { try Self.differences(points, range, catalog, index) }
        group.addTask { Self.differences(points, range, coarse, index) }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(differences.isEmpty, "\(differences.count) differ, first \(differences.first ?? "")")
  }

  /// Where the index that is built quickly answers otherwise.
  private static func differences(
    _ points: OraclePoints, _ range: Range<Int>, _ coarse: RegionIndex, _ fine: RegionIndex
  ) -> [String] {
    let (longitudes, latitudes) = (
      Array(points.longitudes[range]), Array(points.latitudes[range])
    )
    let fast = coarse.locate(longitudes: longitudes, latitudes: latitudes)
    let sure = fine.locate(longitudes: longitudes, latitudes: latitudes)
    return fast.indices.compactMap { place in
      let (found, expected) = (fast[place], sure[place])
      let isSame =
        found.region == expected.region && found.ties == expected.ties
        && coarse.zones(in: found.zoneSet) == fine.zones(in: expected.zoneSet)
      return isSame ? nil : "\(longitudes[place]) \(latitudes[place]): coarse \(found)"
    }
  }

  private static func differences(
    _ points: OraclePoints, _ range: Range<Int>, _ catalog: RegionCatalog, _ index: RegionIndex
  ) throws -> [String] {
    let oracle = try CoverOracle(catalog)
    let batch = index.locate(
      longitudes: Array(points.longitudes[range]), latitudes: Array(points.latitudes[range]))
    var differences: [String] = []
    for number in range {
      let (longitude, latitude) = (points.longitudes[number], points.latitudes[number])
      let found = index.locate(longitude: longitude, latitude: latitude)
      let expected = try oracle.locate(longitude: longitude, latitude: latitude)
      guard
        found == batch[number - range.lowerBound] && found.region == expected.region
          && found.ties == expected.ties
          && index.zones(in: found.zoneSet) == expected.zones
      else {
        differences.append("\(longitude) \(latitude): \(found) instead of \(expected)")
        continue
      }
    }
    return differences
  }
}

/// What GEOS and the rule make of a point, without any index.
private struct CoverOracle {
  struct Answer {
    var region: RegionNumber?
    var ties: UInt8 = 0
    var zones: [RegionNumber] = []
  }

  private let catalog: RegionCatalog
  private let prepared: [PreparedGeometry?]
  private let levels: [UInt8?]
  private let parents: [RegionNumber]
  /// Regions whose box meets a cell of a plain grid, ascending.
  private let cells: [[Int]]
  private let box: BoundingBox
  private static let side = 128

  init(_ catalog: RegionCatalog) throws {
    self.catalog = catalog
    let context = try GEOSContext()
    prepared = try catalog.regions.map { region in
      guard !region.boundary.isEmpty else { return nil }
      let outline = region.boundary
      return try PreparedGeometry(
        context.polygons(
          PolygonCoordinates(
            longitudes: outline.longitudes, latitudes: outline.latitudes,
            ringStarts: outline.ringStarts, polygonStarts: outline.polygonStarts)))
    }
    levels = catalog.regions.map { $0.level?.rawValue }
    parents = catalog.regions.indices.map { catalog.parent(of: RegionNumber(Int32($0))) }
    var box = BoundingBox.empty
    for region in catalog.regions { box.grow(region.boundary.bounds) }
    self.box = box
    var cells = [[Int]](repeating: [], count: Self.side * Self.side)
    for (number, region) in catalog.regions.enumerated() where !region.boundary.isEmpty {
      let bounds = region.boundary.bounds
      for row in Self.cell(
        bounds.south, box.south, box.north)...Self.cell(
          bounds.north, box.south, box.north)
      {
        for column in Self.cell(
          bounds.west, box.west, box.east)...Self.cell(
            bounds.east, box.west, box.east)
        {
          cells[row * Self.side + column].append(number)
        }
      }
    }
    self.cells = cells
  }

  /// Values at the box's edges and beyond go to the outermost cells.
  private static func cell(_ value: Double, _ low: Double, _ high: Double) -> Int {
    let share = (value - low) / (high - low) * Double(side)
    return Int(min(max(share, 0), Double(side - 1)))
  }

  /// P2 word by word: coarsest level first, each among the children of the region just chosen.
  func locate(longitude: Double, latitude: Double) throws -> Answer {
    var answer = Answer()
    guard box.contains(longitude: longitude, latitude: latitude) else { return answer }
    let row = Self.cell(latitude, box.south, box.north)
    let column = Self.cell(longitude, box.west, box.east)
    var current = RegionNumber.country
    var covering = [UInt8](repeating: 0, count: 5)
    var reached: UInt8 = 0
    for number in cells[row * Self.side + column] {
      guard let shape = prepared[number],
        try shape.covers(longitude: longitude, latitude: latitude)
      else { continue }
      let region = RegionNumber(Int32(number))
      guard let level = levels[number] else {
        answer.zones.append(region)
        continue
      }
      covering[Int(level)] += 1
      if level > reached, parents[number] == current {
        current = region
        reached = level
        answer.region = region
      }
    }
    for level in 1...4 where covering[level] > 1 && isReached(level, answer.region) {
      answer.ties |= 1 << UInt8(level)
    }
    return answer
  }

  private func isReached(_ level: Int, _ region: RegionNumber?) -> Bool {
    guard let region, let own = levels[Int(region.value)] else { return false }
    return level <= Int(own)
  }
}

/// Points where an index could err: every vertex, the nearest doubles around it, points on edges
/// and at the heights of vertices, and points anywhere.
private struct OraclePoints: Sendable {
  private(set) var longitudes: [Double] = []
  private(set) var latitudes: [Double] = []
  private var random = SplitMix(state: 20_251_123)

  init(_ outlines: [Boundary], count: Int) {
    var box = BoundingBox.empty
    for outline in outlines { box.grow(outline.bounds) }
    for outline in outlines {
      for ring in 0..<outline.ringCount {
        for index in outline.vertices(ofRing: ring).dropLast() {
          addAround(outline, index, box)
        }
      }
    }
    let wide = BoundingBox(
      west: box.west - 0.01, south: box.south - 0.01, east: box.east + 0.01,
      north: box.north + 0.01)
    while longitudes.count < count {
      add(random.number(in: wide.west...wide.east), random.number(in: wide.south...wide.north))
    }
  }

  private mutating func add(_ longitude: Double, _ latitude: Double) {
    longitudes.append(longitude)
    latitudes.append(latitude)
  }

  private mutating func addAround(_ outline: Boundary, _ index: Int, _ box: BoundingBox) {
    let (x, y) = (outline.longitudes[index], outline.latitudes[index])
    let (nextX, nextY) = (outline.longitudes[index + 1], outline.latitudes[index + 1])
    for east in [x.nextDown, x, x.nextUp] {
      for north in [y.nextDown, y, y.nextUp] { add(east, north) }
    }
    add((x + nextX) / 2, (y + nextY) / 2)
    let share = random.number(in: 0...1)
    add(x + share * (nextX - x), y + share * (nextY - y))
    add(random.number(in: box.west...box.east), y)
    add(x, random.number(in: box.south...box.north))
  }
}

/// Steele, Lea and Flood's SplitMix64: small, seeded, the same everywhere.
private struct SplitMix {
  var state: UInt64

  mutating func number(in range: ClosedRange<Double>) -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    let unit = Double(mixed >> 11) * 0x1p-53
    return range.lowerBound + unit * (range.upperBound - range.lowerBound)
  }
}
