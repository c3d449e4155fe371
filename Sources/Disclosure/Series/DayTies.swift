import Records
import Regions
import Tallies

/// What ties figures of two releases that are broken down into other periods: the quarter is the
/// sum of its months, and the total of some days that of the periods in them.
struct DayTies {
  private var periods: [FigureName: [(days: FigurePeriod, cell: Int)]] = [:]
  /// Of the days that are told of, with whole periods.
  private var first: Day
  private var last: Day

  /// Figures as sums of others, by their cells, both ways.
  static func ties(
    _ one: SeriesTable.Count, _ other: SeriesTable.Count
  ) -> [(whole: Int, parts: [Int])] {
    guard one.told.settings.spanning == other.told.settings.spanning else { return [] }
    return DayTies(one).parts(of: other) + DayTies(other).parts(of: one)
  }

  private init(_ count: SeriesTable.Count) {
    (first, last) = (count.told.coverage.first, count.told.coverage.last)
    let hasStep = count.told.settings.step != nil
    for (name, cell) in zip(count.told.names, count.cells) {
      guard case .figure(let name) = name, name.indicator.kind != .stock,
        (name.period.kind != .coverage) == hasStep
      else { continue }
      periods[name.withoutDays, default: []].append((name.period, cell))
      if name.period.kind == .period {
        first = min(first, name.period.first)
        last = max(last, name.period.last)
      }
    }
  }

  private func parts(of other: SeriesTable.Count) -> [(whole: Int, parts: [Int])] {
    zip(other.told.names, other.cells).compactMap { name, cell in
      guard case .figure(let name) = name, [.coverage, .period].contains(name.period.kind),
        let parts = parts(of: name, other.told.settings)
      else { return nil }
      return (cell, parts)
    }
  }

  /// The periods that make up the days of a figure; `nil` where none or more than those do.
  private func parts(of name: FigureName, _ settings: ReportSettings) -> [Int]? {
    let days = name.period
    guard first <= days.first, days.last <= last else { return nil }
    // Where nobody asked for a first or last day, there is nothing before or after.
    let isOpen = days.kind == .coverage
    let start = isOpen && settings.from == nil ? nil : days.first
    let end = isOpen && settings.to == nil ? nil : days.last
    var parts: [Int] = []
    for (period, cell) in periods[name.withoutDays] ?? [] {
      guard period.first <= days.last, days.first <= period.last else { continue }
      guard start.map({ $0 <= period.first }) ?? true, end.map({ period.last <= $0 }) ?? true
      else { return nil }
      parts.append(cell)
    }
    return parts.isEmpty ? nil : parts
  }
}
