import Readers
import Records
import Regions
import Tallies

/// Finds where rows are by what their words come to and by the index, where that is all that there
/// is to it.
struct WordedPlacer {
  /// What rows have in common that say the same words.
  private struct Wording {
    let way: Placer.Way
    /// What is to be said of each row.
    let remarks: [Placer.Answer.Remark]
    let hasPoint: Bool
    /// What is appended where words alone decide; -1 until it has been made.
    var tail: Int32 = -1
  }

  private let placer: Placer
  private let nodes: [Placer.PointNode]
  private var finder: PlaceFinder
  private var wordings: [Wording] = []
  private var generation = 0

  init(_ placer: Placer) {
    self.placer = placer
    finder = PlaceFinder(placer)
    nodes = placer.pointNodes
  }

  func remarks(ofWording number: Int) -> [Placer.Answer.Remark] { wordings[number].remarks }

  /// Looks up the words that have come up since.
  mutating func learn(_ worded: WordedPlaces) {
    if worded.generation != generation {
      wordings = []
      generation = worded.generation
    }
    for place in worded.wordings.dropFirst(wordings.count) {
      let (way, remarks) = finder.way(of: place)
      wordings.append(Wording(way: way, remarks: remarks, hasPoint: place.point != nil))
    }
  }

  /// What is appended to a row, as a number of the tail; `nil` where the row must be placed by
  /// itself.
  ///
  /// - Parameter row: makes what is appended to rows of a placement whose point, if they have one,
  ///   lies inside a region.
  /// - Returns: the number, and whether words and point disagree on the governorate (rule P5).
  @inline(__always)
  mutating func find(
    wording number: Int, _ location: RegionIndex.Location, _ tail: inout RowTail,
    row: (Placement) -> LocatedRow
  ) -> (tail: Int32, disagrees: Bool)? {
    switch wordings[number].way {
    case .placer: return nil
    case .settled(let placement):
      guard isAlike(placement, location, wordings[number]) else { return nil }
      if wordings[number].tail < 0 {
        wordings[number].tail = tail.keep(
          settledRow(placement, wordings[number].hasPoint, row))
      }
      return (wordings[number].tail, false)
    case .point(let governorate, let isSettlement):
      guard let region = location.region else { return nil }
      let node = nodes[Int(region.value)]
      guard node.isSettled else { return nil }
      let found = isSettlement ? node.subdistrict : region
      let number = tail.number(of: found, zoneSet: location.zoneSet) {
        row(Placement(.region(found), zones: placer.zones(of: location)))
      }
      return (number, governorate != nil && governorate != node.governorate)
    }
  }

  /// Whether rows of a placement all get the same: where they have no place, why is told row by row,
  /// and beyond every region each point has a distance of its own, unless it is abroad.
  private func isAlike(
    _ placement: Placement, _ location: RegionIndex.Location, _ wording: Wording
  ) -> Bool {
    switch placement.node {
    case .unplaced: false
    case .external: true
    case .region, .outside: location.region != nil || !wording.hasPoint
    }
  }

  private func settledRow(
    _ placement: Placement, _ hasPoint: Bool, _ row: (Placement) -> LocatedRow
  ) -> LocatedRow {
    var located = row(placement)
    if !hasPoint || located.status == .external { located.distanceMeters = nil }
    return located
  }
}
