/// Looks for sets of figures that may grow together.
///
/// A figure that is part of a sum needs the sum, and a sum needs one of its parts; what is bounded
/// by others needs one of those, unless it has room. That is followed, where there is the least
/// choice first, until nothing is needed any more.
struct RoundingLift {
  /// How many figures may be tried for one set before it is given up.
  private static let mostSteps = 1000

  private let rules: [RoundingTable.Rule]
  /// By rule: how far a bound may sink without being broken.
  private let rooms: [Int]
  /// By cell: the rules that it stands in, with its factor.
  private var places: [[(rule: Int, factor: Int)]]
  private let growth: Int
  private var isIn: [Bool]
  /// By rule: what the set adds to it, for each person by which it grows.
  private var nets: [Int]
  private var members: [Int] = []
  /// Rules that were touched; those that hold by now among them.
  private var open: [Int] = []
  private var steps = 0

  init(_ rules: [RoundingTable.Rule], numbers: [Int], growth: Int) {
    self.rules = rules
    self.growth = growth
    rooms = rules.map { rule in rule.terms.reduce(0) { $0 + $1.factor * numbers[$1.cell] } }
    places = Array(repeating: [], count: numbers.count)
    isIn = Array(repeating: false, count: numbers.count)
    nets = Array(repeating: 0, count: rules.count)
    for (number, rule) in rules.enumerated() {
      for term in rule.terms { places[term.cell].append((number, term.factor)) }
    }
  }

  /// A set that holds the figure; `nil` where none was found.
  mutating func around(_ cell: Int) -> [Int]? {
    steps = 0
    open = []
    add(cell)
    defer { undo(to: 0) }
    return settle() ? members : nil
  }

  private mutating func add(_ cell: Int) {
    steps += 1
    isIn[cell] = true
    members.append(cell)
    for (rule, factor) in places[cell] {
      nets[rule] += factor
      open.append(rule)
    }
  }

  private mutating func undo(to count: Int) {
    while members.count > count {
      let cell = members.removeLast()
      isIn[cell] = false
      for (rule, factor) in places[cell] { nets[rule] -= factor }
    }
  }

  /// Whether a rule still holds when all figures of the set have grown.
  private func holds(_ rule: Int, _ net: Int) -> Bool {
    rules[rule].isBound ? net >= 0 || rooms[rule] + growth * net >= 0 : net == 0
  }

  /// Adds what is needed; answers whether that came to an end.
  private mutating func settle() -> Bool {
    while true {
      open = open.filter { !holds($0, nets[$0]) }
      guard let rule = leastChoice() else { return true }
      let choices = candidates(rule)
      if choices.count == 1, steps < Self.mostSteps {
        add(choices[0])
        continue
      }
      let (count, left) = (members.count, open)
      for cell in choices where steps < Self.mostSteps {
        add(cell)
        if settle() { return true }
        undo(to: count)
        open = left
      }
      return false
    }
  }

  private func leastChoice() -> Int? {
    var least: (rule: Int, count: Int)?
    for rule in open {
      let count = rules[rule].terms.count { isCandidate($0, for: rule) }
      if count < least?.count ?? .max { least = (rule, count) }
      if count < 2 { break }
    }
    return least?.rule
  }

  /// Figures that would bring the rule nearer to holding.
  private func isCandidate(_ term: RoundingTable.Rule.Term, for rule: Int) -> Bool {
    !isIn[term.cell] && (nets[rule] > 0) == (term.factor < 0)
  }

  /// Those that ask for the fewest others first; none that nothing could make up for.
  private func candidates(_ rule: Int) -> [Int] {
    var found: [(needs: Int, cell: Int)] = []
    for term in rules[rule].terms where isCandidate(term, for: rule) {
      guard let needs = needs(of: term.cell) else { continue }
      found.append((needs, term.cell))
    }
    return found.sorted { $0 < $1 }.map(\.cell)
  }

  /// How many rules a figure would break; `nil` where one could not hold again.
  private func needs(of cell: Int) -> Int? {
    var needs = 0
    for (rule, factor) in places[cell] {
      let net = nets[rule] + factor
      if holds(rule, net) { continue }
      let isOpen = rules[rule].terms.contains {
        $0.cell != cell && !isIn[$0.cell] && (net > 0) == ($0.factor < 0)
      }
      guard isOpen else { return nil }
      needs += 1
    }
    return needs
  }
}
