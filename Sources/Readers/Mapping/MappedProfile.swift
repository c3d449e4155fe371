import Records

/// Reads a source by its mapping.
struct MappedProfile: Profile {
  /// Reads one figure of the row, or the row as a whole.
  private struct Part {
    /// Ends the id where the row has several figures.
    let name: String?
    let translation: CellTranslation
    let record: MappedRecord
    let content: Content

    enum Content {
      case incident(MappedIncident)
      case movement(MappedMovement)
    }
  }

  private let reading: MappingReading
  private let ignored: [(column: Column, rule: IgnoreRule)]
  private var identity: MappedIdentity
  private let parts: [Part]

  init(_ mapping: Mapping, columns: inout Columns) {
    reading = mapping.reading
    identity = MappedIdentity(mapping, columns: &columns)
    var ignored: [(Column, IgnoreRule)] = []
    for rule in mapping.ignored {
      ignored.append((columns.bind(rule.column.map(Columns.folded)), rule))
    }
    self.ignored = ignored
    var parts: [Part] = []
    for figure in mapping.figures {
      parts.append(MappedProfile.part(mapping, figure, columns: &columns))
    }
    if parts.isEmpty { parts.append(MappedProfile.part(mapping, nil, columns: &columns)) }
    self.parts = parts
  }

  private static func part(
    _ mapping: Mapping, _ figure: Mapping.Figure?, columns: inout Columns
  ) -> Part {
    let own = Set(figure?.fields.map(\.field.name) ?? [])
    let shared = mapping.fields.filter { !own.contains($0.field.name) }
    let translation = CellTranslation(
      shared + (figure?.fields ?? []), mapping.reading, columns: &columns)
    let content: Part.Content =
      switch mapping.records {
      case .incidents: .incident(MappedIncident(translation.columns))
      case .movements:
        .movement(MappedMovement(translation.columns, isOneOfSeveral: figure != nil))
      }
    return Part(
      name: figure?.name, translation: translation, record: MappedRecord(translation.columns),
      content: content)
  }

  mutating func read(_ row: inout Row, into records: inout [Record]) {
    for (column, rule) in ignored where rule.applies(to: reading.text(of: column, in: row)) {
      row.note(.overlappingRow, column, "left out by the mapping: \(rule.reason)")
      row.reject()
      return
    }
    guard let id = identity.id(of: &row) else { return }
    for part in parts {
      if let name = part.name {
        let record = row.part { MappedProfile.record(part, of: &$0, id: "\(id)/\(name)") }
        if let record { records.append(record) }
      } else if let record = MappedProfile.record(part, of: &row, id: id) {
        records.append(record)
      }
    }
  }

  private static func record(_ part: Part, of row: inout Row, id: String) -> Record? {
    var fields = part.translation.row(of: row)
    let content =
      switch part.content {
      case .incident(let incident): incident.content(of: &fields)
      case .movement(let movement): movement.content(of: &fields)
      }
    let record = content.flatMap { part.record.record(from: &fields, id: id, $0) }
    row.take(findingsOf: fields)
    return record
  }
}

extension Row {
  /// Takes over what was found in a row made from this one, each once.
  fileprivate mutating func take(findingsOf other: Row) {
    for finding in other.findings where !findings.contains(finding) { add(finding) }
    if other.isRejected { reject() }
  }
}

extension Mapping {
  /// The mapping as a profile among others.
  var entry: ProfileEntry {
    let mapping = self
    return ProfileEntry(name: name, required: required) { columns in
      MappedProfile(mapping, columns: &columns)
    }
  }

  /// Every column that the mapping names, in folded spelling.
  private var required: [[String]] {
    var named = (fields + figures.flatMap(\.fields)).map(\.columns).filter { !$0.isEmpty }
    if case .columns(let columns) = identity { named += columns }
    named += ignored.map(\.column)
    var seen: Set<[String]> = []
    return named.map { $0.map(Columns.folded) }.filter { seen.insert($0).inserted }
  }
}
