import Records

/// The sums of one site and period while they are added up, by figure.
struct BlockSums {
  struct Entry {
    let slot: Int
    var sum: Sum
    /// Day of the latest value in a stock.
    var latest: Day?
    /// What only sources that were not chosen say stands for itself.
    var standing = Standing.counted
  }

  enum Standing {
    case counted
    /// Of sources that were not chosen, several together: a range without a best figure.
    case others
    /// Of one source that was not chosen, in a breakdown by source.
    case otherSource
  }

  /// In the order in which they came; see `ordered`.
  private(set) var entries: [Entry] = []
  /// By slot the position in `entries`, or -1.
  private var positions: [Int32]

  init(slotCount: Int) {
    positions = Array(repeating: -1, count: slotCount)
  }

  /// The sum of a figure of what is counted, or `nil` where there is none.
  func counted(_ slot: Int) -> Sum? {
    let position = Int(positions[slot])
    guard position >= 0, entries[position].standing == .counted else { return nil }
    return entries[position].sum
  }

  mutating func add(_ sum: Sum, _ latest: Day? = nil, to slot: Int) throws(QuantityOverflow) {
    let position = Int(positions[slot])
    guard position >= 0 else { return append(Entry(slot: slot, sum: sum, latest: latest)) }
    try entries[position].sum.add(sum)
    guard let latest else { return }
    entries[position].latest = max(entries[position].latest ?? latest, latest)
  }

  /// Takes in what sources say that were not chosen. Called after all that is counted.
  mutating func add(
    _ sum: Sum, of standing: Standing, to slot: Int
  ) throws(QuantityOverflow) {
    let position = Int(positions[slot])
    guard position >= 0 else {
      return append(Entry(slot: slot, sum: sum, latest: nil, standing: standing))
    }
    // In a breakdown by source, a source also shows what it says of subjects for which another
    // one was taken.
    if standing == .otherSource { try entries[position].sum.add(sum) }
  }

  mutating func change(
    _ change: (Entry) throws(QuantityOverflow) -> Sum
  ) throws(QuantityOverflow) {
    for position in entries.indices { entries[position].sum = try change(entries[position]) }
  }

  /// Positions in `entries` in the order of figures.
  mutating func order(into order: inout [Int]) {
    order.removeAll(keepingCapacity: true)
    guard entries.count * 8 < positions.count else {
      for position in positions where position >= 0 { order.append(Int(position)) }
      return
    }
    order.append(contentsOf: entries.indices)
    order.sort { entries[$0].slot < entries[$1].slot }
  }

  mutating func removeAll() {
    for entry in entries { positions[entry.slot] = -1 }
    entries.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ entry: Entry) {
    positions[entry.slot] = Int32(entries.count)
    entries.append(entry)
  }
}
