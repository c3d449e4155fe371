import Regions
import Testing

@Suite("Many regions in one place are told apart")
struct IndexCrowdTests {
  @Test("Two hundred regions meet in one vertex")
  func fan() throws {
    // Rim points on a square, so that all coordinates are short.
    let rim: [(Double, Double)] = (0..<200).map { step in
      let (side, along) = (step / 50, Double(step % 50) / 8)
      let far = 50.0 / 8
      let (x, y) = [(along, 0), (far, along), (far - along, far), (0, far - along)][side]
      return (8 + x, 8 + y)
    }
    let regions = rim.indices.map { index in
      let (a, b) = (rim[index], rim[(index + 1) % rim.count])
      return IndexSamples.region(
        "R\(1_000 + index)", .governorate, IndexSamples.boundary([[11, 11, a.0, a.1, b.0, b.1]]))
    }
    let zones = (0..<9).map { index in
      let (a, b) = (rim[index * 20], rim[index * 20 + 15])
      return IndexSamples.region(
        "Z\(index)", nil, IndexSamples.boundary([[11, 11, a.0, a.1, b.0, b.1]]))
    }
    let catalog = try IndexSamples.catalog(regions + zones)
    var numbers = SeededNumbers(7)
    var points = IndexSamples.hardPoints(of: catalog, everyVertex: 4, &numbers)
    let box = BoundingBox(west: 10.999, south: 10.999, east: 11.001, north: 11.001)
    points += IndexSamples.randomPoints(in: box, count: 300, &numbers)
    points += IndexSamples.neighborhood(Coordinate(longitude: 11, latitude: 11))
    #expect(IndexComparison.differences(catalog, points).prefix(5).isEmpty)
    let center = RegionIndex(catalog).locate(longitude: 11, latitude: 11)
    #expect(center.region.map { catalog[$0].id } == "R1000")
    #expect(RegionIndex(catalog).zones(in: center.zoneSet).count == 9)
  }

  @Test("A hundred zones share one border, and twenty cross one another")
  func stacked() throws {
    let stacked = (0..<100).map { index in
      IndexSamples.region(
        "A\(100 + index)", nil,
        IndexSamples.boundary([
          index % 2 == 0 ? [4, 4, 8, 5, 6, 9] : [4, 4, 8, 5, 9, 1]
        ]))
    }
    let crossing = (0..<20).map { index in
      let shift = Double(index) / 16
      return IndexSamples.region(
        "B\(100 + index)", nil,
        IndexSamples.boundary([[4 + shift, 2, 8 - shift, 8, 8.5 - shift, 8, 5 + shift, 2]]))
    }
    let catalog = try IndexSamples.catalog(stacked + crossing)
    var numbers = SeededNumbers(8)
    var points = IndexSamples.hardPoints(of: catalog, everyVertex: 8, &numbers)
    points += IndexSamples.randomPoints(
      in: BoundingBox(west: 3, south: 1, east: 9, north: 9), count: 300, &numbers)
    #expect(IndexComparison.differences(catalog, points).prefix(5).isEmpty)
  }

  /// Without optimisation building takes minutes, so the town is smaller then.
  private static var townSide: Int {
    #if DEBUG
      70
    #else
      265
    #endif
  }

  /// A town of small squares, and far away one that makes the grid large.
  @Test("Seventy thousand small regions crowded in one corner")
  func town() throws {
    let side = Self.townSide
    let step = 0x1p-12
    var regions = (0..<side * side).map { cell in
      let (row, column) = cell.quotientAndRemainder(dividingBy: side)
      let (x, y) = (36 + Double(column) * step, 35 + Double(row) * step)
      return IndexSamples.region(
        "R\(100_000 + cell)", .governorate,
        IndexSamples.boundary([IndexSamples.box(x, y, x + step, y + step)]))
    }
    regions.append(
      IndexSamples.region(
        "Z", .governorate, IndexSamples.boundary([IndexSamples.box(60, 60, 61, 61)])))
    let index = RegionIndex(try IndexSamples.catalog(regions))
    var numbers = SeededNumbers(9)
    for _ in 0..<5_000 {
      // Half of them on the borders.
      let (column, row) = (
        Double.random(in: -1...Double(side + 1), using: &numbers),
        Double.random(in: -1...Double(side + 1), using: &numbers)
      )
      let isOnBorder = Bool.random(using: &numbers)
      let (x, y) = isOnBorder ? (column.rounded(), row) : (column, row)
      let found = index.locate(longitude: 36 + x * step, latitude: 35 + y * step)
      let (lowX, lowY) = (x == x.rounded() ? x - 1 : x.rounded(.down), y.rounded(.down))
      let columns = [lowX, x.rounded(.down)].filter { (0..<Double(side)).contains($0) }
      let isInside = (0..<Double(side)).contains(lowY) && !columns.isEmpty
      let expected = isInside ? Int(lowY) * side + Int(columns[0]) + 1 : nil
      #expect(found.region.map { Int($0.value) } == expected)
      #expect(found.ties == (isInside && Set(columns).count > 1 ? 2 : 0))
    }
  }
}
