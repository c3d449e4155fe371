import JSONText
import Records
import Regions
import Tallies

/// One record as a masked point: all that is told of it.
struct MaskedPoint: Hashable, Comparable {
  /// Numbers as texts, `nil` for unknown.
  struct Told: Hashable {
    let low: String?
    let best: String?
    let high: String?

    init(_ figure: Figure?) {
      let figure = figure?.widened ?? figure
      low = figure?.low?.text()
      best = figure?.best?.text()
      high = figure?.high?.text()
    }

    var order: [String] { [best, low, high].map { $0 ?? "" } }
  }

  let region: RegionID
  let regionName: String
  let regionNameArabic: String?
  let period: PeriodText
  let point: GridPoint
  let kind: String
  /// One for each figure that was asked for.
  let figures: [Told]

  /// By what is public, so that the order says nothing of the input's.
  static func < (left: MaskedPoint, right: MaskedPoint) -> Bool {
    if left.region != right.region { return left.region < right.region }
    if left.period != right.period { return left.period < right.period }
    if left.point != right.point { return left.point < right.point }
    if left.kind != right.kind {
      return left.kind.utf8.lexicographicallyPrecedes(right.kind.utf8)
    }
    return left.figures.flatMap(\.order).lexicographicallyPrecedes(right.figures.flatMap(\.order))
  }
}

/// The period of a point: the shortest standard one, from the step upwards, that holds its days.
struct PeriodText: Hashable, Comparable {
  let start: String
  let end: String
  /// Empty where not even a year holds them.
  let label: String

  static func < (left: PeriodText, right: PeriodText) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

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
