import Records
import Regions

/// Where the people of a displacement update came from and went to.
///
/// Codes from IDMC's database: accuracy ADM0 a country, ADM1 to ADM3 its levels (ADM3 also towns
/// and villages), POINT the place itself; type Origin, Destination, or Origin and destination.
/// Several locations of a row are joined by `;` and share one figure. The row's own `latitude` and
/// `longitude` are then the middle of them, and say nothing.
struct IDMCPlaces {
  private let country: Column
  private let latitude: Column
  private let longitude: Column
  private let centroid: Column
  private let names: Column
  private let points: Column
  private let accuracies: Column
  private let types: Column

  init(columns: inout Columns) {
    country = columns.bind("iso3", "country")
    latitude = columns.bind("latitude")
    longitude = columns.bind("longitude")
    centroid = columns.bind("centroid")
    names = columns.bind("locations_name", "locations_names")
    points = columns.bind("locations_coordinates")
    accuracies = columns.bind("locations_accuracy", "accuracy")
    types = columns.bind("locations_type", "location_type", "identifier")
  }

  private struct Location {
    let name: String?
    let point: Coordinate?
    let precision: Precision?
    let type: LocationType
  }

  private enum LocationType {
    case origin
    case destination
    case both
  }

  /// Origin and destination. People are displaced inside their country, so one of which only the
  /// destination is known came from somewhere in it. *Vague* is a point without an accuracy, which
  /// may stand for any area: it is not used below the country.
  func ends(of row: inout Row) -> (origin: Place?, destination: Place?, isVague: Bool) {
    let locations = locations(of: &row)
    let origins = locations.filter { $0.type != .destination }
    let destinations = locations.filter { $0.type != .origin }
    return (
      place(of: origins, row), destinations.isEmpty ? nil : place(of: destinations, row),
      locations.contains { $0.point != nil && $0.precision == nil }
    )
  }

  private func place(of locations: [Location], _ row: Row) -> Place {
    let country = row.known(country)
    guard let only = locations.first else { return Place(country: country) }
    guard locations.count == 1 else {
      return Place(country: country, designations: locations.map(path))
    }
    // A point says more than a name, and stands for its area where the accuracy says so.
    if let point = only.point {
      return Place(
        country: country, point: point, precision: only.precision ?? .level(.country))
    }
    let path = path(of: only)
    return Place(
      country: country, precision: only.precision, designations: path.isEmpty ? [] : [path])
  }

  /// `Raju, Afrin, Aleppo, Syria`, from the coarsest down and without the country.
  private func path(of location: Location) -> [Designation] {
    let level: Level? = if case .level(let level) = location.precision { level } else { nil }
    let parts = (location.name ?? "").split(separator: ",").map { $0.trimmingBlanks }
      .filter { !$0.isEmpty }
    let names = parts.count > 1 ? parts.dropLast() : parts[...]
    return names.enumerated().reversed().map { index, name in
      Designation(level: index == 0 ? level : nil, name: name)
    }
  }

  private func locations(of row: inout Row) -> [Location] {
    let (names, points) = (list(row, names), list(row, points))
    let (accuracies, types) = (list(row, accuracies), list(row, types))
    let count = max(names.count, points.count, accuracies.count, 1)
    return (0..<count).map { index in
      Location(
        name: names.indices.contains(index) ? names[index] : nil,
        point: point(index, of: points, isOnly: count == 1, &row),
        precision: precision(at(index, accuracies), &row), type: type(at(index, types), &row))
    }
  }

  /// The item of a list; where the list has one item for all, that.
  private func at(_ index: Int, _ list: [String]) -> String? {
    list.count == 1 ? list[0] : list.indices.contains(index) ? list[index] : nil
  }

  private func list(_ row: Row, _ column: Column) -> [String] {
    row.known(column)?.split(separator: ";").map { $0.trimmingBlanks } ?? []
  }

  private func point(
    _ index: Int, of points: [String], isOnly: Bool, _ row: inout Row
  ) -> Coordinate? {
    if points.indices.contains(index) { return point(points[index], self.points, &row) }
    guard isOnly else { return nil }
    if let point = row.point(longitude: longitude, latitude: latitude) { return point }
    return row.known(centroid).flatMap { point($0, centroid, &row) }
  }

  private func point(_ text: String, _ column: Column, _ row: inout Row) -> Coordinate? {
    if let point = PointText.parse(text[...]) { return point }
    row.note(
      .badCoordinate, column,
      "\(CellText.quoted(text)) is no point with its latitude first; the record is placed by its "
        + "codes and names alone")
    return nil
  }

  private func precision(_ text: String?, _ row: inout Row) -> Precision? {
    guard let text = text?.lowercased(), !text.isEmpty else { return nil }
    let levels: [(String, Precision)] = [
      ("adm0", .level(.country)), ("am0", .level(.country)), ("adm1", .level(.governorate)),
      ("adm2", .level(.district)), ("adm3", .level(.subdistrict)), ("point", .exact),
    ]
    if let known = levels.first(where: { text.contains($0.0) }) { return known.1 }
    note(row: &row, accuracies, "is no accuracy; write ADM0 to ADM3 or POINT")
    return nil
  }

  private func type(_ text: String?, _ row: inout Row) -> LocationType {
    guard let text = text?.lowercased(), !text.isEmpty else { return .origin }
    switch (text.contains("origin"), text.contains("destination") || text == "both") {
    case (true, false): return .origin
    case (false, true): return text == "both" ? .both : .destination
    case (true, true): return .both
    case (false, false):
      note(row: &row, types, "is neither Origin nor Destination")
      return .origin
    }
  }

  private func note(row: inout Row, _ column: Column, _ problem: String) {
    row.note(.badCode, column, "\(row.quoted(column)) \(problem); look it up")
  }
}

extension StringProtocol {
  fileprivate var trimmingBlanks: String {
    let bytes = Array(utf8)
    return String(decoding: bytes[CellText.trimmed(bytes.span)], as: UTF8.self)
  }
}
