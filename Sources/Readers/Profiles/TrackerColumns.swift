import Records
import Regions

/// The columns that incidents and movements of the tracker share.
struct TrackerColumns {
  let kind: Column
  private let id: Column
  private let source: Column
  private let dateStart: Column
  private let dateEnd: Column
  private let measure: Column
  private let subject: Column
  private let published: Column
  private let version: Column
  private let deleted: Column

  init(columns: inout Columns) {
    id = columns.bind("id")
    source = columns.bind("source")
    dateStart = columns.bind("date_start")
    dateEnd = columns.bind("date_end")
    kind = columns.bind("kind")
    measure = columns.bind("measure")
    subject = columns.bind("subject")
    published = columns.bind("published")
    version = columns.bind("version")
    deleted = columns.bind("deleted")
  }

  func record(from row: inout Row, _ content: Record.Content) -> Record? {
    let key = row.key(source: source, id: id)
    let dates = row.span(from: dateStart, to: dateEnd)
    let measure = row.isBlank(measure) ? .flow : row.word(measure, Measure.self)
    let version = row.version(version)
    let published = row.day(published)
    let isDeletion = row.flag(deleted)
    guard let key, let dates, let measure else { return nil }
    return Record(
      key: key, version: version, isDeletion: isDeletion, dates: dates, published: published,
      subject: row.code(subject), measure: measure, content: content, line: row.line)
  }

  /// - Parameter others: the columns that the profile reads besides, and that are no row's own.
  func plainLayout(besides others: [Column], places: [Column]) -> PlainLayout {
    PlainLayout(
      id: id, version: version, firstDay: dateStart, lastDay: dateEnd,
      template: [kind, source, measure, subject, published, deleted] + others + places,
      places: places)
  }

  /// The figure of blank cells beside a qualifier that is itself a number word.
  static func figure(onlyBy qualifier: Figure.Qualifier) -> Figure? {
    if case .word = qualifier { Figure(nil, qualifier) } else { nil }
  }
}

extension Columns {
  /// The columns `killed_low`, `killed` and `killed_high`, and the like.
  mutating func bindFigure(_ name: String) -> Row.FigureColumns {
    Row.FigureColumns(low: bind("\(name)_low"), best: bind(name), high: bind("\(name)_high"))
  }
}

extension Row {
  /// Source and id; a row without them cannot be told from others.
  mutating func key(source: Column, id: Column) -> RecordKey? {
    guard let source = requiredCode(source), let id = requiredCode(id) else { return nil }
    return RecordKey(source: source, id: id)
  }

  /// A part of a record's key.
  mutating func requiredCode(_ column: Column) -> String? {
    if let code = code(column) { return code }
    note(
      .missingKey, column,
      "the cell is blank, so the record cannot be told from others; fill it in")
    return anything(nil, or: "")
  }

  /// One of the words of a list.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ column: Column, _ type: Word.Type
  ) -> Word? {
    if let word = Word(rawValue: text(column).lowercased()) { return word }
    if context.onlyPlaces { return Word.allCases.first }
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    note(.badCode, column, "\(quoted(column)) is none of \(words); write one of them")
    return nil
  }

  /// Yes or no; blank is no.
  mutating func flag(_ column: Column) -> Bool {
    switch text(column).lowercased() {
    case "true", "1", "yes", "y": return true
    case "", "false", "0", "no", "n": return false
    default:
      note(.badCode, column, "\(quoted(column)) is neither yes nor no; write true or false")
      return false
    }
  }

  /// The places that a cell names, each below the parent where the row gives one.
  func designations(
    _ column: Column, within parent: Column, precision: Precision?
  ) -> [[Designation]] {
    let level: Level? = if case .level(let level) = precision { level } else { nil }
    let places = PlaceText.designations(text(column), level: level)
    guard let outer = PlaceText.designations(text(parent), level: nil).first else { return places }
    return places.map { outer + $0 }
  }
}
