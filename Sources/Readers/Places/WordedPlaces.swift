public import Records
public import Regions

/// Where the rows of a block are, for those that say it in the same words as others and in a point
/// of their own: what rows have in common needs to be looked up only once.
public struct WordedPlaces: Sendable {
  /// What the first row of each wording says; others have points of their own if it has one. Those
  /// known stay where they are, and more come behind them, until all are forgotten and `generation`
  /// grows.
  public internal(set) var wordings: [Place] = []
  public internal(set) var generation = 0
  /// For each row its wording; -1 for a row that must be looked at by itself.
  public private(set) var wording: [Int32] = []
  /// In degrees; not a number for rows without a point.
  public private(set) var longitude: [Double] = []
  public private(set) var latitude: [Double] = []

  public init() {}

  public var count: Int { wording.count }

  /// The point of a row, or `nil`.
  public func point(ofRow row: Int) -> Coordinate? {
    longitude[row].isNaN ? nil : Coordinate(longitude: longitude[row], latitude: latitude[row])
  }

  mutating func removeAll() {
    wording.removeAll(keepingCapacity: true)
    longitude.removeAll(keepingCapacity: true)
    latitude.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func append(_ row: (wording: Int32, point: Coordinate?)?) {
    wording.append(row?.wording ?? -1)
    longitude.append(row?.point?.longitude ?? .nan)
    latitude.append(row?.point?.latitude ?? .nan)
  }
}
