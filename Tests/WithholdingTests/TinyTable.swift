import Withholding

/// A table small enough to write down every set of numbers that a release could stand for.
struct TinyTable {
  var table = FigureTable()
  var threshold = 5

  /// What each withheld figure can be, by trying every table of numbers up to `cap` that agrees
  /// with the shown ones and holds every sum.
  func possible(_ isHidden: [Bool], cap: Int) -> [Set<Int>] {
    var values = table.cells.map(\.value)
    var found = Array(repeating: Set<Int>(), count: table.cells.count)
    let open = table.cells.indices.filter { isHidden[$0] || table.cells[$0].role == .slack }
    let parents = Set(table.sums.map(\.parent))
    // Inner figures are tried; the sums follow.
    let inner = open.filter { !parents.contains($0) }
    func check() {
      guard let trial = summed(values, open, parents) else { return }
      for cell in open { found[cell].insert(trial[cell]) }
    }
    func fill(_ position: Int) {
      guard position < inner.count else { return check() }
      let cell = inner[position]
      for value in (table.cells[cell].role == .figure ? 1 : 0)...cap {
        values[cell] = value
        fill(position + 1)
      }
    }
    fill(0)
    return found
  }

  /// The numbers with the withheld sums worked out, or `nil` where a sum does not hold.
  private func summed(_ values: [Int], _ open: [Int], _ parents: Set<Int>) -> [Int]? {
    var trial = values
    var isKnown = Array(repeating: true, count: values.count)
    for cell in open where parents.contains(cell) { isKnown[cell] = false }
    var isChanged = true
    while isChanged {
      isChanged = false
      for sum in table.sums where sum.parts.allSatisfy({ isKnown[$0] }) {
        let total = sum.parts.reduce(0) { $0 + trial[$1] }
        if isKnown[sum.parent] {
          if trial[sum.parent] != total { return nil }
        } else {
          trial[sum.parent] = total
          isKnown[sum.parent] = true
          isChanged = true
        }
      }
    }
    return trial
  }

  /// A table of rows and columns with all its margins; what is below the threshold is primary.
  static func matrix(_ rows: [[Int]], threshold: Int = 5) -> TinyTable {
    var tiny = TinyTable(threshold: threshold)
    var cells: [[Int]] = []
    for row in rows { cells.append(row.map { tiny.add($0) }) }
    var (rowSums, columnSums) = ([Int](), [Int]())
    for row in rows.indices {
      rowSums.append(tiny.add(rows[row].reduce(0, +), loss: 3))
      tiny.table.tie(rowSums[row], toSumOf: cells[row])
    }
    for column in rows[0].indices {
      columnSums.append(tiny.add(rows.reduce(0) { $0 + $1[column] }, loss: 3))
      tiny.table.tie(columnSums[column], toSumOf: cells.map { $0[column] })
    }
    let total = tiny.add(rows.joined().reduce(0, +), loss: 9)
    tiny.table.tie(total, toSumOf: rowSums)
    tiny.table.tie(total, toSumOf: columnSums)
    return tiny
  }

  /// Figures that add up to one more.
  static func list(_ values: [Int], threshold: Int = 5) -> TinyTable {
    var tiny = TinyTable(threshold: threshold)
    var parts: [Int] = []
    for value in values { parts.append(tiny.add(value)) }
    tiny.table.tie(tiny.add(values.reduce(0, +), loss: 3), toSumOf: parts)
    return tiny
  }

  mutating func add(_ value: Int, loss: Double = 1, isOneRecord: Bool = false) -> Int {
    table.add(
      FigureTable.Cell(
        value: value, fate: 0 < value && value < threshold ? .withheld : .open,
        isOneRecord: isOneRecord, loss: loss))
  }
}
