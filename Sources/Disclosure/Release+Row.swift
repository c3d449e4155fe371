import Records
import Tallies

extension Release {
  /// One figure of a release: a place, a stretch of time, an indicator and a category.
  public struct Row: Sendable {
    /// Position among the rows of the release.
    public let position: Int
    /// Position of the place in `Release.places`.
    public let place: Int
    /// Position of the stretch of time in `Release.spans`.
    public let span: Int
    private let cell: TallyCell
    private let table: ReleaseTable

    init(position: Int, place: Int, span: Int, table: ReleaseTable) {
      self.position = position
      self.place = place
      self.span = span
      self.table = table
      cell = table.cells[position]
    }

    // MARK: - What it is about

    /// A level's name, or "zone".
    public var level: String { table.places[place].level }
    public var placeStatus: PlaceStatus { table.places[place].status }
    /// The region, or the country abroad; empty for outside and unplaced.
    public var regionID: String { table.places[place].regionID }
    public var regionName: String { table.places[place].regionName }
    public var parentID: String { table.places[place].parentID }
    public var period: Period { table.spans[span].period }
    /// Whether `period` is the coverage as a whole.
    public var isCoverage: Bool { table.spans[span].isCoverage }
    public var timeStatus: TimeStatus { table.spans[span].timeStatus }
    /// Name of the indicator.
    public var indicator: String { table.indicators[indicatorNumber].name }
    /// Position of the indicator in `Release.indicators`.
    public var indicatorNumber: Int { cell.figure.indicator }
    /// Empty for the total over all categories.
    public var category: String { table.categories[categoryNumber] }
    /// Position of the category in `Release.categories`; 0 for the total.
    public var categoryNumber: Int { cell.figure.category }

    // MARK: - The figure

    public var status: FigureStatus {
      switch cell.state.status {
      case .reported: .reported
      case .zero: .zero
      case .notStated: .notStated
      case .otherSources: .otherSources
      case .withheld: .withheld
      case .rounded: .rounded
      }
    }

    public var low: Amount? { Amount(cell.low, table.quantities) }
    public var best: Amount? { Amount(cell.best, table.quantities) }
    public var high: Amount? { Amount(cell.high, table.quantities) }
    /// Whether a record without that bound is part of the sum; `nil` where it is withheld.
    public var isLowOpen: Bool? { isWithheld ? nil : cell.state.isLowOpen }
    public var isBestOpen: Bool? { isWithheld ? nil : cell.state.isBestOpen }
    public var isHighOpen: Bool? { isWithheld ? nil : cell.state.isHighOpen }
    /// Records behind the figure; `nil` where they are not told.
    public var records: Int? { cell.records == 0 ? nil : Int(cell.records) }
    /// For a stock, the day of the latest value in it, as an ISO 8601 date.
    public var asOf: String? {
      table.latest.isEmpty ? nil : table.latest[position]?.description
    }
    public var isWithheld: Bool { cell.state.status == .withheld }
  }
}
