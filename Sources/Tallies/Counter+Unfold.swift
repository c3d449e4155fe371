import Records
import Regions

/// What was added up of plain rows, booked as if each had been booked alone.
extension Counter {
  mutating func unfold() throws(QuantityOverflow) {
    guard var plain else { return }
    self.plain = nil
    // Each fold is given up when it has been booked.
    while let fold = plain.takeFold() {
      var run = FoldRun()
      var overflow: QuantityOverflow?
      fold.forEachRow { row in
        guard overflow == nil else { return }
        do throws(QuantityOverflow) {
          if run.key != row.key.withoutTime { try close(&run, plain) }
          try add(row, to: &run, plain)
        } catch {
          overflow = error
        }
      }
      if let overflow { throw overflow }
      try close(&run, plain)
    }
  }

  /// Entries of one place and group, over all times.
  private struct FoldRun {
    var key: PlainFold.Key?
    var plan: FoldPlan?
    var coverage: [PeriodShare: IncidentEntry] = [:]
  }

  /// Books an entry in its period, and adds it to what the coverage gets at once.
  private mutating func add(
    _ row: PlainFold.Row, to run: inout FoldRun, _ plain: PlainCount
  ) throws(QuantityOverflow) {
    let group = plain.groups[Int(row.key.group)]
    if run.key == nil { run.plan = FoldPlan(group) }
    run.key = row.key.withoutTime
    let dating = plain.datings[Int(row.key.dating)]
    let placement = plain.placements[row.key.placement]
    let entry = IncidentEntry(
      placement, code(of: placement), try run.plan?.sums(row) ?? [], records: Int(row.records))
    for share in dating.periods where share != dating.coverage {
      try books[.counted, default: Book()].add(entry, share, group.categories)
    }
    run.coverage[dating.coverage] = try run.coverage[dating.coverage]?.adding(entry) ?? entry
  }

  private mutating func close(
    _ run: inout FoldRun, _ plain: PlainCount
  ) throws(QuantityOverflow) {
    guard let key = run.key else { return }
    let group = plain.groups[Int(key.group)]
    for (share, entry) in run.coverage {
      try accounts.add(entry, file: group.file, share: share)
      try books[.counted, default: Book()].add(entry, share, group.categories)
    }
    run = FoldRun()
  }
}

extension PlainFold.Key {
  fileprivate var withoutTime: Self { Self(placement: placement, group: group, dating: 0) }
}

extension IncidentEntry {
  fileprivate func adding(_ other: IncidentEntry) throws(QuantityOverflow) -> IncidentEntry {
    var added: [(Indicator, Sum)] = []
    for (mine, its) in zip(sums, other.sums) {
      var sum = mine.sum
      try sum.add(its.sum)
      added.append((mine.indicator, sum))
    }
    return IncidentEntry(placement, code, added, records: records + other.records)
  }
}

extension PlainRows.Template {
  /// The content without what is a row's own, of its place or of its categories, which a group has
  /// beside it: what else makes a group of rows.
  var shape: Record.Content {
    guard case .incident(var incident) = filled(with: slots.map { _ in 0 }) else {
      return record.content
    }
    incident.place = Place()
    incident.kind = ""
    incident.subkind = ""
    return .incident(incident)
  }
}

/// How the sums of a group's figures follow from those of its rows' own numbers.
struct FoldPlan {
  private struct Line {
    let indicator: Indicator
    /// The figure of a single row, with a mark in the place of each number of its own.
    let figure: Figure
    let low: Int?
    let best: Int?
    let high: Int?
  }

  private let lines: [Line]

  /// Numbers that occur nowhere else tell which bound of which figure is which of a row's.
  init(_ group: PlainCount.Group) {
    let marks = group.slots.indices.map { 4_000_000_000 + UInt32($0) }
    let content = PlainRows.Template.filled(group.content, group.slots, with: marks)
    guard case .incident(let probe) = content else {
      lines = []
      return
    }
    let slot = { (number: Quantity?) in marks.firstIndex { Quantity(Int($0)) == number } }
    lines = probe.figures(of: .flow).map { indicator, figure in
      Line(
        indicator: indicator, figure: figure, low: slot(figure.low), best: slot(figure.best),
        high: slot(figure.high))
    }
  }

  func sums(_ row: PlainFold.Row) throws(QuantityOverflow) -> [(Indicator, Sum)] {
    var sums: [(Indicator, Sum)] = []
    sums.reserveCapacity(lines.count)
    for line in lines {
      var sum = try Sum(line.figure, times: Int(row.records))
      if let slot = line.low { sum.low = row.total(slot) }
      if let slot = line.high { sum.high = row.total(slot) }
      if let slot = line.best {
        sum.best = row.total(slot)
        sum.largest = Quantity(Int(row.largest[slot]))
      }
      sums.append((line.indicator, sum))
    }
    return sums
  }
}

extension PlainFold.Row {
  fileprivate func total(_ slot: Int) -> Quantity {
    Quantity(attos: Int128(sums[sums.startIndex + slot]) * Quantity.unit)
  }
}
