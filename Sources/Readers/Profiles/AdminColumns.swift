import Records
import Regions

/// Columns that name a country, its first and its second level by codes and names.
struct AdminColumns {
  /// A code and a name of one level; of several columns for a name the first that is filled.
  struct Step {
    let code: Column
    let names: [Column]
  }

  let country: [Column]
  /// The first and the second level below the country.
  let steps: [Step]
  /// The number of the row's level, where the file has it.
  let level: Column

  /// What a row says of its place.
  func area(of row: inout Row) -> AdminArea {
    let path = zip([Level.governorate, .district], steps).compactMap { level, step in
      let (code, name) = (row.known(step.code), step.names.lazy.compactMap(row.known).first)
      return code == nil && name == nil
        ? nil : Designation(level: level, code: code, name: name)
    }
    let country = country.lazy.compactMap(row.known).first
    return AdminArea(country: country, path: path, level: level(of: &row) ?? path.last?.level)
  }

  private func level(of row: inout Row) -> Level? {
    guard !row.isBlank(level) else { return nil }
    return row.code(level, among: 0...2, tellsPlace: true).flatMap { Level(rawValue: UInt8($0)) }
  }
}

/// A country, a governorate or a district as a table of several levels has it.
struct AdminArea: Hashable {
  let country: String?
  /// From the coarsest down, without what the row leaves blank.
  let path: [Designation]
  let level: Level

  init(country: String?, path: [Designation], level: Level?) {
    self.country = country
    let level = level ?? .country
    self.path = path.filter { $0.level ?? .country <= level }
    self.level = level
  }

  var place: Place {
    Place(country: country, designations: path.isEmpty ? [] : [path])
  }

  var wholeCountry: Place? { country.map { Place(country: $0) } }

  /// The code, or else the name, at a level; `nil` where the row leaves it blank.
  func key(at level: Level) -> String? {
    path.first { $0.level == level }.flatMap { $0.code ?? $0.name?.lowercased() }
  }

  /// A part of the key of a record.
  var id: String {
    let steps = [Level.governorate, .district].prefix(Int(level.rawValue)).map { key(at: $0) ?? "" }
    return ([country ?? ""] + steps).joined(separator: "/")
  }
}

extension Row {
  /// The cell as text; `nil` where it is blank or says that nothing is known.
  func known(_ column: Column) -> String? {
    code(column).flatMap { NumberText.meansBlank($0) ? nil : $0 }
  }
}
