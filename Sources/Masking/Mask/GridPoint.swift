public import Regions

/// A point in whole thousandths of a degree, some 100 m apart: what true places are taken for, and
/// where masked points are put.
///
/// All records that round to one grid point get one masked point. Were each moved by itself, the
/// mean of many would tell the place, and so it would for a site whose records differ by metres.
public struct GridPoint: Hashable, Sendable, Comparable {
  /// Decimal places of a coordinate.
  public static let decimals = 3
  /// Rounding moves a point by at most 78.5 m (half of a cell's diagonal, at the equator), and
  /// both the true place and the masked point are rounded.
  package static let slackMeters = 160.0

  public let longitude: Int32
  public let latitude: Int32

  /// The nearest point of the grid.
  /// - Precondition: the coordinate is a point on earth.
  public init(rounding point: Coordinate) {
    longitude = Int32((point.longitude * 1000).rounded())
    latitude = Int32((point.latitude * 1000).rounded())
  }

  public var coordinate: Coordinate {
    Coordinate(longitude: Double(longitude) / 1000, latitude: Double(latitude) / 1000)
  }

  public static func < (left: GridPoint, right: GridPoint) -> Bool {
    (left.longitude, left.latitude) < (right.longitude, right.latitude)
  }
}
