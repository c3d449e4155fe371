import JSONText
import Regions

/// A region as a line, as a page, and as JSON.
extension RegionDescription {
  var line: String {
    let chain = parents.map(\.name).joined(separator: ", ")
    return [id.code, levelName, name, nameArabic ?? "", chain].joined(separator: "\t")
  }

  var page: String {
    var lines = ["\(id)  \(name)" + (nameArabic.map { "  \($0)" } ?? "")]
    func add(_ title: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      lines.append("  \(title): \(text)")
    }
    add("level", levelName)
    add("also called", aliases.joined(separator: "; "))
    add("in", parents.map { "\($0.name) (\($0.id))" }.joined(separator: " < "))
    add("zones", zones.map(\.code).joined(separator: ", "))
    add("regions inside", childCount > 0 ? "\(childCount)" : nil)
    add("area", areaSquareKilometers.map { "\(($0 * 1000).rounded() / 1000) km²" })
    add("population", population.map(Self.text))
    add("point", point.map { "\($0.longitude) \($0.latitude)" })
    add("boundary", provenance.quality)
    add("valid on", provenance.validOn)
    add("source", provenance.source)
    add("licence", provenance.license)
    add("note", provenance.note)
    return lines.joined(separator: "\n")
  }

  private static func text(_ population: Population) -> String {
    let how = [population.kind, population.year.map(String.init), population.source]
    return "\(population.count) (\(how.compactMap { $0 }.joined(separator: ", ")))"
  }

  var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("id", id.code)
    writer.member("level", levelName)
    writer.member("name", name)
    writer.member("name_ar", nameArabic)
    writer.list("aliases", aliases)
    writer.list("parents", parents.map(\.id.code))
    writer.list("zones", zones.map(\.code))
    writer.member("area_km2", areaSquareKilometers, places: 6)
    writer.member("longitude", point?.longitude, places: 6)
    writer.member("latitude", point?.latitude, places: 6)
    writer.member("population", population?.count)
    writer.member("population_year", population?.year)
    writer.member("population_kind", population?.kind)
    writer.member("population_source", population?.source)
    writer.member("boundary_quality", provenance.quality)
    writer.member("boundary_note", provenance.note)
    writer.member("valid_on", provenance.validOn)
    writer.member("source", provenance.source)
    writer.member("source_license", provenance.license)
    writer.endObject()
    return String(decoding: writer.drain(), as: UTF8.self)
  }
}
