import LinearPrograms

extension KnownTable {
  /// Cells that sums connect over what is not known, as a table of their own.
  public struct Part: Sendable {
    public private(set) var table = KnownTable()
    /// The cells of the whole table that they are.
    public private(set) var cells: [Int] = []

    fileprivate mutating func add(_ cell: Int, _ known: Cell) -> Int {
      cells.append(cell)
      return table.add(known)
    }

    fileprivate mutating func tie(_ parent: Int, toSumOf parts: [Int]) {
      table.tie(parent, toSumOf: parts)
    }
  }

  /// The parts in which anything is withheld, in the order of their first cells; each has with it
  /// what is shown in its sums, so that an attack on one is an attack on the whole.
  /// - Complexity: nearly linear in the cells and the members of sums.
  public var parts: [Part] {
    let first = firstOfPart()
    var withheld: Set<Int> = []
    for (cell, known) in cells.enumerated() {
      if case .withheld = known { withheld.insert(first[cell]) }
    }
    var numbers: [Int: Int] = [:]
    var parts: [Part] = []
    var positions = Array(repeating: 0, count: cells.count)
    for (cell, known) in cells.enumerated() where !isShown(cell) && withheld.contains(first[cell]) {
      let number = numbers[first[cell]] ?? parts.count
      if number == parts.count {
        numbers[first[cell]] = number
        parts.append(Part())
      }
      positions[cell] = parts[number].add(cell, known)
    }
    var shown = Array(repeating: [Int: Int](), count: parts.count)
    for sum in sums {
      let open = ([sum.parent] + sum.parts).first { !isShown($0) }
      guard let number = open.flatMap({ numbers[first[$0]] }) else { continue }
      let members = ([sum.parent] + sum.parts).map { cell in
        guard isShown(cell) else { return positions[cell] }
        let position = shown[number][cell] ?? parts[number].add(cell, cells[cell])
        shown[number][cell] = position
        return position
      }
      parts[number].tie(members[0], toSumOf: Array(members.dropFirst()))
    }
    return parts
  }

  private func isShown(_ cell: Int) -> Bool {
    if case .shown = cells[cell] { true } else { false }
  }

  private func firstOfPart() -> [Int] {
    var joined = JoinedCells(count: cells.count)
    for sum in sums {
      let open = ([sum.parent] + sum.parts).filter { !isShown($0) }
      for cell in open.dropFirst() { joined.join(open[0], cell) }
    }
    return joined.firsts()
  }
}
