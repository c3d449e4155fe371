extension RegionIndex {
  /// Writes the grid, which takes long to build; the outlines come from the catalogue.
  public func pack(into writer: inout PackedWriter) { grid.pack(into: &writer) }

  /// The index of a catalogue as it was written for it.
  public init(
    _ catalog: RegionCatalog, from reader: inout PackedReader
  ) throws(PackedError) {
    self.init(catalog, try RegionGrid(catalog, from: &reader))
  }
}

extension RegionGrid {
  func pack(into writer: inout PackedWriter) {
    frame.pack(into: &writer)
    kinds.pack(into: &writer)
    states.pack(into: &writer)
    writer.append(cells.map(\.word))
    packBorders(into: &writer)
    writer.append(faces.map(\.toggles))
    writer.append(faces.map(\.state))
  }

  private func packBorders(into writer: inout PackedWriter) {
    writer.append(borderCells.flatMap { [$0.reference.x, $0.reference.y] })
    writer.append(
      borderCells.flatMap {
        [$0.referenceState, $0.edges.lowerBound, $0.edges.upperBound]
          + [$0.faces.lowerBound, $0.faces.upperBound]
      })
    writer.append(borderEdges.flatMap { [$0.from.x, $0.from.y, $0.to.x, $0.to.y] })
    writer.append(borderEdges.map(\.toggles))
    writer.append(borderEdges.map(\.kind))
  }

  init(_ catalog: RegionCatalog, from reader: inout PackedReader) throws(PackedError) {
    frame = try GridFrame(from: &reader)
    kinds = try BorderKinds(from: &reader, regions: catalog.regions.count)
    states = try CoverStates(catalog, from: &reader)
    cells = try reader.uint32s().map { Cell(word: $0) }
    borderCells = try Self.borderCells(from: &reader)
    borderEdges = try Self.borderEdges(from: &reader)
    faces = try Self.faces(from: &reader)
    guard isSound else { throw PackedError(expected: "index of regions") }
  }

  private static func borderCells(
    from reader: inout PackedReader
  ) throws(PackedError) -> [BorderCell] {
    let points = try reader.doubles()
    let numbers = try reader.int32s()
    let count = numbers.count / 5
    guard numbers.count == count * 5, points.count == count * 2 else {
      throw PackedError(expected: "border cell")
    }
    var cells: [BorderCell] = []
    cells.reserveCapacity(count)
    for index in 0..<count {
      let first = index * 5
      guard numbers[first + 1] <= numbers[first + 2], numbers[first + 3] <= numbers[first + 4]
      else { throw PackedError(expected: "range of edges") }
      cells.append(
        BorderCell(
          reference: Vertex(x: points[index * 2], y: points[index * 2 + 1]),
          referenceState: numbers[first], edges: numbers[first + 1]..<numbers[first + 2],
          faces: numbers[first + 3]..<numbers[first + 4]))
    }
    return cells
  }

  private static func borderEdges(
    from reader: inout PackedReader
  ) throws(PackedError) -> [BorderEdge] {
    let ends = try reader.doubles()
    let toggles = try reader.uint64s()
    let kinds = try reader.int32s()
    guard ends.count == kinds.count * 4, toggles.count == kinds.count else {
      throw PackedError(expected: "edge")
    }
    var edges: [BorderEdge] = []
    edges.reserveCapacity(kinds.count)
    for index in kinds.indices {
      let first = index * 4
      edges.append(
        BorderEdge(
          from: Vertex(x: ends[first], y: ends[first + 1]),
          to: Vertex(x: ends[first + 2], y: ends[first + 3]), toggles: toggles[index],
          kind: kinds[index]))
    }
    return edges
  }

  private static func faces(from reader: inout PackedReader) throws(PackedError) -> [Face] {
    let toggles = try reader.uint64s()
    let states = try reader.int32s()
    guard toggles.count == states.count else { throw PackedError(expected: "face") }
    return toggles.indices.map { Face(toggles: toggles[$0], state: states[$0]) }
  }

  /// Whether every number leads to something: locating trusts them.
  private var isSound: Bool {
    let side = 1 << frame.coarseBits
    let blockSize = 1 << (2 * GridFrame.blockBits)
    guard cells.count >= side * side else { return false }
    let known = Int32(states.count)
    let areCellsSound = cells.indices.allSatisfy { place in
      let cell = cells[place]
      if cell.isState { return cell.number < states.count }
      // Blocks lie behind the cells they divide, so that no way down ends where it began.
      return cell.isBlock
        ? cell.number > place && cell.number + blockSize <= cells.count
        : cell.number < borderCells.count
    }
    return areCellsSound
      && borderCells.allSatisfy {
        $0.edges.lowerBound >= 0 && $0.edges.upperBound <= borderEdges.count
          && $0.faces.lowerBound >= 0 && $0.faces.upperBound <= faces.count
          && (0..<known).contains($0.referenceState)
      }
      && borderEdges.allSatisfy { (0..<Int32(kinds.count)).contains($0.kind) }
      && faces.allSatisfy { (0..<known).contains($0.state) }
  }
}
