import Records
import Regions

/// The columns that describe one place.
struct PlaceFields: Sendable {
  /// How the fields of a place are called.
  struct Names {
    let region: String
    let country: String
    let latitude: String
    let longitude: String
    let detail: String
    let steps: [(level: Level?, name: String, code: String)]

    /// - Parameter end: empty for an incident, or `origin` or `destination` of a movement.
    init(_ end: String) {
      let prefix = end.isEmpty ? "" : "\(end)_"
      region = end.isEmpty ? "region" : end
      country = "\(prefix)country"
      latitude = "\(prefix)latitude"
      longitude = "\(prefix)longitude"
      detail = "\(prefix)detail"
      let levels = Level.layered.map { (level: Optional($0), name: $0.name) }
      let ordered = levels.dropLast() + [(nil, "community")] + levels.suffix(1)
      steps = ordered.map { ($0.level, "\(prefix)\($0.name)", "\(prefix)\($0.name)_code") }
    }
  }

  private let region: Column
  private let country: Column
  private let latitude: Column
  private let longitude: Column
  private let detail: Column
  private let steps: [(level: Level?, name: Column, code: Column)]

  init(_ end: String, in columns: FieldColumns) {
    let names = Names(end)
    region = columns[names.region]
    country = columns[names.country]
    latitude = columns[names.latitude]
    longitude = columns[names.longitude]
    detail = columns[names.detail]
    steps = names.steps.map { ($0.level, columns[$0.name], columns[$0.code]) }
  }

  /// Where the row says it happened; `nil` where it says nothing of it.
  func place(
    of row: inout Row, country outer: String?, within parent: Column, precision: Precision?
  ) -> Place? {
    let named = row.designations(region, within: parent, precision: precision)
    let levels = steps.compactMap { step -> Designation? in
      let (code, name) = (row.code(step.code), row.code(step.name))
      guard code != nil || name != nil else { return nil }
      return Designation(level: step.level, code: code, name: name)
    }
    let point = row.point(longitude: longitude, latitude: latitude)
    let own = row.code(country)
    let detail = row.code(detail)
    if named.isEmpty, levels.isEmpty, point == nil, own == nil, detail == nil { return nil }
    return Place(
      country: own ?? outer, point: point, precision: precision,
      designations: PlaceFields.joined(levels, named), detail: detail)
  }

  /// A column for each level, then what the column of a place says below them.
  private static func joined(
    _ levels: [Designation], _ named: [[Designation]]
  ) -> [[Designation]] {
    if named.isEmpty { return levels.isEmpty ? [] : [levels] }
    return named.map { levels + $0 }
  }
}
