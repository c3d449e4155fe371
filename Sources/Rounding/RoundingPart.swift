/// Groups of figures that rules connect, and those rules.
struct RoundingPart {
  /// The terms add up to `right`, or to no less.
  struct Row {
    var terms: [RoundingTable.Rule.Term]
    var right: Int
    var isBound: Bool
  }

  /// By group: what it may be.
  private(set) var kinds: [RoundingTable.Cell] = []
  /// By group: the figures in it.
  private(set) var cells: [[Int]] = []
  /// With positions of groups for cells.
  private(set) var rows: [Row] = []
  /// Whether no rule is broken whatever the figures become.
  private(set) var isConsistent = true
  private var positions: [Int: Int] = [:]

  /// What says that a rule is broken already.
  static var impossible: RoundingPart {
    var part = RoundingPart()
    part.isConsistent = false
    return part
  }

  mutating func add(_ group: Int, _ kind: RoundingTable.Cell, _ members: [Int]) {
    positions[group] = kinds.count
    kinds.append(kind)
    cells.append(members)
  }

  mutating func add(_ row: Row) {
    var row = row
    row.terms = row.terms.compactMap { term in
      positions[term.cell].map { RoundingTable.Rule.Term($0, times: term.factor) }
    }
    rows.append(row)
  }
}
