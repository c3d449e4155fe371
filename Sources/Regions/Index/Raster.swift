/// Finds the cells of a square grid that an edge runs through.
///
/// Coordinates are in cells of this grid. Cells are taken as slightly larger than they are, so
/// that rounding never loses one.
struct Raster {
  /// Cells along each axis.
  let side: Int

  func forEachCell(from a: Vertex, to b: Vertex, _ body: (Int) -> Void) {
    let margin = GridFrame.margin
    guard let rows = cells(min(a.y, b.y) - margin, max(a.y, b.y) + margin),
      let columns = cells(min(a.x, b.x) - margin, max(a.x, b.x) + margin)
    else { return }
    let run = b.x - a.x
    let rise = b.y - a.y
    let reach = (0.5 + margin) * (abs(run) + abs(rise))
    for row in rows {
      let height = Double(row) + 0.5 - a.y
      for column in narrowed(columns, at: height, from: a.x, run, rise) {
        let across = Double(column) + 0.5 - a.x
        if abs(run * height - rise * across) <= reach { body(row * side + column) }
      }
    }
  }

  /// The columns of a row that the edge can come near, to save looking at the others.
  private func narrowed(
    _ columns: ClosedRange<Int>, at height: Double, from x: Double, _ run: Double, _ rise: Double
  ) -> ClosedRange<Int> {
    guard columns.count > 4, abs(rise) > 1e-2 else { return columns }
    let center = x + run * (height / rise)
    let half = 2.5 + abs(run / rise)
    guard let near = cells(center - half, center + half) else {
      return columns.lowerBound...columns.lowerBound
    }
    return near.clamped(to: columns)
  }

  /// The cells that an interval touches.
  private func cells(_ low: Double, _ high: Double) -> ClosedRange<Int>? {
    guard high >= 0, low < Double(side) else { return nil }
    let first = Int(max(low, 0))
    let last = Int(min(high, Double(side) - 1))
    return first <= last ? first...last : nil
  }
}
