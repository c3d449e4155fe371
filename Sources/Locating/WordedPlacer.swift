import Readers
import Records
import Regions
import Tallies

/// Finds where rows are by what their words come to and by the index, where that is all that there
/// is to it.
struct WordedPlacer {
  /// Where rows of a wording are.
  private enum Spot {
    /// Known by words alone; `tail` is -1 until what is appended has been made.
    case settled(Placement, isMeasured: Bool, tail: Int32)
    case point(governorate: RegionNumber?, isSettlement: Bool)
    case unknown
  }

  private struct Wording {
    var spot: Spot
    /// What is to be said of each row.
    let remarks: [Placer.Answer.Remark]
    let hasPoint: Bool
  }

  /// A region as far as it matters for points in it.
  private struct Node {
    /// Whether the index says all there is to say.
    let isSettled: Bool
    let governorate: RegionNumber?
    /// The subdistrict that holds it, or itself.
    let subdistrict: RegionNumber
  }

  private let placer: Placer
  private let nodes: [Node]
  private var finder: PlaceFinder
  private var wordings: [Wording] = []
  private var generation = 0

  init(_ placer: Placer) {
    self.placer = placer
    finder = PlaceFinder(placer)
    let catalog = placer.catalog
    nodes = catalog.regions.indices.map { index in
      let number = RegionNumber(Int32(index))
      return Node(
        isSettled: number != .country && placer.isSettled(in: number),
        governorate: catalog.ancestor(of: number, at: .governorate),
        subdistrict: catalog.ancestor(of: number, at: .subdistrict) ?? number)
    }
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
      wordings.append(
        Wording(spot: spot(of: way), remarks: remarks, hasPoint: place.point != nil))
    }
  }

  private func spot(of way: Placer.Way) -> Spot {
    switch way {
    case .placer: return .unknown
    case .point(let governorate, let isSettlement):
      return .point(governorate: governorate, isSettlement: isSettlement)
    case .settled(let placement):
      switch placement.node {
      // Why a row has no place is told row by row.
      case .unplaced: return .unknown
      case .external: return .settled(placement, isMeasured: false, tail: -1)
      case .region, .outside: return .settled(placement, isMeasured: true, tail: -1)
      }
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
    switch wordings[number].spot {
    case .unknown: return nil
    case .settled(let placement, let isMeasured, let known):
      // Beyond every region, each point has a distance of its own.
      let isAlike = location.region != nil || !wordings[number].hasPoint || !isMeasured
      guard isAlike else { return nil }
      if known >= 0 { return (known, false) }
      let made = tail.keep(settledRow(placement, wordings[number].hasPoint, row))
      wordings[number].spot = .settled(placement, isMeasured: isMeasured, tail: made)
      return (made, false)
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

  private func settledRow(
    _ placement: Placement, _ hasPoint: Bool, _ row: (Placement) -> LocatedRow
  ) -> LocatedRow {
    var located = row(placement)
    if !hasPoint || located.status == .external { located.distanceMeters = nil }
    return located
  }
}
