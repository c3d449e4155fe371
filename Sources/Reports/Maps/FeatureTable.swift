import Disclosure

/// The totals of a release by place and time, as features show them: one row an indicator.
///
/// Rows of single categories stay in the table of tallies only.
struct FeatureTable {
  /// For each indicator of the release, its row's position in `Release.rows`.
  typealias Cells = [Int?]

  /// A period in which records surely or possibly lie, with their totals.
  struct Unspecified {
    let period: Release.Period
    var cells: Cells
  }

  /// Everything the release says of one place.
  struct Entry {
    let place: FeaturePlace
    /// Position of its first row, which has its name and parent.
    let firstRow: Int
    /// Over the whole coverage.
    var coverage: Cells?
    /// By position in `Release.periods`.
    var periods: [Int: Cells] = [:]
    /// Records unspecified in time, shown beside the coverage and beside the periods.
    var unspecifiedInCoverage: [Unspecified] = []
    var unspecifiedInPeriods: [Unspecified] = []
  }

  /// In the order of their first rows.
  private(set) var entries: [Entry] = []
  private var positions: [FeaturePlace: Int] = [:]
  private let indicatorCount: Int
  private let periods: [Release.Period: Int]

  init(_ release: Release) {
    indicatorCount = release.indicators.count
    periods = Self.positions(of: release.periods)
    var last = 0
    for (number, row) in release.rows.enumerated() where row.categoryNumber == 0 {
      let place = FeaturePlace(
        status: row.placeStatus, level: row.level, regionID: row.regionID)
      // Rows of one place stand together, so the entry before is nearly always the right one.
      if entries.isEmpty || entries[last].place != place {
        last = position(of: place, firstRow: number)
      }
      put(number, of: row, indicator: row.indicatorNumber, into: &entries[last])
    }
  }

  subscript(place: FeaturePlace) -> Entry? {
    positions[place].map { entries[$0] }
  }

  private mutating func position(of place: FeaturePlace, firstRow: Int) -> Int {
    if let position = positions[place] { return position }
    positions[place] = entries.count
    entries.append(Entry(place: place, firstRow: firstRow))
    return entries.count - 1
  }

  private func put(_ number: Int, of row: Release.Row, indicator: Int, into entry: inout Entry) {
    let none = Cells(repeating: nil, count: indicatorCount)
    switch row.timeStatus {
    case .period where row.isCoverage:
      Self.set(number, at: indicator, in: &entry.coverage, none)
    case .period:
      guard let period = periods[row.period] else { return }
      Self.set(number, at: indicator, in: &entry.periods[period], none)
    case .unspecified where row.isCoverage || periods.isEmpty:
      Self.set(number, of: row, at: indicator, in: &entry.unspecifiedInCoverage, none)
    case .unspecified:
      Self.set(number, of: row, at: indicator, in: &entry.unspecifiedInPeriods, none)
    }
  }

  /// The first row stands: a place without a level has the same rows at every level.
  private static func set(_ number: Int, at indicator: Int, in cells: inout Cells?, _ none: Cells) {
    if cells == nil { cells = none }
    if cells?[indicator] == nil { cells?[indicator] = number }
  }

  private static func set(
    _ number: Int, of row: Release.Row, at indicator: Int, in list: inout [Unspecified],
    _ none: Cells
  ) {
    let position = list.firstIndex { $0.period == row.period } ?? list.count
    if position == list.count { list.append(Unspecified(period: row.period, cells: none)) }
    if list[position].cells[indicator] == nil { list[position].cells[indicator] = number }
  }

  private static func positions<Value: Hashable>(of values: [Value]) -> [Value: Int] {
    Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
