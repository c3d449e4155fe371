import Records

extension DateSpan {
  /// The whole month that holds a day.
  init(monthOf day: Day) {
    let parts = day.components
    let first = day.adding(1 - parts.day)
    let length = Day.length(ofMonth: parts.month, year: parts.year)
    self = DateSpan(first: first, last: first.adding(length - 1)) ?? DateSpan(day)
  }
}
