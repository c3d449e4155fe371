import DelimitedText
import Readers
import Records
import Regions
import Tallies

/// The rows of a block that say where they are in words known from others, and their points located
/// together.
struct PointBlock {
  private(set) var worded = WordedPlaces()
  /// What covers each row's point; nowhere for a row without one.
  private(set) var locations: [RegionIndex.Location] = []

  var count: Int { worded.count }

  mutating func load(
    _ block: RowBlock, from first: Int, _ reader: inout PlaceReader, _ placer: Placer
  ) {
    reader.findWorded(in: block, from: first, into: &worded)
    locations.removeAll(keepingCapacity: true)
    locations.append(contentsOf: repeatElement(.nowhere, count: worded.count))
    let (longitudes, latitudes) = (worded.longitude, worded.latitude)
    var output = locations.mutableSpan
    placer.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &output)
  }

  /// The number of a row's words; -1 where it must be looked at by itself.
  func wording(ofRow row: Int) -> Int { Int(worded.wording[row]) }

  func place(ofRow row: Int) -> Place {
    var place = worded.wordings[wording(ofRow: row)]
    place.point = worded.point(ofRow: row)
    return place
  }
}
