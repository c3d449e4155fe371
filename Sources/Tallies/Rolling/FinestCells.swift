import Records

/// The sums of books as they were collected: by place, and for each place in the order of periods
/// and figures.
struct FinestCells {
  struct Cell {
    let period: Int32
    let slot: Int32
    /// Day of the latest value in a stock.
    let latest: Day?
    let sum: Sum
  }

  private(set) var cells: [Cell] = []
  /// For each place its first cell, and at the end the number of cells.
  private var starts: [Int] = []

  /// - Parameter books: for each book its sums, and the days of the latest values in them.
  init(
    _ books: [(sums: SumTable, latest: [Book.PlaceKey: Day])], ranks: SiteRanks,
    numbers: CellNumbers
  ) {
    let count = books.reduce(0) { $0 + $1.sums.count }
    cells.reserveCapacity(count)
    var order: [SortKey] = []
    order.reserveCapacity(count)
    for book in books {
      for (key, sum) in book.sums {
        guard let slot = numbers.slot(key.indicator, key.category) else { continue }
        let period = numbers.period(key.period)
        order.append(
          SortKey(
            place: Int32(ranks.index(key.place)), position: Int32(cells.count),
            rest: UInt64(period) << 32 | UInt64(slot)))
        cells.append(
          Cell(
            period: Int32(period), slot: Int32(slot),
            latest: book.latest.isEmpty ? nil : book.latest[key], sum: sum))
      }
    }
    order.sort()
    starts = FinestCells.starts(order, placeCount: ranks.placeCount)
    permute(order.map { Int($0.position) })
  }

  func range(ofPlace index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  private struct SortKey: Comparable {
    let place: Int32
    let position: Int32
    let rest: UInt64

    static func < (left: SortKey, right: SortKey) -> Bool {
      left.place == right.place ? left.rest < right.rest : left.place < right.place
    }
  }

  private static func starts(_ order: [SortKey], placeCount: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: placeCount + 1)
    for key in order { starts[Int(key.place) + 1] += 1 }
    for place in 0..<placeCount { starts[place + 1] += starts[place] }
    return starts
  }

  /// Moves each cell to its place in the order, cycle by cycle, as a copy of all would double
  /// the memory.
  private mutating func permute(_ order: [Int]) {
    var order = order
    for start in order.indices where order[start] != start {
      let first = cells[start]
      var target = start
      while order[target] != start {
        let source = order[target]
        cells[target] = cells[source]
        order[target] = target
        target = source
      }
      cells[target] = first
      order[target] = target
    }
  }
}
