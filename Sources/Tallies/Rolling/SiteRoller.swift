import Records

/// Adds up the cells of every site of one view, site by site and period by period, in the order
/// of output.
///
/// A site is the sum of some places, and the cells of each place are sorted, so all cells of one
/// period stand at the fronts of a few runs. Nothing is held but the sums of that period.
struct SiteRoller {
  /// A cell that is not simply the sum of places: what movements make depends on the level.
  struct Extra {
    let rank: Int32
    let period: Int32
    let slot: Int
    let sum: Sum
    var standing = BlockSums.Standing.counted
  }

  /// A table of cells for each book.
  let tables: [FinestCells]
  /// For each place with cells in a table the site it belongs to, in the order of sites.
  private let places: [(rank: Int32, place: Int32, table: Int)]
  /// In the order of sites and periods, those that are counted first.
  private let extras: [Extra]

  init(
    _ tables: [FinestCells], placeCount: Int, extras: [Extra], rankOfPlace: (Int) -> Int
  ) {
    self.tables = tables
    var places: [(rank: Int32, place: Int32, table: Int)] = []
    for place in 0..<placeCount {
      for table in tables.indices where !tables[table].range(ofPlace: place).isEmpty {
        places.append((Int32(rankOfPlace(place)), Int32(place), table))
      }
    }
    self.places = places.sorted { $0 < $1 }
    self.extras = extras.sorted {
      ($0.rank, $0.period, $0.standing == .counted ? 0 : 1)
        < ($1.rank, $1.period, $1.standing == .counted ? 0 : 1)
    }
  }

  /// Cells of one place in one table that are still to come.
  private struct Run {
    let table: Int
    var rest: Range<Int>
  }

  /// - Parameter take: takes the sums of one site and period.
  func roll(
    _ sums: inout BlockSums,
    take: (_ rank: Int, _ period: Int, _ sums: inout BlockSums) throws(QuantityOverflow) -> Void
  ) throws(QuantityOverflow) {
    var (place, extra) = (0, 0)
    var runs: [Run] = []
    while place < places.count || extra < extras.count {
      let rank = min(
        place < places.count ? places[place].rank : .max,
        extra < extras.count ? extras[extra].rank : .max)
      runs.removeAll(keepingCapacity: true)
      while place < places.count, places[place].rank == rank {
        let table = places[place].table
        runs.append(
          Run(table: table, rest: tables[table].range(ofPlace: Int(places[place].place))))
        place += 1
      }
      while let period = nextPeriod(runs, rank, extra) {
        for run in runs.indices { try add(&runs[run], period, to: &sums) }
        while extra < extras.count, extras[extra].rank == rank, extras[extra].period == period {
          try add(extras[extra], to: &sums)
          extra += 1
        }
        try take(Int(rank), Int(period), &sums)
        sums.removeAll()
      }
    }
  }

  private func nextPeriod(_ runs: [Run], _ rank: Int32, _ extra: Int) -> Int32? {
    var next: Int32?
    for run in runs where !run.rest.isEmpty {
      let period = tables[run.table].cells[run.rest.lowerBound].period
      next = min(next ?? period, period)
    }
    if extra < extras.count, extras[extra].rank == rank {
      next = min(next ?? extras[extra].period, extras[extra].period)
    }
    return next
  }

  private func add(
    _ run: inout Run, _ period: Int32, to sums: inout BlockSums
  ) throws(QuantityOverflow) {
    let table = tables[run.table]
    var position = run.rest.lowerBound
    while position < run.rest.upperBound, table.cells[position].period == period {
      let cell = table.cells[position]
      let (sum, latest) = table.sum(cell)
      try sums.add(sum, latest, to: Int(cell.slot))
      position += 1
    }
    run.rest = position..<run.rest.upperBound
  }

  private func add(_ extra: Extra, to sums: inout BlockSums) throws(QuantityOverflow) {
    if extra.standing == .counted {
      try sums.add(extra.sum, to: extra.slot)
    } else {
      try sums.add(extra.sum, of: extra.standing, to: extra.slot)
    }
  }
}
