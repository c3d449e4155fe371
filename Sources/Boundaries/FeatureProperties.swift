import JSONText
import Regions

/// One feature's properties, read by their meaning.
struct FeatureProperties {
  let feature: LayerFeature
  let mapping: LayerMapping

  func value(_ field: LayerMapping.Field) -> JSONValue? {
    guard let value = feature.properties?[mapping[field]], value != .null else { return nil }
    return value
  }

  /// Text, or a number as it stands; `nil` where it is missing, null, empty or something else.
  func text(_ field: LayerMapping.Field) -> String? { Self.text(value(field)) }

  private static func text(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let number): number.text
    default: nil
    }
  }

  /// The texts of a list, or of one text with the parts between `|` or `;`.
  func texts(_ field: LayerMapping.Field) -> [String] {
    if let list = value(field)?.array { return list.compactMap { Self.text($0) } }
    guard let text = text(field) else { return [] }
    return text.split { $0 == "|" || $0 == ";" }.map(String.init)
  }

  func number(_ field: LayerMapping.Field) -> Double? { value(field)?.double }

  /// A whole number, written as a number or as text.
  func count(_ field: LayerMapping.Field) -> Int? {
    guard let value = value(field) else { return nil }
    return value.int ?? value.string.flatMap { Int($0) }
  }

  /// The code: the mapped property, or else the feature's own `id`.
  var id: RegionID? {
    (text(.id) ?? Self.text(feature.id)).map { RegionID($0) }
  }

  /// What kind of region it is, or `nil` where no level is given or it is unknown.
  var kind: Region.Kind? {
    if let literal = Self.kind(word: mapping[.level]), feature.properties?[mapping[.level]] == nil {
      return literal
    }
    return text(.level).flatMap { Self.kind(word: $0) }
  }

  static func kind(word: String) -> Region.Kind? {
    switch word.lowercased() {
    case "zone", "natural_region", "natural region": return .zone
    default:
      guard let level = Level(word: word), level != .country else { return nil }
      return .level(level)
    }
  }

  /// The country's code, or `nil` where the layer has none.
  var country: String? {
    if let text = text(.country) { return text }
    let literal = mapping[.country]
    let isCode = (2...3).contains(literal.utf8.count) && literal.allSatisfy(\.isCountryLetter)
    return isCode && mapping.named.contains(.country) ? literal : nil
  }

  /// The label point that the layer gives, if any.
  var labelPoint: Coordinate? {
    guard let longitude = number(.labelLongitude), let latitude = number(.labelLatitude) else {
      return nil
    }
    return Coordinate(longitude: longitude, latitude: latitude)
  }

  var population: Population? {
    guard let count = count(.population), count >= 0 else { return nil }
    return Population(
      count: count, year: self.count(.populationYear), kind: text(.populationKind),
      source: text(.populationSource))
  }

  var provenance: Provenance {
    Provenance(
      source: text(.source), license: text(.license), validOn: text(.validOn),
      quality: text(.quality), note: text(.note))
  }

  /// Other spellings, each once, the two names left out.
  var aliases: [String] {
    var seen = Set([text(.name), text(.nameArabic)].compactMap(\.self))
    return ([text(.otherName)].compactMap(\.self) + texts(.aliases))
      .filter { seen.insert($0).inserted }
  }
}

extension Character {
  fileprivate var isCountryLetter: Bool { ("A"..."Z").contains(self) }
}
