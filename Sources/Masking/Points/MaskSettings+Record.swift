import Records
import Tallies

/// What is told of a record.
extension MaskSettings {
  func period(of days: DateSpan) -> PeriodText {
    for step in Step.allCases where step >= self.step {
      let span = step.span(around: days.first, weekStart: weekStart)
      guard span.contains(days) else { continue }
      let key = PeriodKey(step: step, first: span.first, isUnspecified: false)
      return PeriodText(
        start: span.first.description, end: span.last.description,
        label: key.label(of: span, weekStart: weekStart))
    }
    return PeriodText(start: "", end: "", label: "")
  }

  /// Whether all days are asked for.
  func takes(_ days: DateSpan) -> Bool {
    (from.map { $0 <= days.first } ?? true) && (to.map { days.last <= $0 } ?? true)
  }

  /// The kind that is told: a word of a list.
  func kind(of record: Record) -> String {
    switch record.content {
    case .movement(let movement): return movement.kind.rawValue
    case .incident(let incident):
      guard !kinds.isEmpty else { return "incident" }
      return kinds.contains(incident.kind) ? incident.kind : "other"
    }
  }

  func figure(_ indicator: Indicator, of record: Record) -> Figure? {
    switch record.content {
    case .incident(let incident):
      switch indicator.stem {
      case .incidents: incident.events
      case .killed: incident.killed
      case .injured: incident.injured
      case .detained: incident.detained
      default: nil
      }
    case .movement(let movement):
      movement.indicatorOfOrigin == indicator ? movement.figure : nil
    }
  }
}
