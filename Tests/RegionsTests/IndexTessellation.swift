import Regions

/// A made-up country of wiggly cells: each a neighborhood, 2 × 2 of them a subdistrict, 4 × 4 a
/// district. Districts belong to governorates by chance, so that these have exclaves and holes;
/// zones are chance unions of subdistricts, and stars drawn across everything.
struct IndexTessellation {
  private let side: Int
  private var numbers: SeededNumbers
  private var corners: [[Double]] = []
  private var bends: [[Int]: [Double]] = [:]

  init(side: Int, seed: UInt64) {
    self.side = side
    numbers = SeededNumbers(seed)
    for row in 0...side {
      for column in 0...side {
        // On the rim and on every fifth line exactly horizontal and vertical.
        let loose = row % 5 != 0 && column % 5 != 0
        let spread = loose ? 0.2 : 0
        corners.append([
          32 + Double(column) + .random(in: -spread...spread, using: &numbers),
          16 + Double(row) + .random(in: -spread...spread, using: &numbers),
        ])
      }
    }
  }

  mutating func catalog(without missing: Level?) throws -> RegionCatalog {
    let districts = (side + 3) / 4
    let owners = (0..<districts * districts).map { _ in
      Int.random(in: 0..<3, using: &numbers)
    }
    var groups: [Level: [String: [Int]]] = [:]
    var parents: [String: String] = [:]
    for cell in 0..<side * side {
      let (row, column) = cell.quotientAndRemainder(dividingBy: side)
      let district = row / 4 * districts + column / 4
      let subdistrict = row / 2 * side + column / 2
      // Ids run against the order of places.
      let chain: [(Level, String)] = [
        (.governorate, "G\(owners[district])"), (.district, "D\(900 - district)"),
        (.subdistrict, "S\(9_000 - subdistrict)"), (.neighborhood, "N\(9_000 - cell * 7 % 997)"),
      ].filter { $0.0 != missing }
      for (place, (level, id)) in chain.enumerated() {
        if level == .neighborhood, cell % 3 == 0 { continue }
        groups[level, default: [:]][id, default: []].append(cell)
        if place > 0 { parents[id] = chain[place - 1].1 }
      }
    }
    var regions: [Region] = []
    for (level, members) in groups.sorted(by: { $0.key < $1.key }) {
      for (id, cells) in members.sorted(by: { $0.key < $1.key }) {
        regions.append(IndexSamples.region(id, level, in: parents[id], outline(of: cells)))
      }
    }
    return try IndexSamples.catalog(regions + zones())
  }

  private mutating func zones() -> [Region] {
    (0..<5).map { zone in
      if zone < 3 {
        let cells = (0..<side * side).filter { _ in
          Int.random(in: 0..<3, using: &numbers) == 0
        }
        return IndexSamples.region("Z\(zone)", nil, outline(of: cells))
      }
      let star = (0..<14).flatMap { _ -> [Double] in
        let reach = 32...32 + Double(side)
        return [
          .random(in: reach, using: &numbers), .random(in: reach, using: &numbers) - 16,
        ]
      }
      return IndexSamples.region("Z\(zone)", nil, IndexSamples.boundary([star]))
    }
  }

  /// The rings around some cells, inner borders left out.
  private mutating func outline(of cells: [Int]) -> Boundary {
    var next: [Int: [Int]] = [:]
    for cell in cells {
      let corner = cell / side * (side + 1) + cell % side
      let ring = [corner, corner + 1, corner + side + 2, corner + side + 1, corner]
      for (from, to) in zip(ring, ring.dropFirst()) {
        if let place = next[to]?.firstIndex(of: from) {
          next[to]?.remove(at: place)
        } else {
          next[from, default: []].append(to)
        }
      }
    }
    var rings: [[[Double]]] = []
    for start in next.keys.sorted() {
      while var corner = next[start]?.popLast() {
        var ring = [start, corner]
        while corner != start, let following = next[corner]?.popLast() {
          corner = following
          ring.append(corner)
        }
        rings.append([zip(ring, ring.dropFirst()).flatMap { border(from: $0, to: $1) }])
      }
    }
    return IndexSamples.boundary(polygons: rings)
  }

  /// A corner and the bends on the way to the next, the same in both directions.
  private mutating func border(from: Int, to: Int) -> [Double] {
    let key = [min(from, to), max(from, to)]
    let (a, b) = (corners[key[0]], corners[key[1]])
    let isStraight = a[0] == b[0] || a[1] == b[1]
    var bend: [Double] = []
    if let known = bends[key] {
      bend = known
    } else if !isStraight {
      for part in [0.3, 0.6] {
        let (run, rise) = (b[0] - a[0], b[1] - a[1])
        let aside = Double.random(in: -0.1...0.1, using: &numbers)
        bend += [a[0] + run * part - rise * aside, a[1] + rise * part + run * aside]
      }
    }
    bends[key] = bend
    if from > to, bend.count == 4 { bend = [bend[2], bend[3], bend[0], bend[1]] }
    return corners[from] + bend
  }
}
