/// Where the ends of all edges lie, in units of the grid's finest cells.
struct EdgePositions {
  let first: [Vertex]
  let second: [Vertex]

  init(_ edges: EdgeTable, in frame: GridFrame) {
    first = edges.first.map { frame.position($0) }
    second = edges.second.map { frame.position($0) }
  }
}

/// For each part of a divided cell the edges that run through it, ascending.
struct EdgeLists {
  private let starts: [Int32]
  private let edges: [Int32]

  init(of list: ArraySlice<Int32>, _ positions: EdgePositions, in tile: Tile, side: Int) {
    let raster = Raster(side: side)
    let scale = Double(side) / Double(1 << tile.bits)
    var places: [Int32] = []
    var members: [Int32] = []
    var starts = [Int32](repeating: 0, count: side * side + 1)
    for edge in list {
      let from = positions.first[Int(edge)].relative(to: tile, scale: scale)
      let to = positions.second[Int(edge)].relative(to: tile, scale: scale)
      raster.forEachCell(from: from, to: to) { place in
        places.append(Int32(place))
        members.append(edge)
        starts[place + 1] += 1
      }
    }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    var edges = [Int32](repeating: 0, count: members.count)
    var next = starts
    for index in members.indices {
      let place = Int(places[index])
      edges[Int(next[place])] = members[index]
      next[place] += 1
    }
    self.starts = starts
    self.edges = edges
  }

  subscript(place: Int) -> ArraySlice<Int32> {
    edges[Int(starts[place])..<Int(starts[place + 1])]
  }
}

extension Vertex {
  /// A position relative to a tile's first corner.
  fileprivate func relative(to tile: Tile, scale: Double) -> Vertex {
    Vertex(x: (x - Double(tile.column)) * scale, y: (y - Double(tile.row)) * scale)
  }
}
