/// Locates some two thousand points in stages, each of which only reads one kind of memory: so
/// the processor waits for many cells at once instead of for one after the other.
struct PointBatch {
  static let size = 2_048

  private var columns = [UInt32](repeating: 0, count: size)
  private var rows = [UInt32](repeating: 0, count: size)
  private var cells = [RegionGrid.Cell](repeating: .state(0), count: size)
  /// The points that lie in border cells.
  private var nearBorders = [UInt32](repeating: 0, count: size)

  mutating func locate(
    _ longitudes: Span<Double>, _ latitudes: Span<Double>, on grid: borrowing RegionGrid,
    into locations: inout MutableSpan<RegionIndex.Location>, from start: Int
  ) {
    findCoarseCells(longitudes, latitudes, grid)
    findFineCells(count: longitudes.count, grid)
    let count = answerInside(count: longitudes.count, grid, &locations, from: start)
    readAhead(count: count, grid)
    for place in 0..<count {
      let index = Int(nearBorders[place])
      locations[start + index] = grid.location(
        Vertex(x: longitudes[index], y: latitudes[index]),
        in: grid.borderCells[cells[index].number])
    }
  }

  private mutating func findCoarseCells(
    _ longitudes: Span<Double>, _ latitudes: Span<Double>, _ grid: borrowing RegionGrid
  ) {
    let frame = grid.frame
    let source = grid.cells.span
    for index in longitudes.indices {
      let column = frame.column(longitudes[index])
      let row = frame.row(latitudes[index])
      columns[index] = UInt32(truncatingIfNeeded: column)
      rows[index] = UInt32(truncatingIfNeeded: row)
      cells[index] = source[frame.coarsePlace(column, row)]
    }
  }

  private mutating func findFineCells(count: Int, _ grid: borrowing RegionGrid) {
    let source = grid.cells.span
    for index in 0..<count where cells[index].isBlock {
      var bits = GridFrame.depthBits
      var cell = cells[index]
      repeat {
        bits -= GridFrame.blockBits
        cell = source[cell.number + GridFrame.place(Int(columns[index]), Int(rows[index]), bits)]
      } while cell.isBlock
      cells[index] = cell
    }
  }

  /// Answers the points in cells without an edge, and counts the others.
  private mutating func answerInside(
    count: Int, _ grid: borrowing RegionGrid,
    _ locations: inout MutableSpan<RegionIndex.Location>, from start: Int
  ) -> Int {
    let states = grid.states.locations.span
    var remaining = 0
    for index in 0..<count {
      if cells[index].isState {
        locations[start + index] = states[cells[index].number]
      } else {
        nearBorders[remaining] = UInt32(truncatingIfNeeded: index)
        remaining += 1
      }
    }
    return remaining
  }

  /// Reads what the last stage will need, to have it in the cache by then.
  private func readAhead(count: Int, _ grid: borrowing RegionGrid) {
    let borders = grid.borderCells.span
    let edges = grid.borderEdges.span
    let faces = grid.faces.span
    var read: UInt64 = 0
    for place in 0..<count {
      let border = borders[cells[Int(nearBorders[place])].number]
      read &+= edges[Int(border.edges.lowerBound)].toggles
      if !border.faces.isEmpty { read &+= faces[Int(border.faces.lowerBound)].toggles }
    }
    withExtendedLifetime(read) {}
  }
}
