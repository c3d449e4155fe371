extension GridBuilder {
  mutating func addBorderCell(_ tile: Tile, _ station: Station) -> RegionGrid.Cell {
    let toggles = LocalToggles(station.edges.map { edges.kinds[Int($0)] }, edges.combinations)
    let firstEdge = Int32(borderEdges.count)
    for (place, edge) in station.edges.enumerated() {
      let ends = (edges.first[Int(edge)], edges.second[Int(edge)])
      let isLeft = Orientation.sign(ends.0, ends.1, station.point) >= 0
      borderEdges.append(
        RegionGrid.BorderEdge(
          from: isLeft ? ends.0 : ends.1, to: isLeft ? ends.1 : ends.0,
          toggles: toggles?[place] ?? 0, kind: edges.kinds[Int(edge)]))
    }
    let range = firstEdge..<Int32(borderEdges.count)
    let firstFace = Int32(faces.count)
    if toggles != nil { addFaces(tile, station, range) }
    foresee(station, borderCells.count)
    borderCells.append(
      RegionGrid.BorderCell(
        reference: station.point, referenceState: station.state, edges: range,
        faces: firstFace..<Int32(faces.count)))
    return .border(borderCells.count - 1)
  }

  /// Looks for the parts of a cell beside each of its edges and in its corners. Parts that are
  /// missed are still found when asked for, the long way.
  private mutating func addFaces(_ tile: Tile, _ station: Station, _ range: Range<Int32>) {
    let firstFace = faces.count
    faces.append(RegionGrid.Face(toggles: 0, state: station.state))
    for corner in [(0.001, 0.001), (0.999, 0.001), (0.001, 0.999), (0.999, 0.999)] {
      let point = tile.vertex(corner.0, corner.1, in: frame)
      if let face = face(at: point, station, range) { addNew(face, after: firstFace) }
    }
    for (place, edge) in zip(range, station.edges).prefix(48) {
      let a = tile.local(positions.first[Int(edge)])
      let b = tile.local(positions.second[Int(edge)])
      guard let middle = Self.middle(from: a, to: b) else { continue }
      let point = tile.vertex(middle.x, middle.y, in: frame)
      guard let near = face(at: point, station, range, beside: place) else { continue }
      addNew(near, after: firstFace)
      let border = borderEdges[Int(place)]
      let state = states.step(from: near.state, across: border.kind, of: edges.combinations)
      let far = RegionGrid.Face(toggles: near.toggles ^ border.toggles, state: state)
      addNew(far, after: firstFace)
    }
  }

  private mutating func addNew(_ face: RegionGrid.Face, after first: Int) {
    if !faces[first...].contains(where: { $0.toggles == face.toggles }) { faces.append(face) }
  }

  /// What holds at a point if one edge was not there; `nil` where the point touches another.
  private mutating func face(
    at point: Vertex, _ station: Station, _ range: Range<Int32>, beside left: Int32? = nil
  ) -> RegionGrid.Face? {
    var toggles: UInt64 = 0
    var state = station.state
    for place in range where place != left {
      let edge = borderEdges[Int(place)]
      let side = Orientation.sign(edge.from, edge.to, point)
      if side == 0, Orientation.isBetween(edge.from, edge.to, point) { return nil }
      if side < 0, RegionGrid.separates(edge.from, edge.to, station.point, point) {
        toggles ^= edge.toggles
        state = states.step(from: state, across: edge.kind, of: edges.combinations)
      }
    }
    return RegionGrid.Face(toggles: toggles, state: state)
  }

  /// The middle of the part of an edge that lies in the unit square.
  private static func middle(from a: Vertex, to b: Vertex) -> Vertex? {
    var low = 0.0
    var high = 1.0
    for (start, run) in [(a.x, b.x - a.x), (a.y, b.y - a.y)] {
      if run == 0 {
        guard start >= 0, start <= 1 else { return nil }
        continue
      }
      low = max(low, min(-start / run, (1 - start) / run))
      high = min(high, max(-start / run, (1 - start) / run))
    }
    guard low <= high else { return nil }
    let half = (low + high) / 2
    return Vertex(x: a.x + (b.x - a.x) * half, y: a.y + (b.y - a.y) * half)
  }
}

/// The regions that the edges of one cell separate, each as a bit.
private struct LocalToggles {
  private let masks: [UInt64]

  /// `nil` where the edges separate more than 64 regions.
  init?(_ kinds: [Int32], _ combinations: BorderKinds) {
    var regions: [Int32] = []
    var masks: [UInt64] = []
    for (place, kind) in kinds.enumerated() {
      if place > 0, kind == kinds[place - 1], let last = masks.last {
        masks.append(last)
        continue
      }
      var mask: UInt64 = 0
      for side in combinations[kind] where side.separates {
        let bit = regions.firstIndex(of: side.region) ?? regions.count
        guard bit < 64 else { return nil }
        if bit == regions.count { regions.append(side.region) }
        mask |= 1 << UInt64(bit)
      }
      masks.append(mask)
    }
    self.masks = masks
  }

  subscript(place: Int) -> UInt64 { masks[place] }
}
