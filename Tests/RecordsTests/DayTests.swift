import Foundation
import Records
import Testing

@Suite("Days of the Gregorian calendar")
struct DayTests {
  @Test("every day from 1900 to 2100 agrees with Foundation, there and back")
  func foundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let first = try #require(Day(year: 1900, month: 1, day: 1))
    let last = try #require(Day(year: 2100, month: 12, day: 31))
    var wrong: [Day] = []
    for number in first.number...last.number {
      let day = Day(number: number)
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let expected = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      let parts = day.components
      let agrees =
        parts.year == expected.year && parts.month == expected.month && parts.day == expected.day
        && (day.weekday + 1) % 7 + 1 == expected.weekday
        && Day(year: parts.year, month: parts.month, day: parts.day) == day
      if !agrees { wrong.append(day) }
    }
    #expect(wrong.isEmpty)
    #expect(last.number - first.number + 1 == 73_414)
  }

  @Test(
    "known days",
    arguments: [
      (1970, 1, 1, 0, 3), (2000, 2, 29, 11_016, 1), (2011, 3, 15, 15_048, 1),
      (1969, 12, 31, -1, 2), (1, 1, 1, -719_162, 0), (9999, 12, 31, 2_932_896, 4),
      (2038, 1, 19, 24_855, 1), (1900, 3, 1, -25_508, 3),
    ])
  func known(year: Int, month: Int, day: Int, number: Int32, weekday: Int) throws {
    let day = try #require(Day(year: year, month: month, day: day))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.components.year == year && day.components.month == month)
  }

  @Test(
    "dates that do not exist",
    arguments: [
      (2025, 2, 29), (1900, 2, 29), (2100, 2, 29), (2025, 4, 31), (2025, 13, 1), (2025, 0, 1),
      (2025, 1, 0), (2025, 1, 32), (0, 1, 1), (10_000, 1, 1), (2025, -1, 5), (2025, 1, .max),
      (.max, 1, 1), (2025, .min, 1),
    ])
  func impossible(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(
    "the length of February",
    arguments: [(2024, 29), (2025, 28), (1900, 28), (2000, 29), (2100, 28)])
  func february(year: Int, length: Int) {
    #expect(Day.length(ofMonth: 2, year: year) == length)
    #expect((Day(year: year, month: 2, day: 29) != nil) == (length == 29))
  }

  @Test(
    "days are written as ISO 8601, also beyond the years that dates are read in",
    arguments: [
      (0, "1970-01-01"), (20_153, "2025-03-06"), (-719_162, "0001-01-01"),
      (-719_163, "0000-12-31"), (-719_529, "-0001-12-31"), (2_932_896, "9999-12-31"),
      (2_932_897, "10000-01-01"),
    ] as [(Int32, String)])
  func written(number: Int32, text: String) {
    #expect(Day(number: number).description == text)
  }

  @Test("days are counted and compared by their number")
  func adding() throws {
    let day = try #require(Day(year: 2024, month: 2, day: 28))
    #expect(day.adding(1).description == "2024-02-29")
    #expect(day.adding(2).description == "2024-03-01")
    #expect(day.adding(-59).description == "2023-12-31")
    #expect(day < day.adding(1) && !(day < day))
  }
}

@Suite("Spans of days include both ends")
struct DateSpanTests {
  private func span(_ first: Int32, _ last: Int32) throws -> DateSpan {
    try #require(DateSpan(first: Day(number: first), last: Day(number: last)))
  }

  @Test("an end before the start makes no span")
  func reversed() {
    #expect(DateSpan(first: Day(number: 5), last: Day(number: 4)) == nil)
  }

  @Test("the number of days")
  func count() throws {
    #expect(try span(5, 5).dayCount == 1)
    #expect(try span(-3, 3).dayCount == 7)
    #expect(try span(.min, .max).dayCount == 1 << 32)
    #expect(DateSpan(Day(number: 9)) == (try span(9, 9)))
  }

  @Test(
    "what a span from day 10 to day 20 contains and overlaps",
    arguments: [
      (10, 20, true, true), (12, 18, true, true), (9, 20, false, true), (10, 21, false, true),
      (0, 30, false, true), (0, 10, false, true), (20, 25, false, true), (0, 9, false, false),
      (21, 30, false, false),
    ] as [(Int32, Int32, Bool, Bool)])
  func relations(first: Int32, last: Int32, isContained: Bool, doesOverlap: Bool) throws {
    let own = try span(10, 20)
    let other = try span(first, last)
    #expect(own.contains(other) == isContained)
    #expect(own.overlaps(other) == doesOverlap)
    #expect(other.overlaps(own) == doesOverlap)
  }
}
