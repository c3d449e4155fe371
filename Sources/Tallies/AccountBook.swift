import Records
import Regions

/// What became of every record, counted apart from the tallies so that one can check the other
/// (rule A1).
struct AccountBook {
  struct PlacedKey: Hashable {
    let file: Int
    let indicator: Indicator
    let place: PlaceCode
  }

  struct MovedKey: Hashable {
    let file: Int
    let kind: Movement.Kind
    let unit: Movement.Unit
    let origin: PlaceCode
    let destination: PlaceCode
  }

  /// Ties and snapped points of one end of movements, by level.
  struct MovedMarkKey: Hashable {
    let moved: MovedKey
    let end: Crossing.End
    let level: Level
    let isTie: Bool
  }

  /// Ties and snapped points by level.
  struct MarkKey: Hashable {
    let file: Int
    let indicator: Indicator
    let level: Level
    let isTie: Bool
  }

  struct ZoneKey: Hashable {
    let zone: RegionNumber
    let indicator: Indicator
    let isSure: Bool
  }

  private(set) var read: [Int]
  private(set) var outOfRange: [Int]
  private(set) var placed: [PlacedKey: Int] = [:]
  private(set) var moved: [MovedKey: Int] = [:]
  private(set) var marks: [MarkKey: Int] = [:]
  private(set) var movedMarks: [MovedMarkKey: Int] = [:]
  private(set) var zones: [ZoneKey: Int] = [:]
  /// What came in and was to be counted, by indicator: the tallies must add up to it.
  private(set) var intake: [Indicator: Sum] = [:]
  /// The part of `intake` that surely lies inside the coverage.
  private(set) var covered: [Indicator: Sum] = [:]

  init(files: Int) {
    read = Array(repeating: 0, count: files)
    outOfRange = Array(repeating: 0, count: files)
  }

  mutating func noteRead(_ file: Int, records: Int = 1) { read[file] += records }

  mutating func noteOutOfRange(_ file: Int, records: Int = 1) { outOfRange[file] += records }

  /// - Parameter share: the part of the figures inside the coverage, or `nil` where they are
  ///   not counted because another source was chosen.
  mutating func add(
    _ entry: IncidentEntry, file: Int, share: PeriodShare?
  ) throws(QuantityOverflow) {
    for (indicator, sum) in entry.sums {
      let key = PlacedKey(file: file, indicator: indicator, place: entry.code)
      placed[key, default: 0] += entry.records
      for (level, isTie) in entry.placement.marks {
        let mark = MarkKey(file: file, indicator: indicator, level: level, isTie: isTie)
        marks[mark, default: 0] += entry.records
      }
      noteZones(entry.placement, indicator, records: entry.records)
      if let share { try take(sum, indicator, share) }
    }
  }

  mutating func add(
    _ entry: MovementEntry, file: Int, share: PeriodShare?
  ) throws(QuantityOverflow) {
    let key = MovedKey(
      file: file, kind: entry.kind, unit: entry.unit, origin: entry.originCode,
      destination: entry.destinationCode)
    moved[key, default: 0] += 1
    mark(entry.origin, .origin, key)
    mark(entry.destination, .destination, key)
    let primary = Crossing.effects(
      of: entry.kind, hasOrigin: entry.origin != nil, hasDestination: entry.destination != nil,
      isWithin: true)
    let all = Crossing.effects(
      of: entry.kind, hasOrigin: entry.origin != nil, hasDestination: entry.destination != nil,
      isWithin: false)
    for effect in all {
      let indicator = Indicator(effect.stem, unit: entry.unit)
      // Who stays inside a zone neither leaves it nor arrives.
      let isCrossing = !primary.contains { $0.stem == effect.stem }
      noteZones(
        effect.end == .origin ? entry.origin : entry.destination, indicator,
        except: isCrossing ? entry.zonesOfBothEnds : [])
    }
    guard let share else { return }
    for effect in primary {
      try take(Sum(entry.figure), Indicator(effect.stem, unit: entry.unit), share)
    }
  }

  private mutating func take(
    _ sum: Sum, _ indicator: Indicator, _ share: PeriodShare
  ) throws(QuantityOverflow) {
    let part = try sum.part(share)
    try intake[indicator, default: .empty].add(part)
    if share.period == .coverage { try covered[indicator, default: .empty].add(part) }
  }

  private mutating func mark(_ placement: Placement?, _ end: Crossing.End, _ key: MovedKey) {
    for (level, isTie) in placement?.marks ?? [] {
      let mark = MovedMarkKey(moved: key, end: end, level: level, isTie: isTie)
      movedMarks[mark, default: 0] += 1
    }
  }

  private mutating func noteZones(
    _ placement: Placement?, _ indicator: Indicator, except inner: [RegionNumber] = [],
    records: Int = 1
  ) {
    guard let placement else { return }
    for zone in placement.zones where !inner.contains(zone) {
      zones[ZoneKey(zone: zone, indicator: indicator, isSure: true), default: 0] += records
    }
    for zone in placement.possibleZones {
      zones[ZoneKey(zone: zone, indicator: indicator, isSure: false), default: 0] += records
    }
  }
}

extension AccountBook {
  /// Adds what another thread has counted.
  mutating func add(
    _ other: AccountBook, place: (PlaceCode) -> PlaceCode
  ) throws(QuantityOverflow) {
    for file in read.indices {
      read[file] += other.read[file]
      outOfRange[file] += other.outOfRange[file]
    }
    for (key, count) in other.placed { placed[key.moved(place), default: 0] += count }
    for (key, count) in other.moved { moved[key.moved(place), default: 0] += count }
    for (key, count) in other.marks { marks[key, default: 0] += count }
    for (key, count) in other.movedMarks { movedMarks[key.moved(place), default: 0] += count }
    for (key, count) in other.zones { zones[key, default: 0] += count }
    for (key, sum) in other.intake { try intake[key, default: .empty].add(sum) }
    for (key, sum) in other.covered { try covered[key, default: .empty].add(sum) }
  }
}

extension AccountBook.PlacedKey {
  fileprivate func moved(_ to: (PlaceCode) -> PlaceCode) -> Self {
    Self(file: file, indicator: indicator, place: to(place))
  }
}

extension AccountBook.MovedKey {
  fileprivate func moved(_ to: (PlaceCode) -> PlaceCode) -> Self {
    Self(file: file, kind: kind, unit: unit, origin: to(origin), destination: to(destination))
  }
}

extension AccountBook.MovedMarkKey {
  fileprivate func moved(_ to: (PlaceCode) -> PlaceCode) -> Self {
    Self(moved: moved.moved(to), end: end, level: level, isTie: isTie)
  }
}

extension Placement {
  /// The levels at which the point was a tie or was snapped.
  fileprivate var marks: [(level: Level, isTie: Bool)] {
    guard ties | snapped != 0 else { return [] }
    return Level.allCases.filter { ties & $0.bit != 0 }.map { ($0, true) }
      + Level.allCases.filter { snapped & $0.bit != 0 }.map { ($0, false) }
  }
}

extension Level {
  /// The level's bit in `Placement.ties` and `Placement.snapped`.
  var bit: UInt8 { 1 << rawValue }
}
