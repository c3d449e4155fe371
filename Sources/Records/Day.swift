/// A calendar day of the Gregorian calendar, without a time zone: days since 1 January 1970.
public struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let number: Int32

  public init(number: Int32) {
    self.number = number
  }

  /// The day of a date, or `nil` where there is no such date (30 February, month 13).
  ///
  /// The conversion is Howard Hinnant's `days_from_civil`
  /// (https://howardhinnant.github.io/date_algorithms.html), for years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  public struct Components: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int
  }

  /// Year, month and day (Hinnant's `civil_from_days`).
  public var components: Components {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return Components(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public func adding(_ days: Int) -> Day { Day(number: number + Int32(days)) }

  /// ISO 8601, `2025-03-06`; with more digits or a minus sign outside the years 0 to 9999.
  public var description: String {
    let parts = components
    let sign = parts.year < 0 ? "-" : ""
    let year = Day.padded(abs(parts.year), to: 4)
    return "\(sign)\(year)-\(Day.padded(parts.month, to: 2))-\(Day.padded(parts.day, to: 2))"
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// The days on which something happened: from `first` to `last`, both included.
public struct DateSpan: Hashable, Sendable {
  public let first: Day
  public let last: Day

  /// `nil` where the end comes before the start.
  public init?(first: Day, last: Day) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  public init(_ day: Day) {
    first = day
    last = day
  }

  public var dayCount: Int { Int(last.number) - Int(first.number) + 1 }

  public func contains(_ other: DateSpan) -> Bool { first <= other.first && other.last <= last }

  public func overlaps(_ other: DateSpan) -> Bool { first <= other.last && other.first <= last }
}
