import Foundation

/// A day of the Gregorian calendar, read from an ISO 8601 date.
struct CalendarDay: Hashable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  init?(_ text: String) {
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
      return nil
    }
    (year, month, day) = (parts[0], parts[1], parts[2])
  }

  /// Midnight of the day in UTC.
  var date: Date { Date(timeIntervalSince1970: Double(daysSince1970) * 86_400) }

  /// Counted in years that begin in March, so that a leap day is the last of its year.
  private var daysSince1970: Int {
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let era = Int((Double(shifted) / 400).rounded(.down))
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
