import Records

/// The columns that say when: `#date+start` and `#date+end`, `#date`, or `#date+year` with
/// `#date+month`.
struct HXLDates {
  private let first: Column?
  private let last: Column?
  private let year: Column?
  private let month: Column?

  init?(in table: inout HXLColumns) {
    let others = ["end", "year", "month", "reported", "updated", "created", "published"]
    first =
      table.bind("date") { $0.has("start", "begin") }
      ?? table.bind("date") { tag in !others.contains(where: tag.attributes.contains) }
    last = table.bind("date") { $0.has("end") }
    month = table.bind("date") { $0.has("month") } ?? table.bind("period") { $0.has("month") }
    year = table.bind("date") { $0.has("year") } ?? table.bind("period") { $0.has("year") }
    reported = table.bind("date") { $0.has("reported") }
    if first == nil && last == nil && year == nil && reported == nil { return nil }
  }

  private let reported: Column?

  func span(of row: inout Row) -> DateSpan? {
    if let first, let last { return row.span(from: first, to: last) }
    if let day = first ?? last { return row.periodOrDay(day) }
    if let year {
      guard let month, !row.isBlank(month) else { return row.year(year) }
      return row.month(month, of: year)
    }
    return reported.flatMap { row.periodOrDay($0) }
  }
}

extension Row {
  /// A year, a month or a day, as the cell is written.
  mutating func periodOrDay(_ column: Column) -> DateSpan? {
    let text = text(column)
    if text.utf8.count == 4, Int(text) != nil { return year(column) }
    let words = text.split { " -/.,".contains($0) }
    return words.count == 2 ? month(column) : requiredDay(column).map { DateSpan($0) }
  }
}
