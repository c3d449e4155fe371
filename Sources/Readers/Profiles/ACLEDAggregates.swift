import Records
import Regions

/// Tables in which ACLED counts its events by area and period.
///
/// Two are in use: by week, first-level unit and type of event, as the project publishes them
/// (`WEEK` is the Saturday on which the week begins), and by month and second-level unit, as HDX
/// has them. Fatalities are the lowest number reported, as in the events.
///
/// The tables sum up ACLED's events, so their records bear its name as their subject: they are
/// not counted beside the events themselves, nor beside one another (rule F4). HDX has a table
/// each for political violence, civilian targeting (a part of it) and demonstrations, which only
/// the name of the file tells apart.
struct ACLEDAggregates: BuiltInProfile, RowProfile {
  static let name = "acled-aggregate"
  static let required = [["country"], ["events"], ["week", "month"], ["admin1", "iso3"]]

  private let week: Column
  private let month: Column
  private let year: Column
  private let country: Column
  private let iso3: Column
  private let admins: [(level: Level, name: Column, code: Column)]
  private let latitude: Column
  private let longitude: Column
  private let eventType: Column
  private let subEventType: Column
  private let events: Column
  private let fatalities: Column

  init(columns: inout Columns) {
    week = columns.bind("week")
    month = columns.bind("month")
    year = columns.bind("year")
    country = columns.bind("country")
    iso3 = columns.bind("iso3")
    admins = [
      (.governorate, columns.bind("admin1"), columns.bind("admin1_pcode")),
      (.district, columns.bind("admin2"), columns.bind("admin2_pcode")),
    ]
    latitude = columns.bind("centroid_latitude")
    longitude = columns.bind("centroid_longitude")
    eventType = columns.bind("event_type")
    subEventType = columns.bind("sub_event_type")
    events = columns.bind("events")
    fatalities = columns.bind("fatalities")
  }

  func record(from row: inout Row) -> Record? {
    let isWeekly = !row.isBlank(week)
    let dates = isWeekly ? weekDays(of: &row) : monthDays(of: &row)
    let category = EventCategory(of: row.context.file)
    let place = place(of: &row)
    let incident = Incident(
      place: place, kind: row.code(eventType) ?? category.kind, subkind: row.text(subEventType),
      events: row.quantity(events).map { Figure($0, .exact) },
      killed: row.quantity(fatalities).map { Figure($0, .atLeast) })
    guard let dates, incident.events != nil || incident.killed != nil else { return nil }
    let source = isWeekly ? "ACLED by week" : category.source
    return Record(
      key: RecordKey(source: source, id: id(of: row, dates)), dates: dates, subject: "ACLED",
      content: .incident(incident), line: row.line)
  }

  // MARK: - When

  private func weekDays(of row: inout Row) -> DateSpan? {
    row.requiredDay(week).flatMap { DateSpan(first: $0, last: $0.adding(6)) }
  }

  /// A month by its name or number beside a year, or both in one cell.
  private func monthDays(of row: inout Row) -> DateSpan? {
    row.isBlank(year) ? row.month(month) : row.month(month, of: year)
  }

  // MARK: - Where

  /// The centroid only stands for the unit (rule P5).
  private func place(of row: inout Row) -> Place {
    let steps = admins.compactMap { level, name, code -> Designation? in
      let (name, code) = (row.code(name), row.code(code))
      guard name != nil || code != nil else { return nil }
      return Designation(level: level, code: code, name: name)
    }
    return Place(
      country: row.code(iso3) ?? row.code(country),
      point: row.point(longitude: longitude, latitude: latitude),
      precision: .level(steps.last?.level ?? .country),
      designations: steps.isEmpty ? [] : [steps])
  }

  private func id(of row: Row, _ dates: DateSpan) -> String {
    let cells =
      [iso3, country] + admins.flatMap { [$0.name, $0.code] } + [eventType, subEventType]
    return "\(dates.first)/" + cells.map(row.text).joined(separator: "/")
  }
}

/// What kind of events one of HDX's tables counts, by the name of its file.
private enum EventCategory {
  case politicalViolence
  case civilianTargeting
  case demonstrations
  case unstated

  init(of file: String) {
    let name = Columns.folded(file)
    self =
      if name.contains("civilian_target") {
        .civilianTargeting
      } else if name.contains("demonstration") {
        .demonstrations
      } else if name.contains("political_violence") {
        .politicalViolence
      } else {
        .unstated
      }
  }

  var kind: String {
    switch self {
    case .politicalViolence: "Political violence"
    case .civilianTargeting: "Civilian targeting"
    case .demonstrations: "Demonstrations"
    case .unstated: ""
    }
  }

  /// The widest comes first in byte order, so that it is the one taken (rule "Sources of one
  /// subject").
  var source: String {
    switch self {
    case .politicalViolence, .unstated: "ACLED by month"
    case .civilianTargeting: "ACLED by month: civilian targeting"
    case .demonstrations: "ACLED by month: demonstrations"
    }
  }
}
