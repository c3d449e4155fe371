import Disclosure
import Regions

/// One map of a page: which regions show which figure, and what lies around them.
struct MapRequest {
  let id: String
  let title: Sentence
  let level: Level
  /// Position in `Release.indicators`.
  let indicator: Int
  let regions: [RegionNumber]
  /// What must be inside the frame.
  let bounds: BoundingBox
  /// Coarser regions whose borders are drawn over the others, and in grey beside them.
  var around: [RegionNumber] = []
  /// Zones whose outlines are drawn over all.
  var zones: [RegionNumber] = []
  /// Whether regions abroad are drawn beside them.
  var showsAbroad = false

  /// Whether all outlines of another map are on this one, in the same places.
  func hasOutlines(of other: MapRequest) -> Bool {
    bounds == other.bounds && regions == other.regions && around == other.around
      && showsAbroad == other.showsAbroad && Set(zones).isSuperset(of: other.zones)
  }
}
