import Records
import Regions

/// One pass over the records: places them, dates them and adds them up.
///
/// Flows and events are added at once. Stocks, cumulative series and records that share their
/// subject with other sources are held until all are known (see `Counter+Held.swift`).
struct Counter: Sendable {
  let settings: ReportSettings
  let placer: Placer
  let calendar: Calendar
  let fileNames: [String]

  /// Whose figures a book holds.
  enum Owner: Hashable {
    /// Records that count by themselves, and those of the source chosen for a subject.
    case counted
    /// One source of a subject that several report; none of these are ever added up.
    case source(subject: String, source: String, isChosen: Bool)

    var isCounted: Bool {
      switch self {
      case .counted: true
      case .source(_, _, let isChosen): isChosen
      }
    }
  }

  /// Whether records are only placed, for their findings, and not added up.
  var onlyChecks = false
  var books: [Owner: Book] = [:]
  /// What was counted of plain rows, in as many books as threads took part.
  var unfolded: [Book] = []
  var accounts: AccountBook
  var findings = FindingLog()
  var held: [HeldRecord] = []
  var points = PointCount()
  var categories = TextTable()
  var abroad = TextTable()
  /// First and last day of what was counted.
  var days: DateSpan?
  /// The source taken for each subject.
  var chosenSources: [String: String] = [:]
  /// Sources whose records are counted one by one, without a subject.
  var countedSources: Set<String> = []
  /// Tells which records stand behind which figures, where that is asked for.
  var trace: Trace?
  var lastSource = ""
  var memory = Placer.Memory()
  /// What has been counted of rows that came as numbers.
  var plain: PlainCount?

  init(settings: ReportSettings, placer: Placer, fileNames: [String]) {
    self.settings = settings
    self.placer = placer
    self.fileNames = fileNames
    calendar = Calendar(settings: settings)
    accounts = AccountBook(files: fileNames.count)
  }

  /// Takes a record in. A check goes on where a figure is too large to be added up.
  mutating func take(_ record: Record, file: Int) throws(QuantityOverflow) {
    do throws(QuantityOverflow) {
      try add(record, file: file)
    } catch {
      guard onlyChecks else { throw error }
      note(.badNumber, record.line, file, error.description)
    }
  }

  /// Takes a record in, or holds it. The caller has already left out rejected and replaced rows.
  mutating func add(_ record: Record, file: Int) throws(QuantityOverflow) {
    let record = widened(record, file: file)
    if onlyChecks, record.measure == .stock, record.subject == nil {
      return try check(stock: record, file: file)
    }
    guard record.measure == .flow, record.subject == nil else {
      hold(record, file: file)
      return
    }
    if record.key.source != lastSource {
      lastSource = record.key.source
      countedSources.insert(lastSource)
    }
    try count(record, file: file, owner: .counted)
  }

  // MARK: - Figures

  /// F1: the range is widened to hold all three numbers; the row is kept and listed.
  private mutating func widened(_ record: Record, file: Int) -> Record {
    var record = record
    switch record.content {
    case .incident(var incident):
      widen(&incident.events, "events", record, file)
      widen(&incident.killed, "killed", record, file)
      widen(&incident.injured, "injured", record, file)
      widen(&incident.detained, "detained", record, file)
      record.content = .incident(incident)
    case .movement(var movement):
      var figure: Figure? = movement.figure
      widen(&figure, movement.unit.rawValue, record, file)
      movement.figure = figure ?? movement.figure
      record.content = .movement(movement)
    }
    return record
  }

  private mutating func widen(
    _ figure: inout Figure?, _ name: String, _ record: Record, _ file: Int
  ) {
    guard let stated = figure, let wide = stated.widened else { return }
    let numbers = [stated.low, stated.best, stated.high]
      .map { $0?.exactText ?? "none" }.joined(separator: ", ")
    note(
      .rangeBroken, record.line, file,
      "low, best, high of \(name) are \(numbers); the range was widened to hold all three")
    figure = wide
  }

  // MARK: - Places

  mutating func place(_ place: Place?, line: Int, file: Int) -> Placement? {
    guard let place, !place.isEmpty else { return nil }
    let answer = placer.place(place, &memory)
    if place.point != nil {
      points.add(file: file, isSwapped: answer.remarks.contains { $0.rule == .swappedAxes })
    }
    for remark in answer.remarks {
      note(remark.rule, line, file, remark.message, value: remark.value)
    }
    return answer.placement
  }

  mutating func code(of placement: Placement?) -> PlaceCode {
    switch placement?.node {
    case nil: .notGiven
    case .region(let number): .region(number)
    case .external(let name): PlaceCode(value: -16 - abroad.number(of: name))
    case .outside: .outside
    case .unplaced: .unplaced
    }
  }

  // MARK: - Time

  /// First and last day of the report: those asked for, else those of the data.
  var coverage: DateSpan? {
    guard let first = settings.from ?? days?.first, let last = settings.to ?? days?.last else {
      return nil
    }
    return DateSpan(first: first, last: max(first, last))
  }

  mutating func extend(_ span: DateSpan) {
    let first = max(span.first, settings.from ?? span.first)
    let last = min(span.last, settings.to ?? span.last)
    guard first <= last else { return }
    days =
      days.map { DateSpan(first: min($0.first, first), last: max($0.last, last)) ?? $0 }
      ?? DateSpan(first: first, last: last)
  }

  // MARK: - Categories

  /// The categories a record adds to: the total, and its own on the axis chosen.
  mutating func categories(of record: Record) -> [Int32] {
    guard let axis = settings.category else { return [Counter.total] }
    let text: String
    switch (axis, record.content) {
    case (.source, _): text = record.key.source
    case (.kind, .incident(let incident)): text = incident.kind
    case (.subkind, .incident(let incident)): text = incident.subkind
    case (.kind, .movement(let movement)): text = movement.kind.rawValue
    case (.subkind, .movement(let movement)): text = movement.subkind
    }
    return [Counter.total, categories.number(of: text.isEmpty ? "unstated" : text)]
  }

  static let total: Int32 = -1

  mutating func note(
    _ rule: FindingRule, _ line: Int, _ file: Int, _ message: String, value: String? = nil
  ) {
    findings.add(
      Finding(rule, file: fileNames[file], line: line, value: value, message: message))
  }
}
