import Records

/// The sums of a book as they were collected: by place, and for each place in the order of periods
/// and figures.
struct FinestCells {
  /// A sum in 24 bytes.
  struct Cell {
    let period: Int32
    let slot: Int32
    /// Where the sum is wide, its position among the wide ones.
    fileprivate let best: UInt32
    fileprivate let largest: UInt32
    fileprivate let records: UInt32
    fileprivate let bounds: SmallSum.Bounds
    fileprivate let isWide: Bool
  }

  private(set) var cells: [Cell] = []
  /// Sums that do not fit into a cell, and those of stocks with the day of the latest value.
  private var wide: [(sum: Sum, latest: Day?)] = []
  /// For each place its first cell, and at the end the number of cells.
  private var starts: [Int] = []

  /// - Parameter latest: the days of the latest values in the sums.
  init(
    _ sums: SumTable, _ latest: [Book.PlaceKey: Day], ranks: SiteRanks, numbers: CellNumbers
  ) {
    cells.reserveCapacity(sums.count)
    var order: [SortKey] = []
    order.reserveCapacity(sums.count)
    sums.each { key, sum in
      guard let slot = numbers.slot(key.indicator, key.category) else { return }
      let period = numbers.period(key.period)
      order.append(
        SortKey(
          place: Int32(ranks.index(key.place)), position: Int32(cells.count),
          rest: UInt64(period) << 32 | UInt64(slot)))
      let day = latest.isEmpty ? nil : latest[key]
      cells.append(cell(Int32(period), Int32(slot), sum, day))
    }
    order.sort()
    starts = FinestCells.starts(order, placeCount: ranks.placeCount)
    cells = order.map { cells[Int($0.position)] }
  }

  private mutating func cell(
    _ period: Int32, _ slot: Int32, _ sum: CompactSum, _ latest: Day?
  ) -> Cell {
    if case .small(let small) = sum, latest == nil, let best = UInt32(exactly: small.best) {
      return Cell(
        period: period, slot: slot, best: best, largest: small.largest, records: small.records,
        bounds: small.bounds, isWide: false)
    }
    wide.append((sum.sum, latest))
    return Cell(
      period: period, slot: slot, best: UInt32(wide.count - 1), largest: 0, records: 0,
      bounds: [], isWide: true)
  }

  /// The sum of a cell, and for a stock the day of the latest value in it.
  func sum(_ cell: Cell) -> (sum: Sum, latest: Day?) {
    if cell.isWide { return wide[Int(cell.best)] }
    let small = SmallSum(
      best: UInt64(cell.best), largest: cell.largest, records: cell.records, bounds: cell.bounds)
    return (small.sum, nil)
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
}
