import Foundation
import Regions

/// The shipped names, read straight from GeoData, without the outlines.
enum ShippedNames {
  static let catalog = Result { try load() }
  static let names = catalog.map(RegionNames.init)

  private static let geoData = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "GeoData")

  private static func load() throws -> RegionCatalog {
    let rows = try gazetteerRows()
    var extra: [String: [String]] = [:]
    var settlements: [Settlement] = []
    for row in rows {
      let aliases = (row["aliases"] ?? "").split(separator: "|").map(String.init)
      if row["kind"] == "neighborhood" {
        extra[row["id"] ?? ""] = aliases
        continue
      }
      settlements.append(
        Settlement(
          id: RegionID(row["id"] ?? ""), name: row["name_en"] ?? "", nameArabic: row["name_ar"],
          aliases: aliases + [row["name_ocha"] ?? ""],
          point: Coordinate(
            longitude: Double(row["lon"] ?? "") ?? .nan, latitude: Double(row["lat"] ?? "") ?? .nan),
          subdistrict: RegionID(row["adm3_pcode"] ?? "")))
    }
    var regions: [Region] = []
    for layer in ["governorates", "districts", "subdistricts", "neighborhoods", "ghab-plain"] {
      regions += try self.regions(ofLayer: layer, extra: extra)
    }
    return try RegionCatalog(
      country: country, regions: regions, settlements: settlements,
      abroad: try self.regions(ofLayer: "lebanon-governorates", extra: [:]))
  }

  private static let country = Region(
    id: "SY", kind: .level(.country), name: "Syria", nameArabic: "سوريا", parent: nil,
    country: "SY", boundary: .empty, areaSquareKilometers: 0,
    labelPoint: Coordinate(longitude: 38, latitude: 35))

  private static func regions(
    ofLayer layer: String, extra: [String: [String]]
  ) throws -> [Region] {
    let file = geoData.appending(path: "boundaries/\(layer).geojson")
    let object = try JSONSerialization.jsonObject(with: try Data(contentsOf: file))
    let features = (object as? [String: Any])?["features"] as? [[String: Any]] ?? []
    return features.compactMap { $0["properties"] as? [String: Any] }.map { properties in
      let id = properties["id"] as? String ?? ""
      let aliases = properties["aliases"] as? [String] ?? []
      let ocha = properties["name_ocha"] as? String
      return Region(
        id: RegionID(id),
        kind: Level(word: properties["level"] as? String ?? "").map(Region.Kind.level) ?? .zone,
        name: properties["name_en"] as? String ?? "", nameArabic: properties["name_ar"] as? String,
        aliases: aliases + (ocha.map { [$0] } ?? []) + (extra[id] ?? []),
        parent: (properties["parent"] as? String).map { RegionID($0) },
        country: properties["country"] as? String ?? "", boundary: .empty,
        areaSquareKilometers: properties["area_km2"] as? Double ?? 0,
        labelPoint: Coordinate(
          longitude: properties["label_lon"] as? Double ?? 0,
          latitude: properties["label_lat"] as? Double ?? 0))
    }
  }

  private static func gazetteerRows() throws -> [[String: String]] {
    let text = try String(
      contentsOf: geoData.appending(path: "gazetteer.csv"), encoding: .utf8)
    var rows: [[String]] = [[]]
    var field = ""
    var quoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted.toggle()
      case "," where !quoted:
        rows[rows.count - 1].append(field)
        field = ""
      case "\n" where !quoted:
        rows[rows.count - 1].append(field)
        field = ""
        rows.append([])
      case "\r" where !quoted: break
      default: field.unicodeScalars.append(scalar)
      }
    }
    let header = rows[0]
    return rows.dropFirst().filter { $0.count == header.count }.map {
      Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
    }
  }
}

extension RegionNames {
  /// The answer as text: an id, `!LBN` abroad, several ids, or `?`.
  func answer(
    _ name: String, level: Level? = nil, in parent: RegionID? = nil, of catalog: RegionCatalog
  ) -> String {
    let scope = parent.flatMap { catalog.number(of: $0) }
    return text(match(name: name, level: level, within: scope), of: catalog)
  }

  func answer(code: String, of catalog: RegionCatalog) -> String {
    text(match(code: code), of: catalog)
  }

  private func text(_ match: NameMatch, of catalog: RegionCatalog) -> String {
    switch match {
    case .region(let number): catalog[number].id.code
    case .settlement(let index): catalog.settlements[index].id.code
    case .external(let country): "!\(country)"
    case .ambiguous(let ids): ids.map(\.code).joined(separator: " ")
    case .unknown: "?"
    }
  }
}
