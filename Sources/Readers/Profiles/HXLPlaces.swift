import Records
import Regions

/// The columns that say where, by their hashtags: `#country`, `#adm1` to `#adm4`, `#loc`, `#geo`.
struct HXLPlaces {
  private struct Step {
    let level: Level?
    let code: Column?
    let name: Column?
  }

  private let country: Column?
  private let steps: [Step]
  private let latitude: Column?
  private let longitude: Column?

  /// - Parameter direction: one end of a movement, or where the row itself is.
  init?(_ direction: HXLTag.Direction, in table: inout HXLColumns) {
    let countryCode = table.bind("country", direction) { $0.isCode }
    let countryName = table.bindName("country", direction)
    country = countryCode ?? countryName
    steps = HXLPlaces.names.compactMap { name, level in
      let step = Step(
        level: level, code: table.bind(name, direction) { $0.isCode },
        name: table.bindName(name, direction))
      return step.code == nil && step.name == nil ? nil : step
    }
    latitude = table.bind("geo", direction) { $0.has("lat", "latitude") }
    longitude = table.bind("geo", direction) { $0.has("lon", "lng", "long", "longitude") }
    let hasPoint = latitude != nil && longitude != nil
    if country == nil && steps.isEmpty && !hasPoint { return nil }
  }

  private static let names: [(String, Level?)] = [
    ("adm1", .governorate), ("adm2", .district), ("adm3", .subdistrict), ("adm4", nil),
    ("loc", nil),
  ]

  /// `nil` where all cells are blank.
  ///
  /// A point may stand for a town: it is as good as one (rule P4).
  func place(of row: inout Row) -> Place? {
    let path = steps.compactMap { step -> Designation? in
      let (code, name) = (step.code.flatMap(row.code), step.name.flatMap(row.code))
      guard code != nil || name != nil else { return nil }
      return Designation(level: step.level, code: code, name: name)
    }
    var point: Coordinate?
    if let longitude, let latitude { point = row.point(longitude: longitude, latitude: latitude) }
    let place = Place(
      country: country.flatMap(row.code), point: point,
      precision: point == nil ? nil : .settlement, designations: path.isEmpty ? [] : [path])
    return place.isEmpty ? nil : place
  }
}
