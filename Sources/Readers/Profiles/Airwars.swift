import Records
import Regions

/// Incidents of civilian harm by Airwars.
///
/// Column names from the organisation's own export and table (`unique_reference_code`,
/// `civilians_killed_min`, `civilian_non_combatants_killed_min`) and from archives of its pages
/// (`incident_code`, `civilian_deaths_min`). Figures are pairs of a minimum and a maximum; where
/// they differ the best number stays unknown, for a midpoint would be nobody's estimate. Women,
/// men and children are parts of the civilians and never added; militants are people of their own,
/// whom Airwars does not set out to count, and are left out with a note.
///
/// The grading (confirmed, fair, weak, contested, discounted) is the kind's subkind. A discounted
/// incident, in which "those killed were combatants, or other parties most likely responsible", is
/// not counted, with a note; weak and contested ones are what sources claim, and count.
struct Airwars: BuiltInProfile, RowProfile {
  static let name = "airwars"
  private static let killedMinimum = [
    "civilians_killed_min", "civilian_non_combatants_killed_min", "civilian_deaths_min",
    "killed_min", "min_killed", "killed_minimum", "minimum_killed",
  ]
  private static let codes = [
    "unique_reference_code", "unique_reference_number", "incident_code", "code", "incident_id",
    "id", "airwars_id",
  ]
  private static let dates = ["date", "incident_date", "date_start", "incident_date_start"]
  static let required = [codes, dates, ["latitude", "lat"], killedMinimum]

  private let id: Column
  private let dateStart: Column
  private let dateEnd: Column
  private let country: Column
  private let region: Column
  private let location: Column
  private let latitude: Column
  private let longitude: Column
  private let accuracy: Column
  private let grading: Column
  private let strike: Column
  private let killed: Row.FigureColumns
  private let injured: Row.FigureColumns
  private let militants: Column
  private var rowsWithMilitants = 0

  init(columns: inout Columns) {
    id = columns.bind(Airwars.codes)
    dateStart = columns.bind(Airwars.dates)
    dateEnd = columns.bind("date_end", "incident_date_end")
    country = columns.bind("country", "country_slug", "country_name")
    region = columns.bind("governorate", "region", "province_governorate", "province")
    location = columns.bind("location_name", "location", "location_name_arabic")
    latitude = columns.bind("latitude", "lat")
    longitude = columns.bind("longitude", "lon", "lng")
    accuracy = columns.bind(
      "geolocation_accuracy", "geolocation_accuracy_slug", "accuracy", "location_accuracy")
    grading = columns.bind(
      "grading", "civilian_harm_status", "civilian_harm_status_slug", "assessment")
    strike = columns.bind("strike_type", "type_of_strike")
    killed = Row.FigureColumns(
      low: columns.bind(Airwars.killedMinimum), best: columns.bind("killed"),
      high: columns.bind(Airwars.maxima(of: Airwars.killedMinimum)))
    let injuredMinimum = Airwars.killedMinimum.map {
      $0.replacing("deaths", with: "injuries").replacing("killed", with: "injured")
    }
    injured = Row.FigureColumns(
      low: columns.bind(injuredMinimum), best: columns.bind("injured"),
      high: columns.bind(Airwars.maxima(of: injuredMinimum)))
    militants = columns.bind("militants_killed_max", "belligerents_killed_max")
  }

  /// The names of the maxima beside those of the minima.
  private static func maxima(of names: [String]) -> [String] {
    names.map { $0.replacing("minimum", with: "maximum").replacing("min", with: "max") }
  }

  mutating func record(from row: inout Row) -> Record? {
    let id = row.requiredCode(id)
    let dates = row.span(from: dateStart, to: dateEnd)
    let incident = Incident(
      place: place(of: &row), kind: row.text(strike), subkind: row.text(grading).lowercased(),
      killed: figure(killed, of: &row), injured: figure(injured, of: &row))
    noteMilitants(&row)
    guard let id, let dates else { return nil }
    if incident.subkind.hasPrefix("discounted") {
      row.note(.discounted, grading, "Airwars has discounted the incident; it is not counted")
      row.reject()
      return nil
    }
    return Record(
      key: RecordKey(source: "Airwars", id: id), dates: dates, content: .incident(incident),
      line: row.line)
  }

  private func figure(_ columns: Row.FigureColumns, of row: inout Row) -> Figure? {
    guard var figure = row.figure(columns, .unstated) else { return nil }
    if figure.best == nil, figure.low == figure.high { figure.best = figure.low }
    return figure
  }

  private mutating func noteMilitants(_ row: inout Row) {
    if let number = row.quantity(militants), number > .zero { rowsWithMilitants += 1 }
  }

  func closingFindings(in context: ReadContext) -> [Finding] {
    guard rowsWithMilitants > 0 else { return [] }
    return [
      Finding(
        .noIndicator, file: context.file, line: 0, column: militants.name,
        message: "\(rowsWithMilitants) rows also state militants killed; they are not counted")
    ]
  }

  // MARK: - Where

  private func place(of row: inout Row) -> Place {
    let point = row.point(longitude: longitude, latitude: latitude)
    let designations = row.code(region).map { [[Designation(level: .governorate, name: $0)]] }
    return Place(
      country: row.code(country), point: point,
      precision: row.airwarsPrecision(accuracy), designations: designations ?? [],
      detail: row.code(location))
  }
}

extension Row {
  /// How well Airwars knows a place.
  ///
  /// The words are those of its taxonomy, as slugs or labels, with or without their source
  /// ("Within 100m (via Coalition)"):
  /// - `exact_location`, `within_1m` and `within_100m` are points with that radius;
  /// - `nearby_landmark` and `street` name something that may be a few hundred metres long or
  ///   away: 500 m;
  /// - `neighbourhood_area` is an area of a city, for which the point stands;
  /// - `village`, `town` and `city` have one point for all of them: sure to the subdistrict;
  /// - `subdistrict`, `district` and `province_governorate` are those levels;
  /// - blank says nothing: as a place near a town, sure to the district.
  fileprivate mutating func airwarsPrecision(_ column: Column) -> Precision? {
    let word = Columns.folded(text(column)).replacing("/", with: "_")
    guard !word.isEmpty else { return .level(.district) }
    for (prefix, precision) in Row.airwarsWords where word.hasPrefix(prefix) { return precision }
    note(
      .unknownCode, column,
      "\(quoted(column)) is none of Airwars' words of accuracy; the place is taken as sure to the "
        + "district")
    return .level(.district)
  }

  private static let airwarsWords: [(String, Precision)] = [
    ("exact_location", .exact), ("within_100m", .meters(100)), ("within_1m", .meters(1)),
    ("nearby_landmark", .meters(500)), ("street", .meters(500)),
    ("neighbourhood", .level(.neighborhood)), ("neighborhood", .level(.neighborhood)),
    ("village", .settlement), ("town", .settlement), ("city", .settlement),
    ("subdistrict", .level(.subdistrict)), ("district", .level(.district)),
    ("province", .level(.governorate)), ("governorate", .level(.governorate)),
    ("country", .level(.country)),
  ]
}
