import Records
import Regions

/// Georeferenced events of the Uppsala Conflict Data Program (UCDP GED).
///
/// Codes from the GED codebook: `where_prec` 1 a named place, 2 within about 25 km of one, 3 the
/// second level, 4 the first level, 5 a line or fuzzy area, 6 the country, 7 international waters
/// or airspace. `date_start` and `date_end` are the earliest and the latest day.
struct UCDPEvents: BuiltInProfile, PlainProfile {
  static let name = "ucdp-ged"
  static let required = [
    ["id"], ["type_of_violence"], ["where_prec"], ["country"], ["latitude"], ["longitude"],
    ["date_start"], ["date_end"], ["best"], ["high"], ["low"],
  ]

  private let id: Column
  private let violence: Column
  private let wherePrecision: Column
  private let coordinatesText: Column
  private let admin1: Column
  private let admin2: Column
  private let latitude: Column
  private let longitude: Column
  private let country: Column
  private let dateStart: Column
  private let dateEnd: Column
  private let deaths: Row.FigureColumns

  init(columns: inout Columns) {
    id = columns.bind("id")
    violence = columns.bind("type_of_violence")
    wherePrecision = columns.bind("where_prec")
    coordinatesText = columns.bind("where_coordinates")
    admin1 = columns.bind("adm_1")
    admin2 = columns.bind("adm_2")
    latitude = columns.bind("latitude")
    longitude = columns.bind("longitude")
    country = columns.bind("country")
    dateStart = columns.bind("date_start")
    dateEnd = columns.bind("date_end")
    deaths = Row.FigureColumns(
      low: columns.bind("low"), best: columns.bind("best"), high: columns.bind("high"))
  }

  func record(from row: inout Row) -> Record? {
    let id = row.requiredCode(id)
    let dates = row.span(from: dateStart, to: dateEnd)
    let incident = Incident(
      place: place(of: &row), kind: kind(of: &row), killed: row.figure(deaths, .unstated))
    guard let id, let dates else { return nil }
    return Record(
      key: RecordKey(source: "UCDP GED", id: id), dates: dates, content: .incident(incident),
      line: row.line)
  }

  var plainLayout: PlainLayout {
    let places = [wherePrecision, coordinatesText, admin1, admin2, country]
    return PlainLayout(
      id: id, firstDay: dateStart, lastDay: dateEnd, longitude: longitude, latitude: latitude,
      figures: [
        PlainLayout.FigureColumns(
          figure: .killed, low: deaths.low, best: deaths.best, high: deaths.high)
      ],
      template: [violence] + places, places: places)
  }

  private func kind(of row: inout Row) -> String {
    switch row.code(violence, among: 1...3) {
    case 1: "state-based"
    case 2: "non-state"
    case 3: "one-sided"
    default: ""
    }
  }

  private func place(of row: inout Row) -> Place {
    let code = row.code(wherePrecision, among: 1...7, tellsPlace: true)
    let steps = [
      row.code(admin1).map { Designation(level: .governorate, name: $0) },
      row.code(admin2).map { Designation(level: .district, name: $0) },
    ].compactMap { $0 }
    let precision: Precision? =
      switch code {
      case 1: .settlement
      case 2, 3: .level(.district)
      case 4: .level(.governorate)
      case 5: .level(row.isBlank(admin1) ? .country : .governorate)
      case 6: .level(.country)
      case 7: .outside
      default: nil
      }
    return Place(
      country: row.code(country), point: row.point(longitude: longitude, latitude: latitude),
      precision: precision, designations: steps.isEmpty ? [] : [steps],
      detail: code == 1 ? row.code(coordinatesText) : nil)
  }
}
