import ConfigurationText

/// Reads a mapping and collects everything that is wrong with it, so that it can be put right in
/// one go.
struct MappingLoader {
  static let sections = [
    "mapping", "reading", "columns", "constants", "codes", "figures", "ignore",
  ]

  private let root: ConfigurationItem
  private let problems: MappingProblems

  init(_ root: ConfigurationItem) {
    self.root = root
    problems = MappingProblems(file: root.file)
  }

  var errors: [ConfigurationError] { problems.errors }

  /// `nil` where something is wrong.
  func load() -> Mapping? {
    problems.addUnknownKeys(root, besides: MappingLoader.sections)
    let head = problems.attempt { try root.required("mapping") }
    guard let head, let records = recordKind(head) else { return nil }
    problems.addUnknownKeys(head, besides: ["name", "records", "about", "id"])
    _ = problems.attempt { try head.value(of: "about")?.text }
    let loaded = MappingFieldLoader(root, records: records, problems).load()
    let mapping = Mapping(
      name: name(head) ?? "", records: records, reading: reading(),
      identity: identity(head) ?? .content, fields: loaded.fields, figures: loaded.figures,
      ignored: ignored())
    if errors.isEmpty { check(mapping, head) }
    return errors.isEmpty ? mapping : nil
  }

  // MARK: - Sections

  private func recordKind(_ head: ConfigurationItem) -> Mapping.Records? {
    problems.attempt { () -> Mapping.Records? in
      try head.required("records").oneOf(Mapping.Records.self)
    }
  }

  private func name(_ head: ConfigurationItem) -> String? {
    problems.attempt { () -> String? in
      let item = try head.required("name")
      let name = try item.text
      let isPlain =
        !name.isEmpty
        && name.unicodeScalars.allSatisfy {
          ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
        }
      guard isPlain else {
        throw item.error(.refused("write the name with small letters a to z, digits and hyphens"))
      }
      guard !Profiles.all.contains(where: { $0.name == name }) else {
        throw item.error(.refused("a profile of nuzuh bears this name; choose another"))
      }
      return name
    }
  }

  private func identity(_ head: ConfigurationItem) -> Mapping.Identity? {
    problems.attempt { () -> Mapping.Identity? in
      let columns = try root.value(of: "columns")?.value(of: "id")
      if let declared = try head.value(of: "id") {
        guard try declared.text == "content" else {
          throw declared.error(
            .refused("only “content” can stand here; name the id's column under columns.id"))
        }
        guard columns == nil else {
          throw declared.error(.refused("columns.id names the id already; keep one of the two"))
        }
        return .content
      }
      guard let columns else {
        throw head.error(
          .refused(
            "nothing tells one row from another; name the id's column under columns.id, or "
              + "write id = \"content\" here, so that rows with other cells are other records"))
      }
      var names: [[String]] = []
      for item in try columns.oneOrMore { names.append([try item.columnName]) }
      return .columns(names)
    }
  }

  private func reading() -> MappingReading {
    var reading = MappingReading()
    guard let section = problems.attempt({ try root.value(of: "reading") }) else { return reading }
    problems.addUnknownKeys(
      section, besides: ["dates", "decimal", "thousands", "blank", "separator"])
    reading.dateOrder = problems.attempt {
      try section.value(of: "dates")?.oneOf(ReadSettings.DateOrder.self)
    }
    let decimal = problems.attempt {
      try section.value(of: "decimal")?.oneOf(NumberStyle.DecimalSign.self)
    }
    reading.numbers.decimal = decimal ?? .point
    reading.numbers.thousands = problems.attempt {
      try section.value(of: "thousands")?.oneOf(NumberStyle.ThousandsSign.self)
    }
    if reading.numbers.thousands?.rawValue == reading.numbers.decimal.rawValue {
      problems.add(
        section.error(
          .refused("decimal and thousands are the same sign; write how the source differs")))
    }
    reading.blanks = Set(words(section, "blank").map(CellWord.folded))
    reading.separator = problems.attempt { try MappingLoader.separator(section) }
    return reading
  }

  private func words(_ section: ConfigurationItem, _ key: String) -> [String] {
    problems.attempt { () -> [String] in
      var words: [String] = []
      for item in try section.value(of: key)?.oneOrMore ?? [] { words.append(try item.word) }
      return words
    } ?? []
  }

  private static func separator(_ section: ConfigurationItem) throws(ConfigurationError) -> UInt8? {
    guard let item = try section.value(of: "separator") else { return nil }
    let text = try item.text
    if text == "tab" || text == "\t" { return UInt8(ascii: "\t") }
    guard text.utf8.count == 1, let byte = text.utf8.first, ",;|".utf8.contains(byte) else {
      throw item.error(.unknownWord(text, known: [",", ";", "|", "tab"]))
    }
    return byte
  }

  private func ignored() -> [IgnoreRule] {
    var rules: [IgnoreRule] = []
    for item in problems.attempt({ try root.value(of: "ignore")?.list }) ?? [] {
      problems.addUnknownKeys(item, besides: ["column", "is", "is_not", "reason"])
      if let rule = problems.attempt({ try MappingLoader.rule(item) }) { rules.append(rule) }
    }
    return rules
  }

  private static func rule(_ item: ConfigurationItem) throws(ConfigurationError) -> IgnoreRule {
    let (positive, negative) = (try item.value(of: "is"), try item.value(of: "is_not"))
    guard let values = positive ?? negative, positive == nil || negative == nil else {
      throw item.error(
        .refused("write either is or is_not, with the value or values that the rows have there"))
    }
    var words: Set<String> = []
    for value in try values.oneOrMore { words.insert(CellWord.folded(try value.word)) }
    return IgnoreRule(
      column: try item.required("column").columnNames, values: words,
      isReversed: positive == nil, reason: try item.required("reason").text)
  }

  // MARK: - The whole

  /// What a record cannot do without must come from somewhere.
  private func check(_ mapping: Mapping, _ head: ConfigurationItem) {
    let shared = Set(mapping.fields.map(\.field.name))
    func lack(_ words: String) { problems.add(head.error(.refused(words))) }
    if !shared.contains("source") {
      lack("nothing says whose data this is; add source = \"…\" under constants")
    }
    if ["date_start", "month", "year"].allSatisfy({ !shared.contains($0) }) {
      lack("nothing says when; name a column for date_start, month or year under columns")
    }
    let places = mapping.fields.filter { $0.field.isOfPlace }
    if places.isEmpty {
      let fields =
        mapping.records == .incidents
        ? "region, governorate or latitude and longitude"
        : "origin_… or destination_…, such as destination_governorate,"
      lack("nothing says where; name columns for \(fields) under columns")
    }
    if mapping.records == .movements { checkMovements(mapping, shared, head) }
  }

  private func checkMovements(
    _ mapping: Mapping, _ shared: Set<String>, _ head: ConfigurationItem
  ) {
    let sets =
      mapping.figures.isEmpty
      ? [shared] : mapping.figures.map { shared.union($0.fields.map(\.field.name)) }
    for (needed, words) in [
      ("best", "nothing holds the number; name its column as best under columns or figures"),
      ("kind", "nothing says whether people fled or returned; add kind under columns or constants"),
      (
        "measure",
        "nothing says whether people are counted as they move or as they are present; add "
          + "measure = \"flow\", \"stock\" or \"cumulative\" under constants"
      ),
    ] where !sets.allSatisfy({ $0.contains(needed) }) {
      problems.add(head.error(.refused(words)))
    }
  }
}

extension MappingField {
  /// Whether the field can say where something happened.
  fileprivate var isOfPlace: Bool {
    switch kind {
    case .place: !["parent", "country"].contains(name)
    case .degrees: true
    default: false
    }
  }
}
