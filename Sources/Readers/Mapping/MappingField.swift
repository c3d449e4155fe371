import Records

/// A field of a record that a mapping can fill.
struct MappingField: Hashable, Sendable {
  /// What its values are.
  enum Kind: Hashable, Sendable {
    case text
    /// A code or name of a place; the codes of a mapping only correct some of them.
    case place
    case date
    case month
    case year
    case number
    /// A whole number that grows with each version.
    case version
    case degrees
    case precision
    case qualifier
    /// One of these words.
    case words([String])
  }

  let name: String
  let kind: Kind

  init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// Whether a value that the mapping's codes do not list is a finding.
  var wantsKnownCodes: Bool {
    switch kind {
    case .precision, .qualifier, .words: true
    case .text: name == "kind" || name == "subkind"
    default: false
    }
  }
}

extension MappingField {
  static let dateWords = ["day", "week", "month", "year"]
  static let truthWords = ["true", "false"]

  /// All fields of a kind of record, in the order of the documentation.
  static func all(of records: Mapping.Records) -> [MappingField] {
    shared + (records == .incidents ? incidents : movements)
  }

  private static let shared: [MappingField] = [
    MappingField("source", .text),
    MappingField("date_start", .date), MappingField("date_end", .date),
    MappingField("month", .month), MappingField("year", .year),
    MappingField("date_precision", .words(dateWords)),
    MappingField("subject", .text), MappingField("published", .date),
    MappingField("version", .version), MappingField("deleted", .words(truthWords)),
    MappingField("measure", .words(Measure.allCases.map(\.rawValue))),
    MappingField("qualifier", .qualifier), MappingField("country", .place),
    MappingField("parent", .place), MappingField("precision", .precision),
  ]

  private static let incidents: [MappingField] =
    [MappingField("kind", .text), MappingField("subkind", .text)]
    + ["killed", "injured", "detained", "events"].flatMap(figure)
    + places("")

  private static let movements: [MappingField] =
    [
      MappingField("kind", .words(Movement.Kind.allCases.map(\.rawValue))),
      MappingField("unit", .words(Movement.Unit.allCases.map(\.rawValue))),
      MappingField("low", .number), MappingField("best", .number), MappingField("high", .number),
      MappingField("household_size", .number),
    ] + places("origin") + places("destination")

  private static func figure(_ name: String) -> [MappingField] {
    ["\(name)_low", name, "\(name)_high"].map { MappingField($0, .number) }
  }

  /// The fields of one place; `end` is empty, `origin` or `destination`.
  private static func places(_ end: String) -> [MappingField] {
    let names = PlaceFields.Names(end)
    return [MappingField(names.region, .place)]
      + (end.isEmpty ? [] : [MappingField(names.country, .place)])
      + names.steps.flatMap { [MappingField($0.name, .place), MappingField($0.code, .place)] }
      + [
        MappingField(names.latitude, .degrees), MappingField(names.longitude, .degrees),
        MappingField(names.detail, .place),
      ]
  }

  /// Other spellings of a field's name, as humanitarian tables have them.
  static func canonical(_ name: String) -> String {
    if name == "date" { return "date_start" }
    var name = name
    for (other, level) in otherLevels where name.contains(other) {
      name = name.replacing(other, with: level, maxReplacements: 1)
      if name.hasSuffix("_name") { name.removeLast("_name".count) }
      break
    }
    return name
  }

  private static let otherLevels = [
    ("admin1", "governorate"), ("admin2", "district"), ("admin3", "subdistrict"),
    ("admin4", "neighborhood"), ("neighbourhood", "neighborhood"),
  ]

  /// The fields that one figure of a wide row can have for itself.
  static let ofFigures = [
    "kind", "measure", "unit", "low", "best", "high", "qualifier", "household_size", "subject",
  ]
}
