import Foundation
import Records

/// What a time of day with an offset from UTC, written beside a date, says of the day.
enum Clock {
  /// The moment lies in the local day of the time zone that is set.
  case local
  /// Nothing: the publisher's program wrote it beside the day.
  case ignored
  /// It is midnight in the zone of whoever wrote the file, told in UTC: from 10:00 on that of the
  /// next day, to the east (up to UTC+14), and before that of the same day, to the west.
  case midnight
}

extension Row {
  /// A day; `nil` where the cell is blank or wrong.
  mutating func day(_ column: Column, clock: Clock = .local) -> Day? {
    if isBlank(column) { return nil }
    let order = context.dateOrder
    let outcome = withCell(column) {
      clock == .ignored ? DateText.written($0, order: order) : DateText.parse($0, order: order)
    }
    switch outcome {
    case .day(let day): return plausible(day, column)
    case .moment(let seconds):
      let day = clock == .midnight ? dayBegun(nearSecond: seconds) : localDay(ofSecond: seconds)
      return plausible(day, column)
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
  mutating func requiredDay(_ column: Column, clock: Clock = .local) -> Day? {
    if isBlank(column) {
      note(.missingDate, column, "the date is missing; write it as 2025-03-06")
      return anything(nil, or: Day(number: 0))
    }
    return anything(day(column, clock: clock), or: Day(number: 0))
  }

  /// The days from one to another; a blank end is the start.
  mutating func span(
    from first: Column, to last: Column, clock: Clock = .local
  ) -> DateSpan? {
    let start = requiredDay(first, clock: clock)
    let end = isBlank(last) ? start : day(last, clock: clock)
    guard let start, let end = anything(end, or: start) else { return nil }
    if let span = DateSpan(first: start, last: end) { return span }
    note(
      .datesReversed, last, "the end \(end) comes before the start \(start); correct one of them")
    return anything(nil, or: DateSpan(start))
  }

  /// The month that a cell names: `2025-03`, `Mar-25`, `March 2025`, or any day of it.
  mutating func month(_ column: Column) -> DateSpan? {
    let english = withCell(column) { CellText.asciiFolded($0) ?? ArabicDate.inEnglish($0) }
    let text = english.map { String(decoding: $0, as: UTF8.self) } ?? text(column)
    let words = text.split { " -/.,".contains($0) }.map(String.init)
    if words.count == 2, let month = Self.month(of: words) { return month }
    return requiredDay(column).map { DateSpan(monthOf: $0) }
  }

  /// The year that a cell names in four digits.
  mutating func year(_ column: Column) -> DateSpan? {
    if isBlank(column) {
      note(.missingDate, column, "the year is missing; write it as 2025")
      return nil
    }
    guard let year = withCell(column, NumberText.whole), (1900...2100).contains(year),
      let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
    else {
      note(.badDate, column, "\(quoted(column)) is not a year; write it as 2025")
      return nil
    }
    return DateSpan(first: first, last: last)
  }

  /// The month of a year in another cell, by its name or number.
  mutating func month(_ column: Column, of year: Column) -> DateSpan? {
    guard let span = self.year(year) else { return nil }
    let text = text(column)
    guard let number = MonthName.number(of: text) ?? Int(text),
      let day = Day(year: span.first.components.year, month: number, day: 1)
    else {
      note(.badDate, column, "\(quoted(column)) is not a month; write its name or number")
      return nil
    }
    return DateSpan(monthOf: day)
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
    return Row.day(ofSecond: second + context.timeZone.secondsFromGMT(for: moment))
  }

  /// The day whose midnight, somewhere on earth, is this moment.
  private func dayBegun(nearSecond second: Int) -> Day {
    Row.day(ofSecond: second + 14 * 3600)
  }

  private static func day(ofSecond second: Int) -> Day {
    Day(number: Int32(second >= 0 ? second / 86_400 : (second - 86_399) / 86_400))
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
