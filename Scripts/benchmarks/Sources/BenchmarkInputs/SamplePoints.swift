import Regions

/// Points to locate, the same for the same seed.
public struct SamplePoints: Sendable {
  public private(set) var longitudes: [Double] = []
  public private(set) var latitudes: [Double] = []

  public var count: Int { longitudes.count }

  private mutating func add(_ longitude: Double, _ latitude: Double) {
    longitudes.append(longitude)
    latitudes.append(latitude)
  }

  private static func box(_ catalog: RegionCatalog) -> BoundingBox {
    catalog.regions.reduce(into: .empty) { $0.grow($1.boundary.bounds) }
  }

  /// Anywhere in the box around all regions.
  public static func anywhere(in catalog: RegionCatalog, count: Int, seed: UInt64 = 1) -> Self {
    let box = box(catalog)
    var numbers = SeededNumbers(seed: seed)
    var points = SamplePoints()
    for _ in 0..<count {
      points.add(numbers.number(box.west, box.east), numbers.number(box.south, box.north))
    }
    return points
  }

  /// In turn: a vertex, the middle of an edge, and a point some ten metres beside one.
  public static func onBorders(of catalog: RegionCatalog, count: Int, seed: UInt64 = 1) -> Self {
    let outlines = catalog.regions.map(\.boundary).filter { !$0.isEmpty }
    var numbers = SeededNumbers(seed: seed)
    var points = SamplePoints()
    for number in 0..<count {
      let outline = outlines[numbers.whole(below: outlines.count)]
      let vertex = numbers.whole(below: outline.longitudes.count - 1)
      let (x, y) = (outline.longitudes[vertex], outline.latitudes[vertex])
      switch number % 3 {
      case 0: points.add(x, y)
      case 1:
        points.add(
          (x + outline.longitudes[vertex + 1]) / 2, (y + outline.latitudes[vertex + 1]) / 2)
      default: points.add(x + numbers.number(-1e-4, 1e-4), y + numbers.number(-1e-4, 1e-4))
      }
    }
    return points
  }

  /// All within some metres of one point, far from any border or not.
  public static func inOneCell(of catalog: RegionCatalog, count: Int, seed: UInt64 = 1) -> Self {
    let center = catalog.regions[1].labelPoint
    var numbers = SeededNumbers(seed: seed)
    var points = SamplePoints()
    for _ in 0..<count {
      points.add(
        center.longitude + numbers.number(-1e-4, 1e-4),
        center.latitude + numbers.number(-1e-4, 1e-4))
    }
    return points
  }

  /// All beyond every region.
  public static func outside(_ catalog: RegionCatalog, count: Int, seed: UInt64 = 1) -> Self {
    let box = box(catalog)
    var numbers = SeededNumbers(seed: seed)
    var points = SamplePoints()
    for _ in 0..<count {
      points.add(box.east + numbers.number(0.5, 50), numbers.number(box.south, box.north))
    }
    return points
  }
}
