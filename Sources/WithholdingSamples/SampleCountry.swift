public import Withholding

/// A made-up country with made-up records: a table of the shape of ours, of any size.
///
/// Records are few against the cells, lie mostly in a few places, count mostly few people, and
/// some are known to a coarse level only. The same seed makes the same table.
public struct SampleCountry: Sendable {
  /// Regions of each level, from the coarsest down.
  public var regions = [14, 62, 272, 414]
  public var periods = 24
  public var indicators = 3
  public var categories = 6
  public var records = 20_000
  /// Share of the records that are known to a coarser level only.
  public var coarseShare = 0.15
  public var seed: UInt64 = 1
  /// Figures below this and above 0 are primary (rule D2).
  public var threshold = 5

  public init() {}

  /// What a figure is of: indexes, and -1 for all of them together.
  public struct Key: Hashable, Sendable {
    public var indicator: Int
    /// A region, or `regions + region` for what is unspecified in it; 0 is the country.
    public var place: Int
    public var period: Int
    public var category: Int
  }

  private struct Entry {
    var total = 0
    var largest = 0
    var records = 0
  }

  /// The table, and what each of its cells is of.
  public func table() -> (table: FigureTable, keys: [Key]) {
    var random = SampleRandom(seed: seed)
    let parents = tree(&random)
    var entries: [Key: Entry] = [:]
    for _ in 0..<records { add(record(&random, parents), to: &entries, parents) }
    return assemble(entries, parents)
  }

  // MARK: - Regions

  /// The parent of each region; the country, 0, is its own.
  private func tree(_ random: inout SampleRandom) -> [Int] {
    var parents = [0]
    var above = 0..<1
    for count in regions {
      let start = parents.count
      for position in 0..<count {
        // Every region has a child or two before chance takes over.
        let parent =
          position < above.count && count >= above.count
          ? above.lowerBound + position : above.lowerBound + random.below(above.count)
        parents.append(parent)
      }
      above = start..<parents.count
    }
    return parents
  }

  private func level(of place: Int) -> Int {
    var (first, level) = (1, 1)
    if place == 0 { return 0 }
    for count in regions {
      if place < first + count { return level }
      first += count
      level += 1
    }
    return level
  }

  // MARK: - Records

  private func record(_ random: inout SampleRandom, _ parents: [Int]) -> (Key, Int) {
    let finest = 1 + random.skewed(parents.count - 1)
    let place = random.unit() < coarseShare ? parents[finest] : finest
    let key = Key(
      indicator: random.below(indicators), place: place, period: random.below(periods),
      category: random.skewed(categories))
    return (key, random.size())
  }

  /// The regions that a place lies in, from itself up, and *unspecified* below it.
  private func chain(_ place: Int, _ parents: [Int]) -> [Int] {
    var chain = [place]
    if level(of: place) < regions.count { chain.append(parents.count + place) }
    var place = place
    while place != 0 {
      place = parents[place]
      chain.append(place)
    }
    return chain
  }

  private func add(
    _ record: (key: Key, value: Int), to entries: inout [Key: Entry], _ parents: [Int]
  ) {
    for place in chain(record.key.place, parents) {
      for period in periods > 1 ? [record.key.period, -1] : [-1] {
        for category in categories > 1 ? [record.key.category, -1] : [-1] {
          let key = Key(
            indicator: record.key.indicator, place: place, period: period, category: category)
          entries[key, default: Entry()].total += record.value
          entries[key, default: Entry()].records += 1
          let largest = entries[key]?.largest ?? 0
          entries[key, default: Entry()].largest = max(largest, record.value)
        }
      }
    }
  }

  // MARK: - The table

  private func assemble(
    _ entries: [Key: Entry], _ parents: [Int]
  ) -> (table: FigureTable, keys: [Key]) {
    let keys = entries.keys.sorted { order($0).lexicographicallyPrecedes(order($1)) }
    var table = FigureTable()
    var parts: [[Key]: [Int]] = [:]
    var position: [Key: Int] = [:]
    for key in keys {
      guard let entry = entries[key] else { continue }
      let cell = table.add(
        FigureTable.Cell(
          value: entry.total, fate: isPrimary(entry) ? .withheld : .open,
          isOneRecord: entry.records == 1,
          loss: loss(key)))
      position[key] = cell
      for (axis, parent) in sums(over: key, parents) {
        parts[[parent, axis], default: []].append(cell)
      }
    }
    for (sum, cells) in parts.sorted(by: { $0.value.lexicographicallyPrecedes($1.value) }) {
      guard let parent = position[sum[0]] else { continue }
      table.tie(parent, toSumOf: cells)
    }
    return (table, keys)
  }

  private func isPrimary(_ entry: Entry) -> Bool {
    entry.total < threshold || entry.records < 2 || entry.largest * 5 > entry.total * 4
  }

  /// The sums that a figure is part of, each by its parent and a key that names the axis.
  private func sums(over key: Key, _ parents: [Int]) -> [(Key, Key)] {
    var sums: [(Key, Key)] = []
    let axis = { Key(indicator: $0, place: -1, period: -1, category: -1) }
    var parent = key
    if key.place != 0 {
      parent.place = key.place >= parents.count ? key.place - parents.count : parents[key.place]
      sums.append((axis(0), parent))
    }
    if key.period >= 0 {
      parent = key
      parent.period = -1
      sums.append((axis(1), parent))
    }
    if key.category >= 0 {
      parent = key
      parent.category = -1
      sums.append((axis(2), parent))
    }
    return sums
  }

  private func loss(_ key: Key) -> Double {
    let count = 1 + regions.reduce(0, +)
    let level = level(of: key.place >= count ? key.place - count : key.place)
    let byLevel = [40.0, 12, 5, 2, 1][min(4, key.place >= count ? level + 1 : level)]
    return byLevel * (key.period < 0 ? 4 : 1) * (key.category < 0 ? 3 : 1)
  }

  private func order(_ key: Key) -> [Int] {
    let count = 1 + regions.reduce(0, +)
    return [
      key.indicator, level(of: key.place % count), key.period, key.category, key.place,
    ]
  }
}
