import Tallies

/// What a run publishes: figures, accounts and settings as plain values, ready to be written.
///
/// A release is made only in this module (see `ReleaseBuilder`), because everything left of it is
/// confidential and everything right of it is not.
///
/// Rows are held in some twenty bytes each and shown one at a time (`Row`); texts of numbers are
/// made only where they are written. What rows share stands in tables: `places`, `spans`,
/// `indicators` and `categories`. With positions in these tables a row is found at once
/// (`row(place:span:indicator:category:)`), which is what maps and pages need.
public struct Release: Sendable {
  public let protection: Protection
  /// Which days the release covers.
  public let coverage: Period
  /// The step of `periods`, such as "month", or `nil` where the release has one period only.
  public let step: String?
  /// The periods inside the coverage in order; empty without a step.
  public let periods: [Period]
  /// Names of the levels shown, from the coarsest down.
  public let levels: [String]
  public let flows: [Flow]
  public let accounts: Accounts
  let table: ReleaseTable

  /// The indicators that occur, in the order of output.
  public var indicators: [Indicator] { table.indicators }
  /// The categories that occur, in the order of output: first "", the total over all.
  public var categories: [String] { table.categories }
  /// The places that have rows, seen through their levels, in the order of rows.
  public var places: [Place] { table.places }
  /// The stretches of time that rows are about, in the order of rows.
  public var spans: [TimeSpan] { table.spans }
  /// One row a place, stretch of time, indicator and category, in the order of output.
  public var rows: Rows { Rows(table: table, range: 0..<table.cells.count) }
}

// MARK: - Direct access

extension Release {
  /// Position of a place in `places`, or `nil` where it has no rows.
  ///
  /// - Parameter level: a level's name, or "zone".
  public func place(level: String, status: PlaceStatus = .region, regionID: String) -> Int? {
    table.placeNumbers[ReleaseTable.PlaceKey(level: level, status: status, regionID: regionID)]
  }

  /// Position in `spans` of the coverage as a whole, or `nil` where it has no rows.
  public var coverageSpan: Int? {
    spans.firstIndex { $0.isCoverage && $0.timeStatus == .period }
  }

  /// For each of `periods` its position in `spans`, or `nil` where it has no rows.
  public var periodSpans: [Int?] {
    let numbers = Dictionary(
      spans.enumerated().lazy.filter { !$1.isCoverage && $1.timeStatus == .period }
        .map { ($1.period, $0) }, uniquingKeysWith: { first, _ in first })
    return periods.map { numbers[$0] }
  }

  /// The rows of one place.
  public func rows(place: Int) -> Rows {
    Rows(table: table, range: table.blocks.rows(ofPlace: place))
  }

  /// The rows of one place and stretch of time; empty where there are none.
  public func rows(place: Int, span: Int) -> Rows {
    let block = table.blocks.block(place: place, period: span)
    return Rows(table: table, range: block.map(table.blocks.rows(ofBlock:)) ?? 0..<0)
  }

  /// The row of a figure, or `nil` where nothing is reported.
  ///
  /// - Parameters:
  ///   - place: position in `places`; the others likewise in their tables.
  ///   - category: 0 for the total.
  /// - Complexity: two binary searches.
  public func row(place: Int, span: Int, indicator: Int, category: Int = 0) -> Row? {
    guard category < TallyCell.Figure.mostCategories,
      let block = table.blocks.block(place: place, period: span)
    else { return nil }
    let figure = TallyCell.Figure(indicator: indicator, category: category)
    return table.row(of: figure, place: place, span: span, in: table.blocks.rows(ofBlock: block))
  }

  /// For each of `indicators` its total over all categories, or `nil` where nothing is reported;
  /// `nil` where nothing at all is.
  public func totals(place: Int, span: Int) -> [Row?]? {
    guard let block = table.blocks.block(place: place, period: span) else { return nil }
    let rows = table.blocks.rows(ofBlock: block)
    let totals = indicators.indices.map { indicator in
      table.row(
        of: TallyCell.Figure(indicator: indicator, category: 0), place: place, span: span,
        in: rows)
    }
    return totals.contains { $0 != nil } ? totals : nil
  }
}
