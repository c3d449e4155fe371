import Foundation
import Records

extension Row {
  /// A day; `nil` where the cell is blank or wrong.
  mutating func day(_ column: Column) -> Day? {
    if isBlank(column) { return nil }
    let order = context.dateOrder
    switch withCell(column, { DateText.parse($0, order: order) }) {
    case .day(let day): return plausible(day, column)
    case .moment(let seconds): return plausible(localDay(ofSecond: seconds), column)
    case .ambiguous:
      note(
        .ambiguousDate, column,
        "\(quoted(column)) may be read day first or month first; declare the order of dates")
    case .impossible:
      note(.badDate, column, "\(quoted(column)) is a day that does not exist; correct it")
    case .unreadable:
      note(.badDate, column, "\(quoted(column)) is not a date; write it as 2025-03-06")
    }
    return nil
  }

  /// A day that the row cannot do without.
  mutating func requiredDay(_ column: Column) -> Day? {
    if isBlank(column) {
      note(.missingDate, column, "the date is missing; write it as 2025-03-06")
      return nil
    }
    return day(column)
  }

  /// The days from one to another; a blank end is the start.
  mutating func span(from first: Column, to last: Column) -> DateSpan? {
    let start = requiredDay(first)
    let end = isBlank(last) ? start : day(last)
    guard let start, let end else { return nil }
    if let span = DateSpan(first: start, last: end) { return span }
    note(
      .datesReversed, last, "the end \(end) comes before the start \(start); correct one of them")
    return nil
  }

  /// The month that a cell names: `2025-03`, `Mar-25`, `March 2025`, or any day of it.
  mutating func month(_ column: Column) -> DateSpan? {
    let words = text(column).split { " -/.,".contains($0) }.map(String.init)
    if words.count == 2, let month = Self.month(of: words) { return month }
    return requiredDay(column).map { DateSpan(monthOf: $0) }
  }

  private static func month(of words: [String]) -> DateSpan? {
    let day: Day? =
      if let month = MonthName.number(of: words[0]), let year = fullYear(words[1]) {
        Day(year: year, month: month, day: 1)
      } else if let year = fullYear(words[0]), words[0].utf8.count == 4 {
        (MonthName.number(of: words[1]) ?? Int(words[1])).flatMap {
          Day(year: year, month: $0, day: 1)
        }
      } else {
        nil
      }
    return day.map { DateSpan(monthOf: $0) }
  }

  /// Four digits, or two as spreadsheets shorten the years of this century.
  private static func fullYear(_ text: String) -> Int? {
    guard let year = Int(text) else { return nil }
    return switch text.utf8.count {
    case 4: year
    case 2: 2000 + year
    default: nil
    }
  }

  private func localDay(ofSecond second: Int) -> Day {
    let moment = Date(timeIntervalSince1970: TimeInterval(second))
    let local = second + context.timeZone.secondsFromGMT(for: moment)
    return Day(number: Int32(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
  }

  private mutating func plausible(_ day: Day, _ column: Column) -> Day {
    if day.number == 0 || day.components.year < 1900 {
      note(
        .suspiciousDate, column,
        "\(day) often stands for an unknown date; check it, or leave the row out")
    }
    return day
  }
}
