import Records
import Regions

/// Which rows of a table repeat what its finer rows say (rule F4).
///
/// Within a group, such as one round of an operation, a row counts unless the table has a finer
/// row inside it; so each place is counted at the finest level that is stated for it. Memory grows
/// with groups and places, not with rows.
struct LevelOverlaps {
  private struct Group {
    /// What all rows of an area say together.
    var stated: [Area: CheckedSum] = [:]
    /// Areas with finer rows inside.
    var covered: Set<Area> = []
  }

  /// An area by what identifies it, whatever its names.
  private struct Area: Hashable {
    let country: String
    let level: Level
    let first: String?
    let second: String?

    init(_ area: AdminArea) {
      country = area.country ?? ""
      level = area.level
      first = level >= .governorate ? area.key(at: .governorate) : nil
      second = level >= .district ? area.key(at: .district) : nil
    }

    private init(country: String, first: String?) {
      self.country = country
      self.first = first
      second = nil
      level = first == nil ? .country : .governorate
    }

    var areasAround: [Area] {
      guard level > .country else { return [] }
      let whole = Area(country: country, first: nil)
      guard level > .governorate, let first else { return [whole] }
      return [Area(country: country, first: first), whole]
    }

    /// A district of which the governorate is not said may lie in any of them.
    func mayLie(in other: Area) -> Bool {
      areasAround.contains(other)
        || (level == .district && first == nil && other.level == .governorate
          && other.country == country)
    }
  }

  private var groups: [String: Group] = [:]
  private var seen: Set<Int> = []
  private var told: Set<String> = []

  /// Takes in what a row states, once for each id. A row without a number says nothing of others.
  mutating func add(_ stated: LeveledFigure) {
    guard let number = stated.number, seen.insert(stated.id.hashValue).inserted else { return }
    let area = Area(stated.area)
    groups[stated.group, default: Group()].stated[area, default: CheckedSum()].add(number)
    groups[stated.group]?.covered.formUnion(area.areasAround)
  }

  /// Whether the people or events of a row are in finer rows; and for a row without a number, or
  /// a district without its governorate, whether they may be in a coarser row that counts.
  func isRepeated(_ stated: LeveledFigure) -> Bool {
    guard let group = groups[stated.group] else { return false }
    let area = Area(stated.area)
    if group.covered.contains(area) { return true }
    let isUnattached = area.level == .district && area.first == nil
    guard stated.number == nil || isUnattached else { return false }
    return group.stated.keys.contains { area.mayLie(in: $0) && !group.covered.contains($0) }
  }

  /// What the rows of an area state and what the rows counted inside it come to, where these
  /// differ. Asked again for the same area it answers `nil`.
  mutating func mismatch(
    _ figure: LeveledFigure
  ) -> (stated: Quantity, counted: Quantity)? {
    let area = Area(figure.area)
    guard let group = groups[figure.group], group.covered.contains(area),
      let stated = group.stated[area]?.value, told.insert("\(figure.group)\n\(area)").inserted
    else { return nil }
    var counted = CheckedSum()
    for (inner, total) in group.stated
    where !group.covered.contains(inner) && inner.areasAround.contains(area) {
      counted.add(total)
    }
    guard let sum = counted.value, sum != stated else { return nil }
    return (stated, sum)
  }
}
