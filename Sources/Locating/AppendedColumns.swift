import Regions
import Tallies

/// The columns that are appended, and what stands in them.
struct AppendedColumns: Sendable {
  enum Value {
    case text(String)
    case number(String)
    case blank
  }

  let names: [String]
  private let settings: LocateSettings
  private let catalog: RegionCatalog

  init(_ settings: LocateSettings, catalog: RegionCatalog) {
    self.settings = settings
    self.catalog = catalog
    var names: [String] = []
    for level in settings.levels {
      names.append(level.name)
      if settings.names.isEnglish { names.append("\(level.name)_name") }
      if settings.names.isArabic { names.append("\(level.name)_name_ar") }
    }
    if settings.showsZones { names += ["zones", "possible_zones"] }
    names += ["status", "distance_m"]
    self.names = names.map { settings.prefix + $0 }
  }

  func values(of row: LocatedRow) -> [Value] {
    var values: [Value] = []
    for level in settings.levels { values += self.values(of: row, at: level) }
    if settings.showsZones {
      values.append(codes(row.placement?.zones ?? []))
      values.append(codes(row.placement?.possibleZones ?? []))
    }
    values.append(row.status.map { .text($0.rawValue) } ?? .blank)
    values.append(row.distanceMeters.map { .number(AppendedColumns.text(meters: $0)) } ?? .blank)
    return values
  }

  private func values(of row: LocatedRow, at level: Level) -> [Value] {
    var values: [Value] = [.blank]
    var region: Region?
    if let number = row.placement?.region(at: level, in: catalog) {
      region = catalog[number]
      values = [.text(catalog[number].id.code)]
    } else if level == .country, case .external(let code) = row.placement?.node {
      values = [.text(code)]
    }
    if settings.names.isEnglish { values.append(region.map { .text($0.name) } ?? .blank) }
    if settings.names.isArabic {
      values.append(region?.nameArabic.map { .text($0) } ?? .blank)
    }
    return values
  }

  private func codes(_ zones: [RegionNumber]) -> Value {
    zones.isEmpty ? .blank : .text(zones.map { catalog[$0].id.code }.joined(separator: ";"))
  }

  /// Metres with at most one decimal place.
  static func text(meters: Double) -> String {
    let tenths = Int((meters * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension LocateSettings.Names {
  var isEnglish: Bool { self == .english || self == .both }
  var isArabic: Bool { self == .arabic || self == .both }
}
