import LinearPrograms

extension FigureTable {
  /// Cells that sums connect, as a table of their own.
  public struct Part: Sendable {
    public internal(set) var table = FigureTable()
    /// The cells of the whole table that they are.
    public internal(set) var cells: [Int] = []
  }

  /// The parts of the table that no sum connects, in the order of their first cells. Known zeros
  /// connect nothing.
  /// - Throws: `WithholdingError.inconsistent` for a sum of a figure that is not there.
  public func connected() throws(WithholdingError) -> [Part] {
    let first = try firstOfPart()
    var number: [Int: Int] = [:]
    var parts: [Part] = []
    var position = Array(repeating: 0, count: cells.count)
    for cell in cells.indices {
      let part = number[first[cell]] ?? parts.count
      if part == parts.count {
        number[first[cell]] = part
        parts.append(Part())
      }
      position[cell] = parts[part].table.add(cells[cell])
      parts[part].cells.append(cell)
    }
    for sum in sums {
      guard let part = number[first[sum.parent]] else { continue }
      // A zero elsewhere adds nothing; below a zero everything is one, so nothing is elsewhere.
      let own = sum.parts.filter { first[$0] == first[sum.parent] }
      parts[part].table.tie(position[sum.parent], toSumOf: own.map { position[$0] })
    }
    return parts
  }

  private func firstOfPart() throws(WithholdingError) -> [Int] {
    var joined = JoinedCells(count: cells.count)
    for sum in sums {
      for cell in sum.parts + [sum.parent] where !cells.indices.contains(cell) {
        throw .inconsistent(cell: cell)
      }
      for part in sum.parts where !isKnownZero(part) { joined.join(sum.parent, part) }
    }
    return joined.firsts()
  }

  private func isKnownZero(_ cell: Int) -> Bool {
    cells[cell].isKnownZero
  }
}

extension WithholdingError {
  /// The same error, its cell named otherwise.
  func at(_ cell: (Int) -> Int) -> WithholdingError {
    switch self {
    case .inconsistent(let inner): .inconsistent(cell: cell(inner))
    case .unprotected(let inner): .unprotected(cells: inner.map(cell))
    case .solver: self
    }
  }
}
