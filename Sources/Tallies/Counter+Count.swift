import Records
import Regions

extension Counter {
  /// Places, dates and books one flow or event.
  mutating func count(
    _ record: Record, file: Int, owner: Owner
  ) throws(QuantityOverflow) {
    guard let dating = calendar.dating(of: record.dates) else {
      accounts.noteOutOfRange(file)
      return
    }
    extend(record.dates)
    accounts.noteRead(file)
    let categories = categories(of: record)
    switch record.content {
    case .incident(let incident):
      let entry = try incidentEntry(incident, record, file)
      if onlyChecks { return }
      try accounts.add(entry, file: file, share: owner.isCounted ? dating.coverage : nil)
      try books[owner, default: Book()].add(entry, dating, categories)
      if trace != nil {
        let item = HeldRecord(record: record, file: file)
        try noteTrace(item, owner.standing, .incident(entry), dating, categories)
      }
    case .movement(let movement):
      let entry = try movementEntry(movement, record, file)
      if onlyChecks { return }
      try accounts.add(entry, file: file, share: owner.isCounted ? dating.coverage : nil)
      try books[owner, default: Book()].add(entry, dating, categories)
      if trace != nil {
        let item = HeldRecord(record: record, file: file)
        try noteTrace(item, owner.standing, .movement(entry), dating, categories)
      }
    }
  }

  private mutating func incidentEntry(
    _ incident: Incident, _ record: Record, _ file: Int
  ) throws(QuantityOverflow) -> IncidentEntry {
    let placement =
      place(incident.place, line: record.line, file: file) ?? Placement(.unplaced)
    if placement.node == .unplaced { note(.noPlace, record.line, file, Counter.noPlace) }
    var sums: [(Indicator, Sum)] = []
    for (indicator, figure) in incident.figures(of: record.measure) {
      sums.append((indicator, try Sum(figure)))
    }
    return IncidentEntry(placement, code(of: placement), sums)
  }

  static let noPlace = "no usable place"

  private mutating func movementEntry(
    _ movement: Movement, _ record: Record, _ file: Int
  ) throws(QuantityOverflow) -> MovementEntry {
    let origin = place(movement.origin, line: record.line, file: file)
    let destination = place(movement.destination, line: record.line, file: file)
    if origin == nil && destination == nil {
      note(.noPlace, record.line, file, "neither origin nor destination is given")
    }
    let (figure, unit) = try Counter.persons(movement)
    return MovementEntry(
      kind: movement.kind, unit: unit, figure: figure,
      origin: origin, destination: destination,
      originCode: code(of: origin), destinationCode: code(of: destination))
  }

  /// F3: households become persons only with a declared size.
  static func persons(
    _ movement: Movement
  ) throws(QuantityOverflow) -> (Figure, Movement.Unit) {
    guard movement.unit == .households, let size = movement.householdSize else {
      return (movement.figure, movement.unit)
    }
    return (try movement.figure.multiplied(by: size), .persons)
  }
}

extension Incident {
  /// The figures that are counted, each by its indicator.
  func figures(of measure: Measure) -> [(Indicator, Figure)] {
    // A running total is no event.
    let events = measure == .flow ? events.map { (Indicator(.incidents), $0) } : nil
    return [
      events, killed.map { (Indicator(.killed), $0) }, injured.map { (Indicator(.injured), $0) },
      detained.map { (Indicator(.detained), $0) },
    ].compactMap { $0 }
  }
}

/// An incident, placed; or several that are alike, with the sums of their figures.
struct IncidentEntry {
  let placement: Placement
  let code: PlaceCode
  let records: Int
  let sums: [(indicator: Indicator, sum: Sum)]

  init(
    _ placement: Placement, _ code: PlaceCode, _ sums: [(Indicator, Sum)], records: Int = 1
  ) {
    self.placement = placement
    self.code = code
    self.records = records
    self.sums = sums.map { (indicator: $0.0, sum: $0.1) }
  }
}

/// A movement, both ends placed; an end that the record does not speak of is `nil`.
struct MovementEntry {
  let kind: Movement.Kind
  let unit: Movement.Unit
  let figure: Figure
  let origin: Placement?
  let destination: Placement?
  let originCode: PlaceCode
  let destinationCode: PlaceCode

  var zonesOfBothEnds: [RegionNumber] {
    guard let origin, let destination else { return [] }
    return origin.zones.filter { destination.zones.contains($0) }
  }
}

extension Book {
  mutating func add(
    _ entry: IncidentEntry, _ dating: Calendar.Dating, _ categories: [Int32]
  ) throws(QuantityOverflow) {
    for share in dating.shares { try add(entry, share, categories) }
  }

  mutating func add(
    _ entry: IncidentEntry, _ share: PeriodShare, _ categories: [Int32]
  ) throws(QuantityOverflow) {
    for (indicator, sum) in entry.sums {
      let part = CompactSum(try sum.part(share))
      for category in categories {
        try places.add(part, at: key(entry.code, share.period, indicator, category))
        for zone in entry.placement.zones {
          try zones.add(part, at: key(.region(zone), share.period, indicator, category))
        }
      }
    }
  }

  mutating func add(
    _ entry: MovementEntry, _ dating: Calendar.Dating, _ categories: [Int32]
  ) throws(QuantityOverflow) {
    for share in dating.shares {
      let part = try Sum(entry.figure.part(share))
      for category in categories {
        let flow = FlowKey(
          origin: entry.originCode, destination: entry.destinationCode, period: share.period,
          kind: entry.kind, unit: entry.unit, category: category)
        try add(part, along: flow)
        try addZones(entry, part, share.period, category)
      }
    }
  }

  private mutating func addZones(
    _ entry: MovementEntry, _ sum: Sum, _ period: PeriodKey, _ category: Int32
  ) throws(QuantityOverflow) {
    let origins = entry.origin?.zones ?? []
    let destinations = entry.destination?.zones ?? []
    for zone in Set(origins + destinations) {
      let effects = Crossing.effects(
        of: entry.kind, hasOrigin: entry.origin != nil, hasDestination: entry.destination != nil,
        isWithin: origins.contains(zone) && destinations.contains(zone))
      for effect in effects {
        guard (effect.end == .origin ? origins : destinations).contains(zone) else { continue }
        let indicator = Indicator(effect.stem, unit: entry.unit)
        try zones.add(
          CompactSum(sum), at: key(.region(zone), period, indicator, category))
      }
    }
  }

  func key(
    _ place: PlaceCode, _ period: PeriodKey, _ indicator: Indicator, _ category: Int32
  ) -> PlaceKey {
    PlaceKey(place: place, period: period, indicator: indicator, category: category)
  }
}
