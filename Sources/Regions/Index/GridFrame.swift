/// Where the cells of the index lie: a square grid of squares in a box around all outlines.
///
/// The grid's finest cells are numbered along both axes; dropping three bits of both numbers
/// gives the cell of the next coarser grid. Outlines keep out of the outermost coarse cells, so
/// that any point far away, infinite or not a number falls into a cell that is empty.
struct GridFrame: Sendable {
  /// How often a coarse cell may be divided by `1 << blockBits`, in bits.
  static let depthBits = 12
  /// A block of cells is `1 << blockBits` cells wide and as many high.
  static let blockBits = 3
  /// How much larger than itself, in parts of its width, a cell is taken when edges are sorted
  /// into cells: more than any rounding of `column` and `row`.
  static let margin = 0x1p-10
  /// Added to a number in 0..<2^52, gives a double whose low bits are that number, rounded.
  private static let rounding = 0x1p52

  /// Coarse cells along each axis, as a power of two.
  let coarseBits: Int
  let west: Double
  let south: Double
  let columnsPerDegree: Double
  let rowsPerDegree: Double
  private let last: Double

  init(_ bounds: BoundingBox, edges: Int, detail: RegionIndex.Detail = .fine) {
    let wanted = edges >= 4_096 ? 9 : edges >= 256 ? 7 : edges >= 16 ? 5 : 3
    coarseBits = detail == .fine ? wanted : min(wanted, 7)
    let finest = Double(1 << (coarseBits + Self.depthBits))
    last = finest - 1
    let isEmpty = !(bounds.west <= bounds.east && bounds.south <= bounds.north)
    let box = isEmpty ? BoundingBox(west: 0, south: 0, east: 0, north: 0) : bounds
    let ring = 1.5 / Double(1 << coarseBits)
    let widest = max(abs(box.west), abs(box.east), abs(box.south), abs(box.north))
    let least = max(1e-3, widest * 0x1p-20)
    let width = max(box.east - box.west, least) / (1 - 2 * ring)
    let height = max(box.north - box.south, least) / (1 - 2 * ring)
    columnsPerDegree = finest / width
    rowsPerDegree = finest / height
    // Half a finest cell on top, because numbers are rounded to the nearest and not down.
    west = box.west - ring * width + 0.5 / columnsPerDegree
    south = box.south - ring * height + 0.5 / rowsPerDegree
  }

  /// A frame as it was written.
  init(
    coarseBits: Int, west: Double, south: Double, columnsPerDegree: Double, rowsPerDegree: Double
  ) {
    self.coarseBits = coarseBits
    self.west = west
    self.south = south
    self.columnsPerDegree = columnsPerDegree
    self.rowsPerDegree = rowsPerDegree
    last = Double(1 << (coarseBits + Self.depthBits)) - 1
  }

  /// The finest column of a longitude. Any double has one.
  @inline(__always)
  func column(_ longitude: Double) -> Int {
    Self.number((longitude - west) * columnsPerDegree, last: last)
  }

  /// The finest row of a latitude. Any double has one.
  @inline(__always)
  func row(_ latitude: Double) -> Int {
    Self.number((latitude - south) * rowsPerDegree, last: last)
  }

  /// In units of finest cells, such that cell `i` reaches from `i` to `i + 1`.
  func position(_ vertex: Vertex) -> Vertex {
    Vertex(
      x: (vertex.x - west) * columnsPerDegree + 0.5,
      y: (vertex.y - south) * rowsPerDegree + 0.5)
  }

  /// The point at a position.
  func vertex(atColumn column: Double, row: Double) -> Vertex {
    Vertex(
      x: (column - 0.5) / columnsPerDegree + west, y: (row - 0.5) / rowsPerDegree + south)
  }

  /// Which coarse cell, row by row, holds a finest cell.
  @inline(__always)
  func coarsePlace(_ column: Int, _ row: Int) -> Int {
    (row >> Self.depthBits) << coarseBits | (column >> Self.depthBits)
  }

  /// Where in a block the cell lies that is `1 << bits` finest cells wide.
  @inline(__always)
  static func place(_ column: Int, _ row: Int, _ bits: Int) -> Int {
    let mask = (1 << blockBits) - 1
    return ((row >> bits) & mask) << blockBits | (column >> bits) & mask
  }

  @inline(__always)
  private static func number(_ position: Double, last: Double) -> Int {
    // Clamped before rounding: 2^52 - 0.5 is a double, too. Not a number becomes 0.
    let raised = position > 0 ? position : 0
    let clamped = raised < last ? raised : last
    return Int(truncatingIfNeeded: (clamped + rounding).bitPattern & 0xFF_FFFF)
  }
}

/// A square of the grid, at any depth.
struct Tile {
  /// The finest column and row of its first cell.
  let column: Int
  let row: Int
  /// It is `1 << bits` finest cells wide.
  let bits: Int

  /// The part of it at `(column, row)` when it is divided into `side * side` parts.
  func part(column partColumn: Int, row partRow: Int, of side: Int) -> Tile {
    let bits = bits - side.trailingZeroBitCount
    return Tile(column: column + (partColumn << bits), row: row + (partRow << bits), bits: bits)
  }

  /// A position relative to the tile: 0 to 1 inside.
  func local(_ position: Vertex) -> Vertex {
    let scale = 1 / Double(1 << bits)
    return Vertex(
      x: (position.x - Double(column)) * scale, y: (position.y - Double(row)) * scale)
  }

  /// The point at a relative position.
  func vertex(_ x: Double, _ y: Double, in frame: GridFrame) -> Vertex {
    let width = Double(1 << bits)
    return frame.vertex(atColumn: Double(column) + x * width, row: Double(row) + y * width)
  }
}
