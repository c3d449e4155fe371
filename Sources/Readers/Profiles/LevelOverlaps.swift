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
    var stated: [Area: Total] = [:]
    /// Areas with finer rows inside.
    var covered: Set<Area> = []
  }

  private struct Total {
    /// `nil` where it is too large to be summed.
    var sum: Quantity? = .zero

    mutating func add(_ number: Quantity?) {
      guard let sum, let number else { return sum = nil }
      // A sum too large to be exact matches no total.
      self.sum = try? sum.adding(number)
    }
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
  mutating func add(_ number: Quantity?, at area: AdminArea, in group: String, id: String) {
    guard let number, seen.insert(id.hashValue).inserted else { return }
    let area = Area(area)
    groups[group, default: Group()].stated[area, default: Total()].add(number)
    groups[group]?.covered.formUnion(area.areasAround)
  }

  /// Whether the people or events of a row are in finer rows; and for a row without a number, or
  /// a district without its governorate, whether they may be in a coarser row that counts.
  func isRepeated(_ number: Quantity?, at area: AdminArea, in group: String) -> Bool {
    guard let group = groups[group] else { return false }
    let area = Area(area)
    if group.covered.contains(area) { return true }
    let isUnattached = area.level == .district && area.first == nil
    guard number == nil || isUnattached else { return false }
    return group.stated.keys.contains { area.mayLie(in: $0) && !group.covered.contains($0) }
  }

  /// What the rows of an area state and what the rows counted inside it come to, where these
  /// differ. Asked again for the same area it answers `nil`.
  mutating func mismatch(
    at area: AdminArea, in name: String
  ) -> (stated: Quantity, counted: Quantity)? {
    let area = Area(area)
    guard let group = groups[name], group.covered.contains(area),
      let stated = group.stated[area]?.sum, told.insert("\(name)\n\(area)").inserted
    else { return nil }
    var counted = Total()
    for (inner, total) in group.stated
    where !group.covered.contains(inner) && inner.areasAround.contains(area) {
      counted.add(total.sum)
    }
    guard let sum = counted.sum, sum != stated else { return nil }
    return (stated, sum)
  }
}

extension Row {
  /// Leaves out a row that repeats others, and says so where its figure is not the sum of theirs.
  mutating func rejectRepeated(
    _ column: Column, _ overlaps: inout LevelOverlaps, at area: AdminArea, in group: String
  ) {
    note(
      .overlappingRow, column,
      "the \(area.level.name) row repeats rows of another level and is not counted")
    reject()
    guard let (stated, counted) = overlaps.mismatch(at: area, in: group) else { return }
    note(
      .totalMismatch, column,
      "the \(area.level.name) states \(stated.exactText), but the finer rows, which count, come "
        + "to \(counted.exactText); compare with the publisher's file")
  }
}
