import Records
import Regions

/// Events of the Armed Conflict Location & Event Data project, in the layouts of all years.
///
/// Exports before 2022 have `data_id`, `event_id_no_cnty` and `iso3` beside the rest, and no
/// `disorder_type`. The first ones have headers in capitals, `GWNO` and `ALLY_ACTOR_1`, no
/// `SUB_EVENT_TYPE` and no `TIMESTAMP`, and dates such as `18/04/2001`, whose order must be
/// declared (rule T4).
///
/// Codes from the ACLED codebook: `geo_precision` 1 a town, 2 near a town, 3 a larger region;
/// `time_precision` 1 the day, 2 the week, 3 the month. `fatalities` is the lowest number
/// reported, so it closes the lower bound only.
struct ACLEDEvents: BuiltInProfile, PlainProfile {
  static let name = "acled"
  static let required = [
    ["event_id_cnty"], ["event_date"], ["time_precision"], ["event_type"], ["country"], ["admin1"],
    ["latitude"], ["longitude"], ["geo_precision"], ["fatalities"],
  ]

  private let id: Column
  private let date: Column
  private let timePrecision: Column
  private let eventType: Column
  private let subEventType: Column
  private let country: Column
  private let admins: [(level: Level, column: Column)]
  private let latitude: Column
  private let longitude: Column
  private let geoPrecision: Column
  private let fatalities: Column
  private let timestamp: Column

  init(columns: inout Columns) {
    id = columns.bind("event_id_cnty")
    date = columns.bind("event_date")
    timePrecision = columns.bind("time_precision")
    eventType = columns.bind("event_type")
    subEventType = columns.bind("sub_event_type")
    country = columns.bind("country")
    admins = [
      (.governorate, columns.bind("admin1")), (.district, columns.bind("admin2")),
      (.subdistrict, columns.bind("admin3")),
    ]
    latitude = columns.bind("latitude")
    longitude = columns.bind("longitude")
    geoPrecision = columns.bind("geo_precision")
    fatalities = columns.bind("fatalities")
    timestamp = columns.bind("timestamp")
  }

  func record(from row: inout Row) -> Record? {
    let id = row.requiredCode(id)
    let dates = dates(of: &row)
    let incident = Incident(
      place: place(of: &row), kind: row.text(eventType), subkind: row.text(subEventType),
      killed: row.quantity(fatalities).map { Figure($0, .atLeast) })
    let version = row.version(timestamp)
    guard let id, let dates else { return nil }
    return Record(
      key: RecordKey(source: "ACLED", id: id), version: version, dates: dates,
      content: .incident(incident), line: row.line)
  }

  var plainLayout: PlainLayout {
    let precision = timePrecision
    let places = [country, geoPrecision] + admins.map(\.column)
    return PlainLayout(
      id: id, version: timestamp, firstDay: date, longitude: longitude, latitude: latitude,
      figures: [PlainLayout.FigureColumns(figure: .killed, best: fatalities)],
      template: [timePrecision, eventType, subEventType] + places, places: places
    ) { row in
      switch row.text(precision) {
      case "2": .week
      case "3": .month
      default: .asWritten
      }
    }
  }

  /// The day, the seven days around it, or its month (rule T2).
  private func dates(of row: inout Row) -> DateSpan? {
    let day = row.requiredDay(date)
    let code = row.code(timePrecision, among: 1...3)
    guard let day, let code else { return nil }
    return switch code {
    case 1: DateSpan(day)
    case 2: DateSpan(first: day.adding(-3), last: day.adding(3))
    default: DateSpan(monthOf: day)
    }
  }

  private func place(of row: inout Row) -> Place {
    let precision: Precision? =
      switch row.code(geoPrecision, among: 1...3, tellsPlace: true) {
      case 1: .settlement
      case 2: .level(.district)
      case 3: .level(.governorate)
      default: nil
      }
    let steps = admins.compactMap { level, column in
      row.code(column).map { Designation(level: level, name: $0) }
    }
    return Place(
      country: row.code(country), point: row.point(longitude: longitude, latitude: latitude),
      precision: precision, designations: steps.isEmpty ? [] : [steps])
  }
}
