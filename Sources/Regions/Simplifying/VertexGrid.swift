/// Vertices by the cell of a raster they lie in, for questions about small areas.
struct VertexGrid {
  private let west: Int
  private let south: Int
  private let size: Int
  private let columns: Int
  private let rows: Int
  private let starts: [Int32]
  private let vertices: [Int32]

  init(xs: [Int32], ys: [Int32]) {
    west = Int(xs.min() ?? 0)
    south = Int(ys.min() ?? 0)
    let width = Int(xs.max() ?? 0) - west + 1
    let height = Int(ys.max() ?? 0) - south + 1
    // About two vertices a cell, if they lay evenly.
    let area = Double(width) * Double(height)
    size = max(1, Int((area * 2 / Double(max(1, xs.count))).squareRoot()))
    columns = width / size + 1
    rows = height / size + 1
    var starts = [Int32](repeating: 0, count: columns * rows + 1)
    var cells = [Int](repeating: 0, count: xs.count)
    for index in xs.indices {
      cells[index] = (Int(ys[index]) - south) / size * columns + (Int(xs[index]) - west) / size
      starts[cells[index] + 1] += 1
    }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    var next = starts
    var vertices = [Int32](repeating: 0, count: xs.count)
    for index in cells.indices {
      vertices[Int(next[cells[index]])] = Int32(index)
      next[cells[index]] += 1
    }
    self.starts = starts
    self.vertices = vertices
  }

  /// The vertices in the cells that a box touches, row by row.
  func cells(
    _ xRange: ClosedRange<Int>, _ yRange: ClosedRange<Int>
  ) -> [ArraySlice<Int32>] {
    let columnRange = (xRange.lowerBound - west) / size...(xRange.upperBound - west) / size
    return ((yRange.lowerBound - south) / size...(yRange.upperBound - south) / size).map { row in
      // The cells of a row lie beside each other.
      let first = starts[row * columns + columnRange.lowerBound]
      let end = starts[row * columns + columnRange.upperBound + 1]
      return vertices[Int(first)..<Int(end)]
    }
  }
}
