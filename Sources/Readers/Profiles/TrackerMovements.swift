import Records
import Regions

/// The tracker's own layout of movements.
///
/// A point in plain `longitude` and `latitude`, as GeoJSON has it, is the destination's, or of an
/// eviction the origin's.
struct TrackerMovements: BuiltInProfile, RowProfile {
  static let name = "tracker-movements"
  static let required = [
    ["id"], ["source"], ["date_start"], ["kind"], ["unit"], ["best"], ["origin", "destination"],
    ["measure"],
  ]

  private struct End {
    let place: Column
    let longitude: Column
    let latitude: Column
    let country: Column

    init(_ name: String, columns: inout Columns) {
      place = columns.bind(name)
      longitude = columns.bind("\(name)_longitude")
      latitude = columns.bind("\(name)_latitude")
      country = columns.bind("\(name)_country")
    }
  }

  private let common: TrackerColumns
  private let origin: End
  private let destination: End
  private let longitude: Column
  private let latitude: Column
  private let precision: Column
  private let unit: Column
  private let figure: Row.FigureColumns
  private let qualifier: Column
  private let householdSize: Column
  private let country: Column
  private let parent: Column

  init(columns: inout Columns) {
    common = TrackerColumns(columns: &columns)
    origin = End("origin", columns: &columns)
    destination = End("destination", columns: &columns)
    longitude = columns.bind("longitude")
    latitude = columns.bind("latitude")
    precision = columns.bind("precision")
    unit = columns.bind("unit")
    figure = Row.FigureColumns(
      low: columns.bind("low"), best: columns.bind("best"), high: columns.bind("high"))
    qualifier = columns.bind("qualifier")
    householdSize = columns.bind("household_size")
    country = columns.bind("country")
    parent = columns.bind("parent")
  }

  func record(from row: inout Row) -> Record? {
    let kind = row.word(common.kind, Movement.Kind.self)
    let unit = row.isBlank(unit) ? .persons : row.word(unit, Movement.Unit.self)
    let qualifier = row.qualifier(qualifier)
    let precision = row.precision(precision)
    var origin = place(origin, precision, of: &row)
    var destination = place(destination, precision, of: &row)
    let figure =
      row.figure(figure, qualifier) ?? TrackerColumns.figure(onlyBy: qualifier)
      ?? Figure(low: nil, best: nil, high: nil)
    let householdSize = row.quantity(householdSize)
    guard let kind, let unit else { return nil }
    if let point = row.point(longitude: longitude, latitude: latitude) {
      let plain = Place(country: row.code(country), point: point, precision: precision)
      if kind == .eviction, origin == nil {
        origin = plain
      } else if destination == nil {
        destination = plain
      }
    }
    let movement = Movement(
      kind: kind, origin: origin, destination: destination, figure: figure, unit: unit,
      householdSize: householdSize)
    return common.record(from: &row, .movement(movement))
  }

  /// One end of the movement; `nil` where the row says nothing of it.
  private func place(_ end: End, _ precision: Precision?, of row: inout Row) -> Place? {
    let designations = row.designations(end.place, within: parent, precision: precision)
    let point = row.point(longitude: end.longitude, latitude: end.latitude)
    let ownCountry = row.code(end.country)
    if designations.isEmpty, point == nil, ownCountry == nil { return nil }
    return Place(
      country: ownCountry ?? row.code(country), point: point, precision: precision,
      designations: designations)
  }
}
