/// Which rows of a table by gender and age repeat others (rule F4): a total counts where there is
/// one, and else the coarsest rows that do not overlap.
struct BreakdownOverlaps {
  /// What a row is about; `nil` where it is about all.
  struct Part: Hashable, CustomStringConvertible {
    let gender: String?
    let age: String?

    var isAll: Bool { gender == nil && age == nil }
    var description: String { "\(gender ?? "all")/\(age ?? "all")" }
  }

  /// What is known of the rows of one group, such as one year of a country pair.
  private struct Group {
    var hasTotal = false
    /// Genders with a row for all ages.
    var genders: Set<String> = []
    /// Whether there is a row by age for all genders.
    var hasAges = false
  }

  private var groups: [String: Group] = [:]

  mutating func add(_ part: Part, in group: String) {
    switch (part.gender, part.age) {
    case (nil, nil): groups[group, default: Group()].hasTotal = true
    case (let gender?, nil): groups[group, default: Group()].genders.insert(gender)
    case (nil, _?): groups[group, default: Group()].hasAges = true
    case (_?, _?): break
    }
  }

  func isRepeated(_ part: Part, in group: String) -> Bool {
    guard let group = groups[group] else { return false }
    switch (part.gender, part.age) {
    case (nil, nil): return false
    case (_?, nil): return group.hasTotal
    case (nil, _?): return group.hasTotal || !group.genders.isEmpty
    case (let gender?, _?):
      return group.hasTotal || group.genders.contains(gender)
        || (group.genders.isEmpty && group.hasAges)
    }
  }
}
