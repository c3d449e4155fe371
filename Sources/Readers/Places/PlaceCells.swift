public import Regions

/// The cells that tell where a row is.
///
/// Of two rows whose describing cells hold the same bytes, and whose points are plain numbers,
/// the places differ by the point alone, and so does what is wrong with them.
public struct PlaceCells: Hashable, Sendable {
  public let longitude: Int
  public let latitude: Int
  /// Ascending.
  public let describing: [Int]

  /// `nil` where the file has no points.
  init?(longitude: Column, latitude: Column, describing: [Column] = []) {
    guard let east = longitude.index, let north = latitude.index else { return nil }
    self.longitude = east
    self.latitude = north
    self.describing = Set(describing.compactMap(\.index)).subtracting([east, north]).sorted()
  }

  /// The point of two cells without anything wrong in them; `nil` where the row must be read.
  public static func point(longitude: Span<UInt8>, latitude: Span<UInt8>) -> Coordinate? {
    guard let east = NumberText.degrees(longitude), let north = NumberText.degrees(latitude),
      east.magnitude <= 180, north.magnitude <= 90, east != 0 || north != 0
    else { return nil }
    return Coordinate(longitude: east, latitude: north)
  }
}

/// A profile whose rows are placed by few cells, and each by itself: that no row before it
/// matters, and that other cells give no findings about the place.
protocol PlacedByCells {
  /// `nil` where the file has no points.
  var placeCells: PlaceCells? { get }
}
