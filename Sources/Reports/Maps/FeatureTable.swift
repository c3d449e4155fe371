import Disclosure
import Regions

/// The totals of a release by place and time, as features show them: one row an indicator.
///
/// Rows of single categories stay in the table of tallies only.
struct FeatureTable {
  /// For each indicator of the release, its row.
  typealias Cells = [Release.Row?]

  /// A place of which the release says something.
  struct Entry {
    let place: FeaturePlace
    /// Position in `Release.places`; of a place that every level has, the first.
    let number: Int
    /// The others of such a place. What a series withholds although nothing of it is left may stand
    /// at some levels only.
    fileprivate(set) var others: [Int] = []
  }

  private let release: Release
  /// In the order of rows.
  private(set) var entries: [Entry] = []
  private var positions: [FeaturePlace: Int] = [:]
  private let coverageSpan: Int?
  private let periodSpans: [Int?]
  /// Positions in `Release.spans` of records unspecified in time, shown beside the coverage and
  /// beside the periods.
  let unspecifiedInCoverage: [Int]
  let unspecifiedInPeriods: [Int]

  init(_ release: Release) {
    self.release = release
    coverageSpan = release.coverageSpan
    periodSpans = release.periodSpans
    let unspecified = release.spans.indices.filter {
      release.spans[$0].timeStatus == .unspecified
    }
    let isWhole = { release.periods.isEmpty || release.spans[$0].isCoverage }
    unspecifiedInCoverage = unspecified.filter(isWhole)
    unspecifiedInPeriods = unspecified.filter { !isWhole($0) }
    for (number, place) in release.places.enumerated() {
      let place = FeaturePlace(
        status: place.status, level: place.level, regionID: place.regionID)
      if let position = positions[place] {
        entries[position].others.append(number)
        continue
      }
      positions[place] = entries.count
      entries.append(Entry(place: place, number: number))
    }
  }

  subscript(place: FeaturePlace) -> Entry? {
    positions[place].map { entries[$0] }
  }

  // MARK: - Totals

  /// Over the whole coverage.
  func coverage(of entry: Entry) -> Cells? {
    coverageSpan.flatMap { cells(of: entry, span: $0) }
  }

  /// - Parameter period: position in `Release.periods`, or one outside of it.
  func period(_ period: Int, of entry: Entry) -> Cells? {
    guard periodSpans.indices.contains(period), let span = periodSpans[period] else { return nil }
    return cells(of: entry, span: span)
  }

  /// - Parameter span: position in `Release.spans`.
  func cells(of entry: Entry, span: Int) -> Cells? {
    var cells = release.totals(place: entry.number, span: span)
    for number in entry.others {
      guard let others = release.totals(place: number, span: span) else { continue }
      cells = cells.map { zip($0, others).map { $0 ?? $1 } } ?? others
    }
    return cells
  }
}
