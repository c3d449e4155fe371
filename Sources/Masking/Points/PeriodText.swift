/// The period of a point: the shortest standard one, from the step upwards, that holds its days.
struct PeriodText: Hashable, Comparable {
  let start: String
  let end: String
  /// Empty where not even a year holds them.
  let label: String

  static func < (left: PeriodText, right: PeriodText) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
