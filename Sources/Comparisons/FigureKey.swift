import Regions

/// What a figure is about: the same in both releases.
///
/// Whoever holds the records behind the releases can look them up by it.
public struct FigureKey: Hashable, Sendable {
  /// The days that a figure is of.
  public enum Days: Hashable, Sendable {
    /// All days that a release covers, which need not be the same in both.
    case coverage
    /// A period from its first day to its last.
    case period(first: String, last: String)
    /// Somewhere between two days.
    case unspecified(first: String, last: String)
  }

  /// A level, `zone`, or empty for a place that belongs to none.
  public var level: String
  /// `region`, `unspecified`, `external`, `outside` or `unplaced`.
  public var placeStatus: String
  /// Code of the region or country; of a flow, of its origin.
  public var regionID: String
  /// Of a flow, where it leads.
  public var destination: Destination?
  public var days: Days
  /// What is counted; of a flow, its kind.
  public var indicator: String
  /// Empty for the total; of a flow, its unit.
  public var category: String

  /// - Parameter destination: makes it the key of a flow.
  public init(
    level: String, placeStatus: String, regionID: String, destination: Destination? = nil,
    days: Days, indicator: String, category: String
  ) {
    self.level = level
    self.placeStatus = placeStatus
    self.regionID = regionID
    self.destination = destination
    self.days = days
    self.indicator = indicator
    self.category = category
  }

  /// The end of a flow.
  public struct Destination: Hashable, Sendable {
    public var placeStatus: String
    public var regionID: String

    public init(placeStatus: String, regionID: String) {
      self.placeStatus = placeStatus
      self.regionID = regionID
    }
  }
}

extension FigureKey {
  /// Codes as the maps name places: `SY06`, `unspecified:SY06`, `external:LBN`.
  public var place: String { Self.place(placeStatus, regionID) }

  private static func place(_ status: String, _ id: String) -> String {
    status == "region" ? id : id.isEmpty ? status : "\(status):\(id)"
  }

  /// An order of reading: from the coarsest level down, flows last, and the whole before periods.
  static func precedes(_ left: FigureKey, _ right: FigureKey) -> Bool {
    left.order.lexicographicallyPrecedes(right.order)
  }

  private var order: [String] {
    let to = destination.map { Self.place($0.placeStatus, $0.regionID) }
    return [
      to == nil ? "0" : "1", Self.rank(of: level), level, placeStatus == "region" ? "0" : "1",
      place, to ?? "", indicator, category, days.order,
    ]
  }

  private static func rank(of level: String) -> String {
    Level(word: level).map { "\($0.rawValue)" } ?? "9"
  }
}

extension FigureKey.Days {
  fileprivate var order: String {
    switch self {
    case .coverage: ""
    case .period(let first, let last): "\(first)/\(last)"
    case .unspecified(let first, let last): "\(first)/\(last)/unspecified"
    }
  }

  /// As read by people: `2025-03-01/2025-03-31`.
  public var text: String {
    switch self {
    case .coverage: "all days"
    case .period(let first, let last): "\(first)/\(last)"
    case .unspecified(let first, let last): "within \(first)/\(last)"
    }
  }
}
