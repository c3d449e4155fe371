import Foundation
import Regions
import Reports

/// A geometry as GeoPackage holds it: a header with the bounds, and well-known binary (OGC
/// 12-128r17, clause 2.1.3). Little endian throughout.
struct GeometryBlob {
  /// Types of well-known binary.
  private enum Kind: UInt32 {
    case line = 2
    case polygon = 3
    case multiPolygon = 6
  }

  /// Flags of the header: little endian, bounds of two dimensions.
  private static let flags: UInt8 = 0b0000_0011

  private var bytes: [UInt8]
  let bounds: BoundingBox

  var data: Data { Data(bytes) }
  var isEmpty: Bool { bounds.west > bounds.east }

  /// The outline as one multipolygon, with the vertices that GeoJSON has.
  init(outline: Boundary) {
    let polygons = GeometryRing.polygons(of: outline)
    var bounds = BoundingBox.empty
    for ring in polygons.compactMap(\.first) {
      for index in ring.longitudes.indices {
        bounds.grow(
          longitude: Double(ring.longitudes[index]) / 1e6,
          latitude: Double(ring.latitudes[index]) / 1e6)
      }
    }
    self.init(bounds: bounds, capacity: 16 * outline.longitudes.count + 1_000)
    append(.multiPolygon, count: polygons.count)
    for rings in polygons {
      append(.polygon, count: rings.count)
      for ring in rings { append(ring) }
    }
  }

  init(from start: Coordinate, to end: Coordinate) {
    var bounds = BoundingBox.empty
    for point in [start, end] {
      bounds.grow(longitude: point.longitude, latitude: point.latitude)
    }
    self.init(bounds: bounds, capacity: 100)
    append(.line, count: 2)
    for point in [start, end] {
      append(point.longitude)
      append(point.latitude)
    }
  }

  private init(bounds: BoundingBox, capacity: Int) {
    self.bounds = bounds
    bytes = Array("GP".utf8) + [0, Self.flags]
    bytes.reserveCapacity(capacity)
    append(UInt32(Schema.wgs84))
    for side in [bounds.west, bounds.east, bounds.south, bounds.north] { append(side) }
  }

  private mutating func append(_ ring: GeometryRing) {
    append(UInt32(ring.longitudes.count))
    for index in ring.longitudes.indices {
      append(Double(ring.longitudes[index]) / 1e6)
      append(Double(ring.latitudes[index]) / 1e6)
    }
  }

  private mutating func append(_ kind: Kind, count: Int) {
    bytes.append(1)
    append(kind.rawValue)
    append(UInt32(count))
  }

  private mutating func append(_ number: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  private mutating func append(_ number: Double) {
    let bits = number.bitPattern
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }
}
