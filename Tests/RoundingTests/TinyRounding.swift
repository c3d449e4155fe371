import Rounding

/// A table small enough to try every rounding of it.
struct TinyRounding {
  let base: Int
  private(set) var values: [Int] = []
  private(set) var table = RoundingTable()

  init(base: Int) { self.base = base }

  /// Adds a figure, and answers its position.
  mutating func add(_ value: Int, seed: UInt64 = 0, stage: Int = 0) -> Int {
    values.append(value)
    let (below, rest) = value.quotientAndRemainder(dividingBy: base)
    return table.add(
      RoundingTable.Cell(
        lower: below, upper: rest == 0 ? below : below + 1, share: Double(rest) / Double(base),
        seed: seed &+ UInt64(values.count) &* 0x9E37_79B9_7F4A_7C15, stage: stage))
  }

  mutating func tie(_ parent: Int, toSumOf parts: [Int]) { table.tie(parent, toSumOf: parts) }

  /// A block of rows, columns and layers with all its margins: one figure a cell, and one for each
  /// line, face and the whole, margins first.
  static func block(_ layers: [[[Int]]], base: Int, seed: UInt64 = 0) -> TinyRounding {
    var tiny = TinyRounding(base: base)
    var cells: [[Int]: Int] = [:]
    let sizes = [layers.count, layers[0].count, layers[0][0].count]
    // A coordinate of -1 stands for the sum over it.
    var keys: [[Int]] = []
    for layer in -1..<sizes[0] {
      for row in -1..<sizes[1] {
        for column in -1..<sizes[2] { keys.append([layer, row, column]) }
      }
    }
    func value(_ key: [Int]) -> Int {
      guard let open = key.firstIndex(of: -1) else { return layers[key[0]][key[1]][key[2]] }
      return (0..<sizes[open]).reduce(0) { sum, part in
        var inner = key
        inner[open] = part
        return sum + value(inner)
      }
    }
    for key in keys {
      cells[key] = tiny.add(value(key), seed: seed, stage: key.contains(-1) ? 0 : 1)
    }
    for key in keys {
      for axis in 0..<3 where key[axis] == -1 {
        let parts = (0..<sizes[axis]).compactMap { part in
          var inner = key
          inner[axis] = part
          return cells[inner]
        }
        if let parent = cells[key] { tiny.tie(parent, toSumOf: parts) }
      }
    }
    return tiny
  }

  /// Whether every rule holds in a choice of multiples.
  func holds(_ multiples: [Int]) -> Bool {
    table.rules.allSatisfy { rule in
      let total = rule.terms.reduce(0) { $0 + $1.factor * multiples[$1.cell] }
      return rule.isBound ? total >= 0 : total == 0
    }
  }

  /// Every table of adjacent multiples whose sums hold.
  var roundings: [[Int]] { tables { $0.table.cells[$1].lower...$0.table.cells[$1].upper } }

  /// Every table of whole numbers that would be shown as these multiples, if it may be shown as any
  /// that lie beside it and add up.
  func truths(of multiples: [Int]) -> [[Int]] {
    tables { tiny, cell in
      let shown = multiples[cell] * tiny.base
      return max(0, shown - tiny.base + 1)...shown + tiny.base - 1
    }
  }

  /// Every table that lies in the given ranges and holds all sums, by trying all of them.
  private func tables(_ range: (TinyRounding, Int) -> ClosedRange<Int>) -> [[Int]] {
    let parents = Set(table.rules.compactMap { $0.terms.first { $0.factor < 0 }?.cell })
    let inner = values.indices.filter { !parents.contains($0) }
    let ranges = values.indices.map { range(self, $0) }
    var found: [[Int]] = []
    var numbers = Array(repeating: 0, count: values.count)
    func fill(_ position: Int) {
      guard position < inner.count else {
        if let whole = summed(numbers, inner, ranges) { found.append(whole) }
        return
      }
      for number in ranges[inner[position]] {
        numbers[inner[position]] = number
        fill(position + 1)
      }
    }
    fill(0)
    return found
  }

  /// With the sums worked out; `nil` where one lies outside its range.
  private func summed(
    _ numbers: [Int], _ inner: [Int], _ ranges: [ClosedRange<Int>]
  ) -> [Int]? {
    var known: [Int: Int] = [:]
    for cell in inner { known[cell] = numbers[cell] }
    while known.count < numbers.count {
      let before = known.count
      for rule in table.rules {
        guard let parent = rule.terms.first(where: { $0.factor < 0 })?.cell, known[parent] == nil
        else { continue }
        let parts = rule.terms.filter { $0.factor > 0 }.compactMap { known[$0.cell] }
        guard parts.count == rule.terms.count - 1 else { continue }
        let total = parts.reduce(0, +)
        guard ranges[parent].contains(total) else { return nil }
        known[parent] = total
      }
      if known.count == before { return nil }
    }
    let whole = numbers.indices.map { known[$0] ?? 0 }
    return holds(whole) ? whole : nil
  }
}

/// SplitMix64, public domain.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Sparse numbers, a third of them zeros.
  mutating func layers(_ sizes: (Int, Int, Int), most: Int) -> [[[Int]]] {
    (0..<sizes.0).map { _ in
      (0..<sizes.1).map { _ in
        (0..<sizes.2).map { _ in
          Int.random(in: 0..<100, using: &self) < 35 ? 0 : Int.random(in: 0...most, using: &self)
        }
      }
    }
  }
}
