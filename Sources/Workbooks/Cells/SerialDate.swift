/// Dates as workbooks store them: days since a beginning, times of day as fractions.
enum SerialDate {
  /// ISO 8601 text, to the second: `2024-01-15`, `2024-01-15T13:30:00`, or `13:30:00` for a number
  /// below one that is shown as a time.
  ///
  /// Days from 1900 begin with 1 and hold a 29 February 1900 that never was (ECMA-376, 18.17.4.1);
  /// that day, negative numbers and those beyond the year 9999 give `nil`.
  static func text(_ serial: Double, as format: DateFormat, from1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var days = Int(serial)
    var seconds = Int(((serial - Double(days)) * 86_400).rounded())
    if seconds == 86_400 {
      seconds = 0
      days += 1
    }
    if days == 0, format == .time || seconds > 0 { return clock(seconds) }
    guard let date = date(days, from1904: from1904) else { return nil }
    return seconds == 0 && format == .date ? date : "\(date)T\(clock(seconds))"
  }

  /// Days from 1 January 1970 to 1 January 1900 and 1904.
  private static let beginning1900 = -25_567
  private static let beginning1904 = -24_107

  private static func date(_ days: Int, from1904: Bool) -> String? {
    if from1904 { return civil(days + beginning1904) }
    // Day 60 is the false one, and all later days are numbered one too high.
    guard days > 0, days != 60 else { return nil }
    return civil(days + beginning1900 - (days > 60 ? 2 : 1))
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
  }

  /// The day of the Gregorian calendar so many days after 1 January 1970.
  private static func civil(_ days: Int) -> String? {
    // Years of 400-year cycles that begin in March, so that leap days come last.
    let shifted = days + 719_468
    let cycle = shifted / 146_097
    let day = shifted % 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    let civilYear = year + cycle * 400 + (civilMonth <= 2 ? 1 : 0)
    guard civilYear <= 9999 else { return nil }
    let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
    return "\(padded(civilYear, 4))-\(padded(civilMonth, 2))-\(padded(dayOfMonth, 2))"
  }
}
