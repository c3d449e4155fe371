/// The grid behind `RegionIndex`: from a point to its cell, and from there to what covers it.
///
/// A cell through which no edge runs names the state that holds all over it. A cell with edges is
/// divided into a block of cells, or it is a border cell: a reference point whose state is known,
/// and the edges, so that counting the edges between the reference and a point gives the
/// point's state. All decisions are exact.
struct RegionGrid: Sendable {
  let frame: GridFrame
  /// The coarse grid row by row, then the blocks; see `Cell`.
  let cells: [Cell]
  let borderCells: [BorderCell]
  let borderEdges: [BorderEdge]
  let faces: [Face]
  let kinds: BorderKinds
  let states: CoverStates

  /// One word: what a cell is, and the number of that.
  struct Cell: Sendable {
    let word: UInt32

    private static let blockTag: UInt32 = 1 << 31
    private static let borderTag: UInt32 = 1 << 30

    static func state(_ state: Int32) -> Cell { Cell(word: UInt32(state)) }
    static func block(_ first: Int) -> Cell { Cell(word: blockTag | UInt32(first)) }
    static func border(_ number: Int) -> Cell { Cell(word: borderTag | UInt32(number)) }

    @inline(__always)
    var isState: Bool { word < Self.borderTag }
    @inline(__always)
    var isBlock: Bool { word >= Self.blockTag }
    /// The state, the block's first cell, or the border cell.
    @inline(__always)
    var number: Int { Int(truncatingIfNeeded: word & (Self.borderTag - 1)) }
  }

  /// A cell with edges.
  struct BorderCell: Sendable {
    let reference: Vertex
    let referenceState: Int32
    let edges: Range<Int32>
    /// None where more than 64 regions meet: such cells always count the long way.
    let faces: Range<Int32>
  }

  /// An edge of a border cell, directed so that the cell's reference lies left of it.
  struct BorderEdge: Sendable {
    let from: Vertex
    let to: Vertex
    /// The regions that the edge separates, as bits that mean something within its cell only.
    let toggles: UInt64
    let kind: Int32
  }

  /// A part of a border cell between edges.
  struct Face: Sendable {
    /// The toggles between the reference and the face.
    let toggles: UInt64
    let state: Int32
  }

  /// The cell of a point, no block.
  @inline(__always)
  func cell(column: Int, row: Int) -> Cell {
    var bits = GridFrame.depthBits
    var cell = cells[frame.coarsePlace(column, row)]
    while cell.isBlock {
      bits -= GridFrame.blockBits
      cell = cells[cell.number + GridFrame.place(column, row, bits)]
    }
    return cell
  }

  func location(_ point: Vertex) -> RegionIndex.Location {
    let cell = cell(column: frame.column(point.x), row: frame.row(point.y))
    if cell.isState { return states.locations[cell.number] }
    return location(point, in: borderCells[cell.number])
  }

  @inline(__always)
  func location(_ point: Vertex, in border: BorderCell) -> RegionIndex.Location {
    if let state = state(of: point, in: border) { return states.locations[Int(state)] }
    return states.location(covering: covering(point, in: border))
  }
}
