import Records

/// Turns running totals into flows (rule F2): each value less the greatest before it, of the
/// same source, subject and place.
///
/// A total that falls is a correction: it adds nothing, and neither does what only makes up for
/// it, so that the flows never add up to more than the greatest total reported.
struct CumulativeSeries {
  private struct Key: Hashable {
    let source: String
    let subject: String?
    let thing: Record.Content
    /// Which of an incident's figures.
    let slot: Int
  }

  private struct State {
    var greatest: Figure
    var last: Day
  }

  private var states: [Key: State] = [:]

  init() {}

  /// The record as a flow over the days since the value before it, and what to say of it.
  /// Records must come in the order of their last days.
  mutating func piece(of record: Record) throws(QuantityOverflow) -> (Record, String?) {
    var piece = record
    var remark: String?
    var previous: Day?
    switch record.content {
    case .incident(var incident):
      let figures = [incident.killed, incident.injured, incident.detained]
      var flows: [Figure?] = []
      for (slot, figure) in figures.enumerated() {
        let key = key(of: record, slot)
        flows.append(try flow(figure, key, record.dates.last, &previous, &remark))
      }
      (incident.killed, incident.injured, incident.detained) = (flows[0], flows[1], flows[2])
      piece.content = .incident(incident)
    case .movement(var movement):
      let key = key(of: record, 0)
      let flow = try flow(movement.figure, key, record.dates.last, &previous, &remark)
      movement.figure = flow ?? movement.figure
      piece.content = .movement(movement)
    }
    if let previous {
      let first = min(max(previous.adding(1), record.dates.first), record.dates.last)
      piece.dates = DateSpan(first: first, last: record.dates.last) ?? record.dates
    }
    return (piece, remark)
  }

  private func key(of record: Record, _ slot: Int) -> Key {
    var thing = record.content
    switch thing {
    case .incident(var incident):
      (incident.killed, incident.injured, incident.detained) = (nil, nil, nil)
      thing = .incident(incident)
    case .movement(var movement):
      movement.figure = Figure(low: nil, best: nil, high: nil)
      thing = .movement(movement)
    }
    return Key(source: record.key.source, subject: record.subject, thing: thing, slot: slot)
  }

  private mutating func flow(
    _ figure: Figure?, _ key: Key, _ day: Day, _ previous: inout Day?, _ remark: inout String?
  ) throws(QuantityOverflow) -> Figure? {
    guard let figure else { return nil }
    guard let state = states[key] else {
      states[key] = State(greatest: figure, last: day)
      return figure
    }
    previous = state.last
    states[key]?.last = day
    guard let total = figure.best, let before = state.greatest.best else {
      // A total without a number says nothing of what was added.
      if figure.best != nil { states[key]?.greatest = figure }
      return Figure(low: nil, best: nil, high: nil, qualifier: figure.qualifier)
    }
    guard total >= before else {
      remark =
        "the running total fell from \(before.exactText) to \(total.exactText); "
        + "nothing is counted until it passes \(before.exactText) again"
      return Figure(.zero, .exact)
    }
    states[key]?.greatest = figure
    let added = try total.subtracting(before)
    let isExact = figure.isExact && state.greatest.isExact
    return Figure(added, isExact ? .exact : .about)
  }
}

extension Figure {
  var isExact: Bool { best != nil && low == best && high == best }
}
