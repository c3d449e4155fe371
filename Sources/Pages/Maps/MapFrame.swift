import Geodesy
import Regions

/// A point on a drawing, in its units, from the upper left corner.
struct DrawingPoint: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// A rectangle on a drawing.
struct DrawingBox: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  func intersects(_ other: DrawingBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ other: DrawingBox) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }

  func contains(_ point: DrawingPoint) -> Bool {
    point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
  }

  func inset(by margin: Double) -> DrawingBox {
    DrawingBox(
      left: left + margin, top: top + margin, right: right - margin, bottom: bottom - margin)
  }
}

/// Where on a drawing a place on earth lies.
struct MapFrame: Sendable {
  /// Width of every map, in units of the drawing.
  static let width = 640.0
  private static let margin = 14.0
  private static let heights = 300.0...760.0

  let projection: EqualAreaProjection
  let metersPerUnit: Double
  let height: Double
  private let west: Double
  private let north: Double

  /// A frame around everything in a box of longitudes and latitudes.
  ///
  /// - Parameter bounds: must not be empty.
  /// - Returns: `nil` for a box around a pole or half the earth, where there is no such map.
  init?(around bounds: BoundingBox) {
    guard bounds.west <= bounds.east, bounds.south > -85, bounds.north < 85,
      bounds.east - bounds.west < 90
    else { return nil }
    projection = EqualAreaProjection(
      center: ((bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2))
    let extent = Extent(of: bounds, projection)
    let drawable = Self.width - 2 * Self.margin
    let most = Self.heights.upperBound - 2 * Self.margin
    let scale = max(extent.width / drawable, extent.height / most, 0.1)
    metersPerUnit = scale
    height = max(Self.heights.lowerBound, extent.height / scale + 2 * Self.margin)
    west = (extent.west + extent.east) / 2 - Self.width / 2 * scale
    north = (extent.south + extent.north) / 2 + height / 2 * scale
  }

  var box: DrawingBox { DrawingBox(left: 0, top: 0, right: Self.width, bottom: height) }

  func point(longitude: Double, latitude: Double) -> DrawingPoint {
    let place = projection.point(longitude: longitude, latitude: latitude)
    return DrawingPoint(
      x: (place.east - west) / metersPerUnit, y: (north - place.north) / metersPerUnit)
  }

  func point(_ coordinate: Coordinate) -> DrawingPoint {
    point(longitude: coordinate.longitude, latitude: coordinate.latitude)
  }
}

/// What a box of degrees covers on the plane of a projection, in metres.
private struct Extent {
  var west = Double.infinity
  var south = Double.infinity
  var east = -Double.infinity
  var north = -Double.infinity

  var width: Double { east - west }
  var height: Double { north - south }

  /// Edges are bent on the plane, so more than their corners count.
  init(of bounds: BoundingBox, _ projection: EqualAreaProjection) {
    for step in 0...16 {
      let part = Double(step) / 16
      let longitude = bounds.west + part * (bounds.east - bounds.west)
      let latitude = bounds.south + part * (bounds.north - bounds.south)
      for (longitude, latitude) in [
        (longitude, bounds.south), (longitude, bounds.north), (bounds.west, latitude),
        (bounds.east, latitude),
      ] {
        let place = projection.point(longitude: longitude, latitude: latitude)
        (west, east) = (min(west, place.east), max(east, place.east))
        (south, north) = (min(south, place.north), max(north, place.north))
      }
    }
  }
}
