/// Which property of a layer's features means what.
///
/// The names of the shipped files are the default: `id`, `name_en`, `name_ar`, `aliases`,
/// `parent`, `level`, `country`, `population` and so on.
public struct LayerMapping: Hashable, Sendable {
  /// What a property can mean. The raw value is the key in a mapping's text.
  public enum Field: String, CaseIterable, Sendable {
    case id, name
    case nameArabic = "name_ar"
    /// One more name, as OCHA spells it.
    case otherName = "name_other"
    case aliases, parent, level, country, population
    case populationYear = "population_year"
    case populationKind = "population_kind"
    case populationSource = "population_source"
    case members
    case labelLongitude = "label_lon"
    case labelLatitude = "label_lat"
    case quality, note, source, license
    case validOn = "valid_on"
  }

  private var properties: [Field: String]
  /// The fields that a user has named, which must then exist.
  private(set) var named: Set<Field> = []

  /// The property names of the shipped files.
  public static let shipped = LayerMapping(properties: [
    .id: "id", .name: "name_en", .nameArabic: "name_ar", .otherName: "name_ocha",
    .aliases: "aliases", .parent: "parent", .level: "level", .country: "country",
    .population: "population", .populationYear: "population_year",
    .populationKind: "population_kind", .populationSource: "population_source",
    .members: "member_pcodes", .labelLongitude: "label_lon", .labelLatitude: "label_lat",
    .quality: "boundary_quality", .note: "boundary_note", .source: "source",
    .license: "source_license", .validOn: "valid_on",
  ])

  private init(properties: [Field: String]) {
    self.properties = properties
  }

  /// Reads a mapping such as `id=ADM1_PCODE,name=ADM1_EN,parent=ADM0_PCODE,level=governorate`.
  ///
  /// Fields that are not named keep the shipped files' property names, and count only where a
  /// feature has them. `level` takes a property's name or a level itself: a level's word, or
  /// `zone`. `country` takes a property's name or a code of two or three capital letters.
  /// - Throws: `BoundaryError.mapping` for a part without `=`, an unknown or repeated field, or
  ///   an empty name.
  public init(parsing text: String) throws(BoundaryError) {
    self = .shipped
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let sign = part.firstIndex(of: "=") else {
        throw .mapping(text: text, reason: "\"\(part)\" is not of the form field=property")
      }
      let key = part[..<sign].trimmingBlanks
      let name = part[part.index(after: sign)...].trimmingBlanks
      guard let field = Field(rawValue: key) else {
        let fields = Field.allCases.map(\.rawValue).joined(separator: ", ")
        throw .mapping(text: text, reason: "there is no field \"\(key)\"; fields are \(fields)")
      }
      guard !name.isEmpty else {
        throw .mapping(text: text, reason: "\"\(key)\" names no property")
      }
      guard named.insert(field).inserted else {
        throw .mapping(text: text, reason: "\"\(key)\" is named twice")
      }
      properties[field] = name
    }
  }

  /// The property that holds a field.
  public subscript(field: Field) -> String { properties[field] ?? field.rawValue }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
