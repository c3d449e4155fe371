import ConfigurationText
import Records

/// Reads the fields of a mapping: its columns, constants, codes and figures.
struct MappingFieldLoader {
  private let root: ConfigurationItem
  private let known: [MappingField]
  private let names: [String]
  private let problems: MappingProblems

  init(_ root: ConfigurationItem, records: Mapping.Records, _ problems: MappingProblems) {
    self.root = root
    self.problems = problems
    known = MappingField.all(of: records)
    names = known.map(\.name)
  }

  func load() -> (fields: [MappedField], figures: [Mapping.Figure]) {
    var fields: [String: MappedField] = [:]
    takeColumns(&fields)
    takeConstants(&fields)
    takeCodes(&fields)
    return (names.compactMap { fields[$0] }, figures(codes: fields))
  }

  private func entries(_ section: String) -> [ConfigurationEntry] {
    problems.attempt { try root.value(of: section)?.entries } ?? []
  }

  /// The field that a key names.
  private func field(_ entry: ConfigurationEntry) -> MappingField? {
    let name = MappingField.canonical(entry.key)
    if let field = known.first(where: { $0.name == name }) { return field }
    problems.add(entry.error(.unknownKey(entry.key, known: names)))
    return nil
  }

  private func takeColumns(_ fields: inout [String: MappedField]) {
    for entry in entries("columns") where entry.key != "id" {
      guard let field = field(entry) else { continue }
      guard let columns = problems.attempt({ try entry.value.columnNames }) else { continue }
      if fields.updateValue(MappedField(field: field, columns: columns), forKey: field.name) != nil
      {
        problems.add(entry.error(.duplicateKey(field.name, firstLine: nil)))
      }
    }
  }

  private func takeConstants(_ fields: inout [String: MappedField]) {
    for entry in entries("constants") {
      guard let field = field(entry) else { continue }
      let word = problems.attempt { () -> String in
        let word = try entry.value.word
        try entry.value.check(word, is: field)
        return word
      }
      guard let word else { continue }
      fields[field.name, default: MappedField(field: field)].constant = word
    }
  }

  private func takeCodes(_ fields: inout [String: MappedField]) {
    for entry in entries("codes") {
      guard let field = field(entry) else { continue }
      var codes = CodeTable()
      for meaning in problems.attempt({ try entry.value.entries }) ?? [] {
        let word = problems.attempt { () -> String in
          let word = try meaning.value.word
          try meaning.value.check(word, is: field)
          return word
        }
        guard let word else { continue }
        if !codes.add(meaning.key, meaning: word) {
          problems.add(meaning.error(.duplicateKey(meaning.key, firstLine: nil)))
        }
      }
      guard fields[field.name] != nil || isInFigures(field.name) else {
        problems.add(
          entry.error(
            .refused("no column holds these codes; name it as \(field.name) under columns")))
        continue
      }
      fields[field.name, default: MappedField(field: field)].codes = codes
    }
  }

  private func isInFigures(_ name: String) -> Bool {
    guard case .table(let entries) = root.node.content,
      case .list(let figures)? = entries.first(where: { $0.key == "figures" })?.value.content
    else { return false }
    return figures.contains {
      if case .table(let entries) = $0.content {
        entries.contains { $0.key == name }
      } else {
        false
      }
    }
  }

  // MARK: - Wide rows

  private func figures(codes: [String: MappedField]) -> [Mapping.Figure] {
    var figures: [Mapping.Figure] = []
    for item in problems.attempt({ try root.value(of: "figures")?.list }) ?? [] {
      guard let figure = figure(item, codes: codes) else { continue }
      if figures.contains(where: { $0.name == figure.name }) {
        problems.add(
          item.error(.refused("two figures are called \(figure.name); rename one of them")))
      }
      figures.append(figure)
    }
    return figures
  }

  private func figure(
    _ item: ConfigurationItem, codes: [String: MappedField]
  ) -> Mapping.Figure? {
    guard known.contains(where: { $0.name == "unit" }) else {
      problems.add(
        item.error(
          .refused(
            "a row of incidents holds killed, injured and detained already; name their columns "
              + "under columns")))
      return nil
    }
    let allowed = MappingField.ofFigures
    problems.addUnknownKeys(item, besides: ["name"] + allowed)
    let name = problems.attempt { try item.required("name").text }
    var fields: [MappedField] = []
    for entry in problems.attempt({ try item.entries }) ?? [] where allowed.contains(entry.key) {
      guard let field = field(entry) else { continue }
      var mapped = MappedField(field: field, codes: codes[field.name]?.codes)
      if case .number = field.kind, entry.key != "household_size" {
        mapped.columns = problems.attempt { try entry.value.columnNames } ?? []
      } else {
        mapped.constant = problems.attempt { () -> String in
          let word = try entry.value.word
          try entry.value.check(word, is: field)
          return word
        }
      }
      fields.append(mapped)
    }
    return name.map { Mapping.Figure(name: $0, fields: fields) }
  }
}
