import Records

/// What all records have, from a row of fields.
struct MappedRecord: Sendable {
  private let columns: FieldColumns

  init(_ columns: FieldColumns) {
    self.columns = columns
  }

  func record(from row: inout Row, id: String, _ content: Record.Content) -> Record? {
    let source = row.requiredCode(columns["source"])
    let dates = dates(of: &row)
    let measure =
      row.isBlank(columns["measure"]) ? .flow : row.word(columns["measure"], Measure.self)
    let version = row.version(columns["version"])
    let published = row.day(columns["published"])
    let isDeletion = row.flag(columns["deleted"])
    guard let source, let dates, let measure else { return nil }
    return Record(
      key: RecordKey(source: source, id: id), version: version, isDeletion: isDeletion,
      dates: dates, published: published, subject: row.code(columns["subject"]),
      measure: measure, content: content, line: row.line)
  }

  /// The days from start to end, or around the start as its precision says (rule T2); a whole
  /// month or year where only that is known.
  private func dates(of row: inout Row) -> DateSpan? {
    let (start, month, year) = (columns["date_start"], columns["month"], columns["year"])
    if row.isBlank(start) {
      if !row.isBlank(month) { return row.month(month) }
      if !row.isBlank(year) { return self.year(year, of: &row) }
      let asked = [start, month, year].first { $0.index != nil } ?? start
      return row.requiredDay(asked).map { DateSpan($0) }
    }
    let span = row.span(from: start, to: columns["date_end"])
    guard let span, span.dayCount == 1 else { return span }
    return switch row.text(columns["date_precision"]) {
    case "week": DateSpan(first: span.first.adding(-3), last: span.first.adding(3))
    case "month": DateSpan(monthOf: span.first)
    case "year": MappedRecord.year(span.first.components.year)
    default: span
    }
  }

  private func year(_ column: Column, of row: inout Row) -> DateSpan? {
    if let number = Int(row.text(column)), let year = MappedRecord.year(number) { return year }
    row.note(.badDate, column, "\(row.quoted(column)) is not a year; write it as 2025")
    return nil
  }

  private static func year(_ number: Int) -> DateSpan? {
    guard (1900...2999).contains(number), let first = Day(year: number, month: 1, day: 1),
      let last = Day(year: number, month: 12, day: 31)
    else { return nil }
    return DateSpan(first: first, last: last)
  }
}
