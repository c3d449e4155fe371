import Regions

/// Voronoi cells around chance points, one on each square of a grid, as regions of one level.
/// Neighbours share their wiggly borders exactly, coordinate for coordinate.
public struct Tessellation {
  private typealias Point = (x: Double, y: Double)
  /// An edge of a cell that is being cut out: where it begins, and the site beyond it.
  private typealias Edge = (start: Point, beyond: Int)

  private let side: Int
  private var sites: [Point] = []
  /// Cells so near to the rim are left out: their outlines are not finished.
  private static let rim = 3
  private static let wiggles = 12

  /// - Parameter count: about how many regions.
  public init(count: Int, seed: UInt64 = 1) {
    side = Int(Double(count).squareRoot().rounded()) + 2 * Self.rim
    var numbers = SeededNumbers(seed: seed)
    for row in 0..<side {
      for column in 0..<side {
        sites.append(
          (Double(column) + numbers.number(0.1, 0.9), Double(row) + numbers.number(0.1, 0.9)))
      }
    }
  }

  public func catalog() throws -> RegionCatalog {
    var regions: [Region] = []
    for row in Self.rim..<side - Self.rim {
      for column in Self.rim..<side - Self.rim {
        regions.append(region(row * side + column))
      }
    }
    let country = Region(
      id: "SY", kind: .level(.country), name: "Syria", parent: nil, country: "SY",
      boundary: .empty, areaSquareKilometers: 0, labelPoint: Coordinate(longitude: 0, latitude: 0))
    return try RegionCatalog(country: country, regions: regions)
  }

  private func region(_ site: Int) -> Region {
    let edges = cell(of: site)
    var ring: [Point] = []
    for (place, edge) in edges.enumerated() {
      let before = edges[(place + edges.count - 1) % edges.count].beyond
      let after = edges[(place + 1) % edges.count].beyond
      let border = border(
        between: site, and: edge.beyond, from: corner(site, before, edge.beyond),
        to: corner(site, edge.beyond, after))
      ring += border.dropLast()
    }
    ring.append(ring[0])
    // On Syria's part of the world, so that coordinates have as many digits as real ones.
    let scale = 6 / Double(side)
    return Region(
      id: RegionID("V\(1_000_000 + site)"), kind: .level(.governorate), name: "V\(site)",
      parent: nil, country: "SY",
      boundary: Boundary(
        longitudes: ring.map { 36 + $0.x * scale }, latitudes: ring.map { 32 + $0.y * scale },
        ringStarts: [0, ring.count], polygonStarts: [0, 1]),
      areaSquareKilometers: 1, labelPoint: Coordinate(longitude: 36, latitude: 32))
  }

  /// A square around a site, cut by the middle lines to all sites near it.
  private func cell(of site: Int) -> [Edge] {
    let center = sites[site]
    var edges: [Edge] = [
      ((center.x - 4, center.y - 4), -1), ((center.x + 4, center.y - 4), -2),
      ((center.x + 4, center.y + 4), -3), ((center.x - 4, center.y + 4), -4),
    ]
    let (row, column) = (site / side, site % side)
    for otherRow in max(0, row - 3)...min(side - 1, row + 3) {
      for otherColumn in max(0, column - 3)...min(side - 1, column + 3) {
        let other = otherRow * side + otherColumn
        if other != site { cut(&edges, center, beyond: other) }
      }
    }
    return edges
  }

  private func cut(_ edges: inout [Edge], _ center: Point, beyond other: Int) {
    let site = sites[other]
    let run = site.x - center.x
    let rise = site.y - center.y
    let middle = ((site.x + center.x) / 2, (site.y + center.y) / 2)
    let sides = edges.map { run * ($0.start.x - middle.0) + rise * ($0.start.y - middle.1) }
    guard sides.contains(where: { $0 > 0 }) else { return }
    var kept: [Edge] = []
    for place in edges.indices {
      let next = (place + 1) % edges.count
      let (here, there) = (sides[place], sides[next])
      let share = here / (here - there)
      let (from, to) = (edges[place].start, edges[next].start)
      let crossing = (from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
      if here <= 0 { kept.append(edges[place]) }
      if here <= 0, there > 0 { kept.append((crossing, other)) }
      if here > 0, there <= 0 { kept.append((crossing, edges[place].beyond)) }
    }
    edges = kept
  }

  /// Where three cells meet, computed from the sites in one order so that it is one point.
  private func corner(_ one: Int, _ two: Int, _ three: Int) -> Point {
    let order = [one, two, three].sorted()
    let (a, b, c) = (sites[order[0]], sites[order[1]], sites[order[2]])
    let (bx, by, cx, cy) = (b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y)
    let double = 2 * (bx * cy - by * cx)
    let (bb, cc) = (bx * bx + by * by, cx * cx + cy * cy)
    return (a.x + (cy * bb - by * cc) / double, a.y + (bx * cc - cx * bb) / double)
  }

  /// A wiggly line with both ends; the same for both cells beside it.
  private func border(
    between one: Int, and other: Int, from start: Point, to end: Point
  ) -> [Point] {
    let isForward = (start.x, start.y) <= (end.x, end.y)
    let (from, to) = isForward ? (start, end) : (end, start)
    var numbers = SeededNumbers(seed: UInt64(min(one, other) * 1_000_003 + max(one, other)))
    let (run, rise) = (to.x - from.x, to.y - from.y)
    var line = [from]
    for step in 1..<Self.wiggles {
      let share = (Double(step) + numbers.number(-0.3, 0.3)) / Double(Self.wiggles)
      let away = numbers.number(-0.06, 0.06) * min(1, 4 * min(share, 1 - share))
      line.append((from.x + run * share - rise * away, from.y + rise * share + run * away))
    }
    line.append(to)
    return isForward ? line : line.reversed()
  }
}
