import Records

/// Any table whose columns bear hashtags of the Humanitarian Exchange Language
/// (https://hxlstandard.org, core tags and attributes 1.1).
///
/// Dates from `#date`; places from `#country`, `#adm1` to `#adm4`, `#loc` and `#geo`, with
/// `+origin` and `+dest` for the ends of a movement; figures as in `HXLFigure`. Columns by sex or
/// age are parts of a total beside them and not added; without a total, those of one split are
/// read, each as a record. Where people were displaced is where a place without a direction says;
/// those who came back or are present are there. A row is one event where `#event` is filled in.
/// Ids from `#meta+id` or `#event+id`, else by what the row says.
struct HXLTable: Profile {
  static let name = "hxl"

  /// One figure of the table, or one part of it.
  private struct Group {
    let figure: HXLFigure
    let columns: Row.FigureColumns
    /// Tells parts of one figure from one another in keys.
    let part: String
  }

  private let dates: HXLDates
  private let here: HXLPlaces?
  private let origin: HXLPlaces?
  private let destination: HXLPlaces?
  private let event: Column?
  private let subevent: Column?
  private let id: Column?
  private let source: Column?
  private let incidents: [Group]
  private let movements: [Group]
  private let content: [Column]
  private let unread: [String]
  private var keys = ContentKeys()

  /// What the hashtags lack; `nil` where a table can be read by them.
  static func gap(in tags: [HXLTag?], _ columns: Columns) -> ReadError.Gap? {
    var table = HXLColumns(tags, columns)
    var lacking: [String] = []
    if HXLDates(in: &table) == nil { lacking.append("#date") }
    let directions: [HXLTag.Direction] = [.none, .origin, .destination]
    if !directions.contains(where: { HXLPlaces($0, in: &table) != nil }) {
      lacking.append("#adm1, #loc, #country or #geo+lat with #geo+lon")
    }
    let isCounted = table.left.contains { $0.tag.name == "event" || HXLFigure($0.tag) != nil }
    if !isCounted { lacking.append("#event or a figure such as #affected+killed") }
    return lacking.isEmpty ? nil : ReadError.Gap(profile: name, lacking: lacking)
  }

  /// `nil` where the tags lack something.
  init?(_ tags: [HXLTag?], columns: inout Columns) {
    var table = HXLColumns(tags, columns)
    guard let dates = HXLDates(in: &table) else { return nil }
    self.dates = dates
    here = HXLPlaces(.none, in: &table)
    origin = HXLPlaces(.origin, in: &table)
    destination = HXLPlaces(.destination, in: &table)
    id = table.bind("meta") { $0.has("id") } ?? table.bind("event") { $0.has("id", "code") }
    source = table.bind("meta") { $0.has("source") } ?? table.bind("org") { !$0.isCode }
    let groups = HXLTable.groups(&table)
    incidents = groups.filter { $0.figure.isOfIncident }
    movements = groups.filter { !$0.figure.isOfIncident }
    subevent = table.bind("event") { $0.has("subtype") }
    event = table.bind("event") { _ in true }
    columns = table.bound
    content = table.taken.sorted().map { Column(name: columns.names[$0], index: $0) }
    unread = table.left.map { columns.names[$0.index] }
  }

  /// Reads nothing; stands where there are no tags to bind.
  struct Nothing: Profile {
    func read(_ row: inout Row, into records: inout [Record]) {}
  }

  // MARK: - Figures of the table

  private static func groups(_ table: inout HXLColumns) -> [Group] {
    let found = table.left.compactMap { index, tag in
      HXLFigure(tag).map { (index: index, figure: $0) }
    }
    var groups: [Group] = []
    var seen: Set<[AnyHashable]> = []
    for (_, figure) in found where seen.insert(figure.key).inserted {
      let same = found.filter { $0.figure.key == figure.key }
      let splits: [Set<HXLTag.Split>] = [[], [.sex], [.age], [.sex, .age]]
      guard let split = splits.first(where: { split in same.contains { $0.figure.split == split } })
      else { continue }
      let chosen = same.filter { $0.figure.split == split }
      groups += split.isEmpty ? [total(chosen, &table)] : parts(chosen, &table)
    }
    return groups
  }

  private static func total(
    _ columns: [(index: Int, figure: HXLFigure)], _ table: inout HXLColumns
  ) -> Group {
    func column(_ bound: HXLFigure.Bound, _ table: inout HXLColumns) -> Column {
      columns.first { $0.figure.bound == bound }.map { table.take($0.index) }
        ?? Column(name: "", index: nil)
    }
    let figure = Row.FigureColumns(
      low: column(.low, &table), best: column(.best, &table), high: column(.high, &table))
    return Group(figure: columns[0].figure, columns: figure, part: "")
  }

  private static func parts(
    _ columns: [(index: Int, figure: HXLFigure)], _ table: inout HXLColumns
  ) -> [Group] {
    columns.map { index, figure in
      let none = Column(name: "", index: nil)
      return Group(
        figure: figure,
        columns: Row.FigureColumns(low: none, best: table.take(index), high: none),
        part: "/\(index)")
    }
  }

  // MARK: - Rows

  private struct Facts {
    let key: RecordKey
    let dates: DateSpan
    let here: Place?
    let origin: Place?
    let destination: Place?
    let line: Int
  }

  mutating func read(_ row: inout Row, into records: inout [Record]) {
    let dates = dates.span(of: &row)
    let (here, origin, destination) = (
      here?.place(of: &row), origin?.place(of: &row), destination?.place(of: &row)
    )
    guard let dates else { return }
    let text = content.map(row.text).joined(separator: "|")
    let facts = Facts(
      key: RecordKey(
        source: source.flatMap(row.code) ?? "HXL", id: id.flatMap(row.code) ?? keys.id(text)),
      dates: dates, here: here, origin: origin, destination: destination, line: row.line)
    records += incidentRecords(&row, facts)
    for group in movements {
      let figure = row.part { $0.figure(group.columns, .unstated) }
      guard let figure, let movement = movement(group, figure, facts) else { continue }
      records.append(movement)
    }
  }

  private func incidentRecords(_ row: inout Row, _ facts: Facts) -> [Record] {
    let kind = event.flatMap(row.code)
    var incident = Incident(
      place: facts.here ?? facts.destination ?? facts.origin ?? Place(), kind: kind ?? "",
      subkind: subevent.map(row.text) ?? "", events: kind == nil ? nil : .exactly(1))
    var parts: [(name: String, incident: Incident)] = []
    for group in incidents {
      guard let figure = row.part({ $0.figure(group.columns, .unstated) }) else { continue }
      if incident.takes(figure, as: group.figure.meaning, isFirst: group.part.isEmpty) { continue }
      var part = Incident(
        place: incident.place, kind: incident.kind, subkind: incident.subkind, events: nil)
      _ = part.takes(figure, as: group.figure.meaning, isFirst: true)
      parts.append((group.figure.meaning.name + group.part, part))
    }
    var records = parts.map { record(of: .incident($0.incident), facts, "/\($0.name)") }
    if incident.statesSomething {
      records.insert(record(of: .incident(incident), facts, ""), at: 0)
    }
    return records
  }

  private func movement(_ group: Group, _ figure: Figure, _ facts: Facts) -> Record? {
    guard case .movement(let kind, let measure) = group.figure.meaning else { return nil }
    let isHereTheEnd = kind == .return || measure == .stock || facts.origin != nil
    let isHereTheStart = !isHereTheEnd && facts.destination == nil
    let movement = Movement(
      kind: kind, origin: facts.origin ?? (isHereTheStart ? facts.here : nil),
      destination: facts.destination ?? (isHereTheEnd ? facts.here : nil), figure: figure,
      unit: group.figure.unit)
    var record = record(
      of: .movement(movement), facts,
      "/\(group.figure.meaning.name) \(group.figure.unit.rawValue)\(group.part)")
    record.measure = measure
    return record
  }

  private func record(of content: Record.Content, _ facts: Facts, _ suffix: String) -> Record {
    Record(
      key: RecordKey(source: facts.key.source, id: facts.key.id + suffix), dates: facts.dates,
      content: content, line: facts.line)
  }

  func closingFindings(in context: ReadContext) -> [Finding] {
    guard !unread.isEmpty else { return [] }
    let names = unread.map { CellText.quoted($0) }.joined(separator: ", ")
    return [
      Finding(
        .columnsNotRead, file: context.file, line: 0,
        message: "the hashtags of \(names) have no meaning here, or are parts of others; these "
          + "columns were not read")
    ]
  }
}

extension HXLFigure {
  fileprivate var isOfIncident: Bool { if case .movement = meaning { false } else { true } }
}

extension Incident {
  fileprivate var statesSomething: Bool {
    events != nil || killed != nil || injured != nil || detained != nil
  }

  /// Takes the figure of everybody in; parts of it become incidents of their own.
  fileprivate mutating func takes(
    _ figure: Figure, as meaning: HXLFigure.Meaning, isFirst: Bool
  ) -> Bool {
    guard isFirst else { return false }
    switch meaning {
    case .events: events = figure
    case .killed: killed = figure
    case .injured: injured = figure
    case .detained: detained = figure
    case .movement: return false
    }
    return true
  }
}
