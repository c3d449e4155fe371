import DelimitedText
import Readers
import Regions
import Tallies

/// The plain points of a block of rows, located together.
struct PointBlock {
  private var longitudes: [Double] = []
  private var latitudes: [Double] = []
  private var locations: [RegionIndex.Location] = []
  private let placer: Placer?
  /// By region: whether a point in it needs nothing but the index.
  private let isSettled: [Bool]

  init() {
    placer = nil
    isSettled = []
  }

  init(_ placer: Placer) {
    self.placer = placer
    isSettled = placer.catalog.regions.indices.map {
      placer.isSettled(in: RegionNumber(Int32($0)))
    }
  }

  /// Locates the points of all rows that are plain.
  mutating func load(_ block: RowBlock, from first: Int, _ reader: PlaceReader) {
    longitudes.removeAll(keepingCapacity: true)
    latitudes.removeAll(keepingCapacity: true)
    for row in 0..<block.count {
      let point = row < first ? nil : reader.point(ofRow: row, of: block)
      longitudes.append(point?.longitude ?? .nan)
      latitudes.append(point?.latitude ?? .nan)
    }
    locations.removeAll(keepingCapacity: true)
    locations.append(contentsOf: repeatElement(.nowhere, count: block.count))
    let (longitudes, latitudes, placer) = (longitudes, latitudes, placer)
    var output = locations.mutableSpan
    placer?.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &output)
  }

  /// The point of a row; `nil` where its place is not a plain point.
  subscript(row: Int) -> Coordinate? {
    longitudes[row].isNaN
      ? nil : Coordinate(longitude: longitudes[row], latitude: latitudes[row])
  }

  /// What covers the point of a row, where nothing else has to be looked at.
  func settledLocation(ofRow row: Int) -> RegionIndex.Location? {
    let location = locations[row]
    guard let region = location.region, isSettled[Int(region.value)] else { return nil }
    return location
  }
}
