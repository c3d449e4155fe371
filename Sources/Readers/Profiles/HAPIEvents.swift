import Records
import Regions

/// Numbers of conflict events and of their dead by place and month from HDX HAPI, which sums up
/// ACLED's events.
///
/// Targeting of civilians is part of political violence, and is not counted beside it;
/// demonstrations are apart from both. Fatalities are the lowest numbers reported, as in ACLED.
struct HAPIEvents: BuiltInProfile, RowProfile, SurveyingProfile {
  static let name = "hapi-conflict"
  static let required = [
    ["location_code"], ["event_type"], ["events"], ["fatalities"], ["reference_period_start"],
  ]

  /// Kinds of events, as HAPI's `EventType` has them.
  private enum Kind: String, CaseIterable {
    case politicalViolence = "political_violence"
    case demonstration
    case civilianTargeting = "civilian_targeting"
    /// Not one of HAPI's: what Nuzuh itself writes for incidents of every kind together.
    case all
  }

  private let common: HAPIColumns
  private let eventType: Column
  private let events: Column
  private let fatalities: Column
  private var overlaps = LevelOverlaps()

  init(columns: inout Columns) {
    common = HAPIColumns(columns: &columns)
    eventType = columns.bind("event_type")
    events = columns.bind("events")
    fatalities = columns.bind("fatalities")
  }

  private struct Statement {
    let kind: Kind?
    let stated: LeveledFigure
    let killed: Quantity?
    let dates: DateSpan?
  }

  mutating func survey(_ row: inout Row) {
    let statement = statement(of: &row)
    if !row.isRejected { overlaps.add(statement.stated) }
  }

  mutating func record(from row: inout Row) -> Record? {
    let statement = statement(of: &row)
    let stated = statement.stated
    guard !row.isRejected, let kind = statement.kind, let dates = statement.dates,
      !row.rejectIfRepeated(stated, events, &overlaps)
    else { return nil }
    let incident = Incident(
      place: stated.area.place, kind: kind == .all ? "" : kind.rawValue, events: stated.figure(),
      killed: Figure(statement.killed, statement.killed == nil ? .unstated : .atLeast))
    return Record(
      key: RecordKey(source: "HDX HAPI conflict", id: stated.id), dates: dates,
      subject: HAPIEvents.subject, content: .incident(incident), line: row.line)
  }

  /// Sums of ACLED's records are not counted beside the records.
  private static let subject = "ACLED"

  private func statement(of row: inout Row) -> Statement {
    common.noteProblems(of: &row)
    let area = common.admins.area(of: &row)
    let dates = common.dates(of: &row)
    let kind = row.word(eventType, Kind.self)
    if kind == .civilianTargeting {
      row.note(
        .overlappingRow, eventType,
        "targeting of civilians is part of political violence and is not counted beside it")
      row.reject()
    }
    let days = dates.map { "\($0.first)/\($0.last)" } ?? ""
    let group = "\(kind?.rawValue ?? "")|\(area.country ?? "")|\(days)"
    return Statement(
      kind: kind,
      stated: LeveledFigure(
        number: row.quantity(events), area: area, group: group,
        id: "\(group)|\(area.level.name) \(area.id)"),
      killed: row.quantity(fatalities), dates: dates)
  }
}
