/// Builds a `RegionGrid`: sorts edges into cells, divides cells, and carries the state from one
/// cell's reference to the next by counting the edges in between.
struct GridBuilder {
  let frame: GridFrame
  let edges: EdgeTable
  let positions: EdgePositions
  var cells: [RegionGrid.Cell] = []
  var borderCells: [RegionGrid.BorderCell] = []
  var borderEdges: [RegionGrid.BorderEdge] = []
  var faces: [RegionGrid.Face] = []
  var states: CoverStates
  var foreseen = ZoneForesight()
  private let detail: RegionIndex.Detail

  /// A point of a cell, with the edges of that cell and the state at the point.
  struct Station {
    let point: Vertex
    let edges: ArraySlice<Int32>
    let state: Int32
  }

  init(_ catalog: RegionCatalog, detail: RegionIndex.Detail = .fine) {
    let edges = EdgeTable(catalog.regions)
    let frame = GridFrame(edges.bounds, edges: edges.count, detail: detail)
    self.edges = edges
    self.detail = detail
    self.frame = frame
    positions = EdgePositions(edges, in: frame)
    states = CoverStates(ChainRule(catalog))
  }

  mutating func build() -> RegionGrid {
    let coarse = Tile(column: 0, row: 0, bits: GridFrame.depthBits + frame.coarseBits)
    let side = 1 << frame.coarseBits
    cells = [RegionGrid.Cell](repeating: .state(0), count: side * side)
    let all = Array(Int32(0)..<Int32(edges.count))
    let lists = EdgeLists(of: all[...], positions, in: coarse, side: side)
    let corner = coarse.part(column: 0, row: 0, of: side).vertex(0.5, 0.5, in: frame)
    fill(coarse, side: side, at: 0, lists, from: Station(point: corner, edges: [], state: 0))
    foreseeCrowdedZones()
    states.close()
    return RegionGrid(
      frame: frame, cells: cells, borderCells: borderCells, borderEdges: borderEdges,
      faces: faces, kinds: edges.combinations, states: states)
  }

  /// Fills in the cells of a tile divided into `side * side` parts, row by row.
  private mutating func fill(
    _ tile: Tile, side: Int, at base: Int, _ lists: EdgeLists, from start: Station
  ) {
    var rowStart = start
    for row in 0..<side {
      var station = rowStart
      for column in 0..<side {
        let part = tile.part(column: column, row: row, of: side)
        let place = row * side + column
        station = self.station(in: part, lists[place], from: station)
        if column == 0 { rowStart = station }
        cells[base + place] = cell(part, station)
      }
    }
  }

  private mutating func cell(_ tile: Tile, _ station: Station) -> RegionGrid.Cell {
    if station.edges.isEmpty { return .state(station.state) }
    guard isWorthDividing(tile, station.edges) else { return addBorderCell(tile, station) }
    let side = 1 << GridFrame.blockBits
    let base = cells.count
    cells.append(contentsOf: repeatElement(.state(0), count: side * side))
    let lists = EdgeLists(of: station.edges, positions, in: tile, side: side)
    fill(tile, side: side, at: base, lists, from: station)
    return .block(base)
  }

  /// Coarse cells are divided wherever a border runs, unless the index is to be built quickly;
  /// finer ones for the ends of many edges only: so the index grows with the number of edges, also where long edges run side by side.
  private func isWorthDividing(_ tile: Tile, _ list: ArraySlice<Int32>) -> Bool {
    if tile.bits == GridFrame.depthBits, detail == .fine { return true }
    guard tile.bits >= GridFrame.blockBits, list.count > 8 else { return false }
    let inside = list.count { edge in
      let local = tile.local(positions.first[Int(edge)])
      return local.x >= 0 && local.x <= 1 && local.y >= 0 && local.y <= 1
    }
    return inside > 4 && inside * 4 >= list.count
  }

  /// The way from one cell to a cell beside it, or into a part of it.
  private mutating func station(
    in tile: Tile, _ list: ArraySlice<Int32>, from station: Station
  ) -> Station {
    let point = list.isEmpty ? tile.vertex(0.5, 0.5, in: frame) : reference(in: tile, list)
    var state = station.state
    forEachOnce(station.edges, list) { edge in
      let first = edges.first[Int(edge)]
      let second = edges.second[Int(edge)]
      let before = Orientation.sign(first, second, station.point)
      let after = Orientation.sign(first, second, point)
      // An edge ahead can have the station on its line: then it is not crossed.
      guard before * after < 0 else { return }
      if RegionGrid.separates(first, second, station.point, point) {
        state = states.step(from: state, across: edges.kinds[Int(edge)], of: edges.combinations)
      }
    }
    return Station(point: point, edges: list, state: state)
  }

  /// Every edge of two ascending lists once.
  private func forEachOnce(
    _ left: ArraySlice<Int32>, _ right: ArraySlice<Int32>, _ body: (Int32) -> Void
  ) {
    var one = left.startIndex
    var other = right.startIndex
    while one < left.endIndex || other < right.endIndex {
      let leftEdge = one < left.endIndex ? left[one] : .max
      let rightEdge = other < right.endIndex ? right[other] : .max
      if leftEdge <= rightEdge { one += 1 }
      if rightEdge <= leftEdge { other += 1 }
      body(min(leftEdge, rightEdge))
    }
  }

  /// A point well inside a cell and well beside the lines of all its edges.
  private func reference(in tile: Tile, _ list: ArraySlice<Int32>) -> Vertex {
    var best = (x: 0.5, y: 0.5, distance: -1.0)
    // Points spread evenly: multiples of the plastic number's powers (R2 sequence).
    var x = 0.463
    var y = 0.541
    for _ in 0..<64 {
      let distance = distance(from: Vertex(x: x, y: y), in: tile, list, over: best.distance)
      if distance > best.distance { best = (x, y, distance) }
      if best.distance > 1e-3 { break }
      x = 0.1 + 0.8 * (x + 0.754_877_666_246_693).truncatingRemainder(dividingBy: 1)
      y = 0.1 + 0.8 * (y + 0.569_840_290_998_053).truncatingRemainder(dividingBy: 1)
    }
    return tile.vertex(best.x, best.y, in: frame)
  }

  /// The distance to the nearest line of an edge, in parts of the cell; less exactly where it is
  /// below `least`.
  private func distance(
    from point: Vertex, in tile: Tile, _ list: ArraySlice<Int32>, over least: Double
  ) -> Double {
    var nearest = Double.infinity
    for edge in list {
      let a = tile.local(positions.first[Int(edge)])
      let b = tile.local(positions.second[Int(edge)])
      let run = b.x - a.x
      let rise = b.y - a.y
      let length = (run * run + rise * rise).squareRoot()
      guard length > 0 else { continue }
      nearest = min(nearest, abs(run * (point.y - a.y) - rise * (point.x - a.x)) / length)
      if nearest < least { break }
    }
    return nearest
  }
}
