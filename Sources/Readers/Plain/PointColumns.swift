import DelimitedText
import Regions

/// The columns of the point that a plain row has of its own.
struct PointColumns: Sendable {
  enum Reading {
    case blank
    case point(Coordinate)
    /// Anything but a point in the plainest form.
    case notPlain
  }

  private let longitude: Int?
  private let latitude: Int?

  init(_ layout: PlainLayout) {
    longitude = layout.longitude?.index
    latitude = layout.latitude?.index
  }

  @inline(__always)
  func read(_ row: CleanRow, _ bytes: Span<UInt8>, _ ends: Span<UInt32>) -> Reading {
    guard let longitude, let latitude else { return .blank }
    let east = OwnColumns.range(of: longitude, row, ends)
    let north = OwnColumns.range(of: latitude, row, ends)
    if east.isEmpty, north.isEmpty { return .blank }
    let point = PlainCell.point(bytes, longitude: east, latitude: north)
    return point.map(Reading.point) ?? .notPlain
  }
}
