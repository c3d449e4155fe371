import Readers
import Records
import Regions
import Tallies

/// Finds where rows are by what their words come to and by the index, where that is all that there
/// is to it.
struct WordedPlacer {
  /// What is appended to a row.
  struct Found {
    /// A number of the tail; -1 where the row must be placed by itself.
    var tail: Int32
    /// Whether words and point disagree on the governorate (rule P5).
    var disagrees = false
    /// Whether the words alone give reason for a remark.
    var isRemarkable = false

    static let alone = Found(tail: -1)
  }

  /// What rows have in common that say the same words: plain numbers, since each row asks for them.
  private struct Wording {
    enum Way {
      /// Each row has to be placed by itself.
      case alone
      /// All rows get the same, or all whose points lie in a region.
      case same
      case sameInside
      /// The index decides.
      case point
      /// As the index decides, down to the subdistrict.
      case settlement
    }

    var way: Way
    /// The one that words say.
    var governorate: RegionNumber?
    /// Where all rows get the same; -1 until it has been made.
    var tail: Int32 = -1
    var isRemarkable: Bool
  }

  private let placer: Placer
  private let nodes: [Placer.PointNode]
  private var finder: PlaceFinder
  private var wordings: [Wording] = []
  /// What is to be said of each row of a wording, and where words place it by themselves.
  private var remarks: [[Placer.Answer.Remark]] = []
  private var placements: [Placement?] = []
  private var hasPoint: [Bool] = []
  private var generation = 0

  init(_ placer: Placer) {
    self.placer = placer
    finder = PlaceFinder(placer)
    nodes = placer.pointNodes
  }

  func remarks(ofWording number: Int) -> [Placer.Answer.Remark] { remarks[number] }

  /// Looks up the words that have come up since.
  private mutating func learn(_ worded: WordedPlaces) {
    if worded.generation != generation {
      (wordings, remarks, placements, hasPoint) = ([], [], [], [])
      generation = worded.generation
    }
    for place in worded.wordings.dropFirst(wordings.count) {
      let (way, remarks) = finder.way(of: place)
      var wording = Wording(way: .alone, isRemarkable: !remarks.isEmpty)
      var placement: Placement?
      switch way {
      case .placer: break
      case .settled(let settled):
        placement = settled
        wording.way = WordedPlacer.way(of: settled, hasPoint: place.point != nil)
      case .point(let governorate, let isSettlement):
        wording.way = isSettlement ? .settlement : .point
        wording.governorate = governorate
      }
      wordings.append(wording)
      self.remarks.append(remarks)
      placements.append(placement)
      hasPoint.append(place.point != nil)
    }
  }

  /// Whether rows of a placement all get the same: where they have no place, why is told row by row,
  /// and beyond every region each point has a distance of its own, unless it is abroad.
  private static func way(of placement: Placement, hasPoint: Bool) -> Wording.Way {
    switch placement.node {
    case .unplaced: .alone
    case .external: .same
    case .region, .outside: hasPoint ? .sameInside : .same
    }
  }

  /// What is appended to each row of a block.
  mutating func find(
    _ points: PointBlock, _ rows: RowPlacer, _ tail: inout RowTail, into found: inout [Found]
  ) {
    learn(points.worded)
    found.removeAll(keepingCapacity: true)
    found.reserveCapacity(points.count)
    let (numbers, locations) = (points.worded.wording.span, points.locations.span)
    for row in numbers.indices {
      let number = Int(numbers[row])
      found.append(number < 0 ? .alone : find(number, locations[row], rows, &tail))
    }
  }

  @inline(__always)
  private mutating func find(
    _ number: Int, _ location: RegionIndex.Location, _ rows: RowPlacer, _ tail: inout RowTail
  ) -> Found {
    let wording = wordings[number]
    var found = Found(tail: -1, isRemarkable: wording.isRemarkable)
    switch wording.way {
    case .alone: return .alone
    case .same, .sameInside:
      if wording.way == .sameInside, location.region == nil { return .alone }
      found.tail = wording.tail < 0 ? keep(number, rows, &tail) : wording.tail
    case .point, .settlement:
      guard let region = location.region else { return .alone }
      let node = nodes[Int(region.value)]
      guard node.isSettled else { return .alone }
      let counted = wording.way == .settlement ? node.subdistrict : region
      found.tail = tail.number(of: counted, zoneSet: location.zoneSet)
      if found.tail < 0 { found.tail = keep(counted, location, rows, &tail) }
      found.disagrees = wording.governorate != nil && wording.governorate != node.governorate
    }
    return found
  }

  /// Makes what is appended to all rows of a wording.
  private mutating func keep(_ number: Int, _ rows: RowPlacer, _ tail: inout RowTail) -> Int32 {
    guard let placement = placements[number] else { return -1 }
    var row = rows.row(inside: placement)
    if !hasPoint[number] || row.status == .external { row.distanceMeters = nil }
    let kept = tail.keep(row)
    wordings[number].tail = kept
    return kept
  }

  /// Makes what is appended to points in a region and some zones.
  private func keep(
    _ region: RegionNumber, _ location: RegionIndex.Location, _ rows: RowPlacer,
    _ tail: inout RowTail
  ) -> Int32 {
    let row = rows.row(inside: Placement(.region(region), zones: placer.zones(of: location)))
    return tail.keep(row, of: region, zoneSet: location.zoneSet)
  }
}
