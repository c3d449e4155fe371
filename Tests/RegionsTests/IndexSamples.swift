import Regions

/// Random numbers that are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Outlines and catalogues for tests of the index.
enum IndexSamples {
  /// Rings of `[x, y, x, y …]`, closed here; the first is the shell, the others are its holes.
  static func boundary(_ rings: [[Double]]) -> Boundary { boundary(polygons: [rings]) }

  static func boundary(polygons: [[[Double]]]) -> Boundary {
    var (xs, ys): ([Double], [Double]) = ([], [])
    var ringStarts = [0]
    var polygonStarts = [0]
    for rings in polygons {
      for ring in rings {
        let closed = ring + ring.prefix(2)
        xs += stride(from: 0, to: closed.count, by: 2).map { closed[$0] }
        ys += stride(from: 1, to: closed.count, by: 2).map { closed[$0] }
        ringStarts.append(xs.count)
      }
      polygonStarts.append(ringStarts.count - 1)
    }
    return Boundary(
      longitudes: xs, latitudes: ys, ringStarts: ringStarts, polygonStarts: polygonStarts)
  }

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Double] {
    [west, south, east, south, east, north, west, north]
  }

  /// A region of a level, or a zone where there is none.
  static func region(
    _ id: String, _ level: Level?, in parent: String? = nil, _ boundary: Boundary
  ) -> Region {
    Region(
      id: RegionID(id), kind: level.map(Region.Kind.level) ?? .zone, name: id,
      parent: parent.map { RegionID($0) }, country: "SY", boundary: boundary,
      areaSquareKilometers: 1, labelPoint: Coordinate(longitude: 0, latitude: 0))
  }

  static func catalog(_ regions: [Region]) throws -> RegionCatalog {
    try RegionCatalog(country: region("SY", .country, .empty), regions: regions)
  }

  /// The eight doubles around a point, and the point.
  static func neighborhood(_ point: Coordinate) -> [Coordinate] {
    let (x, y) = (point.longitude, point.latitude)
    return [x.nextDown, x, x.nextUp].flatMap { x in
      [y.nextDown, y, y.nextUp].map { Coordinate(longitude: x, latitude: $0) }
    }
  }

  /// Points that are hard to place: vertices, middles of edges, both with all doubles around
  /// them, and points with the longitude of one vertex and the latitude of another.
  static func hardPoints(
    of catalog: RegionCatalog, everyVertex step: Int, _ numbers: inout SeededNumbers
  ) -> [Coordinate] {
    var vertices: Set<Coordinate> = []
    var middles: Set<Coordinate> = []
    for outline in catalog.regions.map(\.boundary) where !outline.isEmpty {
      for index in outline.longitudes.indices.dropLast() {
        let (x, y) = (outline.longitudes[index], outline.latitudes[index])
        vertices.insert(Coordinate(longitude: x, latitude: y))
        middles.insert(
          Coordinate(
            longitude: (x + outline.longitudes[index + 1]) / 2,
            latitude: (y + outline.latitudes[index + 1]) / 2))
      }
    }
    let order: (Coordinate, Coordinate) -> Bool = {
      ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude)
    }
    let ends = vertices.sorted(by: order)
    let halves = middles.sorted(by: order)
    var points = ends + halves
    for index in stride(from: 0, to: ends.count, by: step) {
      points += neighborhood(ends[index])
      points += neighborhood(halves[index % halves.count])
      let other = Int.random(in: ends.indices, using: &numbers)
      points.append(Coordinate(longitude: ends[index].longitude, latitude: ends[other].latitude))
    }
    return points
  }

  static func randomPoints(
    in box: BoundingBox, count: Int, _ numbers: inout SeededNumbers
  ) -> [Coordinate] {
    (0..<count).map { _ in
      Coordinate(
        longitude: .random(in: box.west...box.east, using: &numbers),
        latitude: .random(in: box.south...box.north, using: &numbers))
    }
  }
}
