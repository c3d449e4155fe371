import Records
import Regions

/// What a counter knows of plain rows: their templates, places, times, and the sums of them.
struct PlainCount: Sendable {
  /// How rows of a template find their place.
  enum Way: Sendable {
    /// Words decide alone (rules P4, P5, P8).
    case settled(placement: Int32)
    /// The index decides; `governorate` is the one that words say.
    case point(governorate: RegionNumber?, isSettlement: Bool)
    /// Only the placer can tell, row by row.
    case placer
  }

  struct Template: Sendable {
    var way: Way
    /// Number of rows with the same indicators, category and shape of figures, in `groups`.
    var group: Int32
    /// Whether there is something to say of each row by its words alone: `remarks`.
    var hasRemarks: Bool
    var hasPoint: Bool
    var slotCount: UInt8
    /// Whether any row of it has been counted.
    var isUsed = false
  }

  /// What rows that are added up together have in common, beside place and time.
  struct Group: Hashable, Sendable {
    let file: Int
    let categories: [Int32]
    let content: Record.Content
    let slots: [PlainRows.Slot]
  }

  let nodes: [Placer.PointNode]
  var placements: PlacementTable
  private(set) var groups: [Group] = []
  private var groupNumbers: [Group: Int32] = [:]
  private(set) var datings: [Calendar.Dating] = []
  private var datingNumbers: [Calendar.Dating: Int32] = [:]
  private var spans = SpanCache()
  private(set) var folds: [PlainFold] = []

  /// The templates of the file that is being read.
  var templates: [Template] = []
  var remarks: [[Placer.Answer.Remark]] = []
  /// What the words of each template come to, where points decide.
  var described: [Placer.Description] = []
  var source: (file: Int, generation: Int) = (-1, 0)

  init(_ placer: Placer) {
    nodes = placer.pointNodes
    placements = PlacementTable(regions: nodes.count, zoneSets: placer.zoneSetCount)
  }

  mutating func number(of group: Group) -> Int32 {
    if let known = groupNumbers[group] { return known }
    let number = Int32(groups.count)
    groupNumbers[group] = number
    groups.append(group)
    return number
  }

  /// The number of a row's dating; -1 outside the range asked for, -2 where its figures must be
  /// split. `find` is called once for the same days, as a rule.
  @inline(__always)
  mutating func dating(
    _ first: Int32, _ last: Int32, _ find: (DateSpan) -> Calendar.Dating?
  ) -> Int32 {
    if let known = spans.known(first, last) { return known }
    let number = newDating(first, last, find)
    spans.keep(number, first, last)
    return number
  }

  private mutating func newDating(
    _ first: Int32, _ last: Int32, _ find: (DateSpan) -> Calendar.Dating?
  ) -> Int32 {
    guard let span = DateSpan(first: Day(number: first), last: Day(number: last)) else { return -2 }
    guard let dating = find(span) else { return -1 }
    guard dating.shares.allSatisfy(\.isWhole), datings.count < 1 << 20 else { return -2 }
    return number(of: dating)
  }

  /// Takes over what another thread has counted.
  mutating func add(_ other: PlainCount, category: (Int32) -> Int32) {
    let placementNumbers = other.placements.placements.map { placements.number(of: $0) }
    let groupNumbers = other.groups.map { group in
      number(
        of: Group(
          file: group.file, categories: group.categories.map(category), content: group.content,
          slots: group.slots))
    }
    let datingNumbers = other.datings.map { number(of: $0) }
    for fold in other.folds {
      while folds.count <= fold.width { folds.append(PlainFold(width: folds.count)) }
      folds[fold.width].add(fold) { key in
        PlainFold.Key(
          placement: placementNumbers[Int(key.placement)], group: groupNumbers[Int(key.group)],
          dating: datingNumbers[Int(key.dating)])
      }
    }
  }

  private mutating func number(of dating: Calendar.Dating) -> Int32 {
    if let known = datingNumbers[dating] { return known }
    let number = Int32(datings.count)
    datingNumbers[dating] = number
    datings.append(dating)
    return number
  }

  @inline(__always)
  mutating func add(_ key: PlainFold.Key, _ numbers: Span<UInt32>, from first: Int, width: Int) {
    while folds.count <= width { folds.append(PlainFold(width: folds.count)) }
    folds[width].add(key, numbers, from: first)
  }

  /// Hands over one of the folds, as long as there are any.
  mutating func takeFold() -> PlainFold? { folds.popLast() }

  /// After some rows: adds those that wait.
  mutating func settle() {
    for width in folds.indices { folds[width].settle() }
  }
}

/// What was found for the last spans of days, by a table in which a new one takes the place of
/// another with the same hash.
private struct SpanCache: Sendable {
  private struct Entry {
    var first: Int32 = .max
    var last: Int32 = .min
    var number: Int32 = 0
  }

  private static let size = 1 << 14
  private var entries = [Entry](repeating: Entry(), count: size)

  @inline(__always)
  private func slot(_ first: Int32, _ last: Int32) -> Int {
    Int(truncatingIfNeeded: first &+ (last &- first) &* 4099) & (SpanCache.size &- 1)
  }

  @inline(__always)
  func known(_ first: Int32, _ last: Int32) -> Int32? {
    let entry = entries[slot(first, last)]
    return entry.first == first && entry.last == last ? entry.number : nil
  }

  mutating func keep(_ number: Int32, _ first: Int32, _ last: Int32) {
    entries[slot(first, last)] = Entry(first: first, last: last, number: number)
  }
}
