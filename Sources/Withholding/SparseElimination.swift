/// Gauss elimination of a sparse matrix modulo 2^61 − 1, forward only.
///
/// Columns in one row only are taken first, as they cost nothing; then the shortest row, at its
/// rarest column. The reduced form is never written out: one random vector of the kernel, found
/// by going back through the pivots, shows for every column at once whether the rows fix it.
struct SparseElimination {
  struct Entry {
    var column: Int32
    var value: UInt64
  }

  private struct Pivot {
    let column: Int32
    /// The rest of the row, divided by the pivot and with its sign turned.
    let rest: [Entry]
  }

  private var rows: [[Entry]]
  private var isActive: [Bool]
  private var rowsOfColumn: [[Int32]]
  private var count: [Int32]
  private var loneColumns: [Int32] = []
  /// Rows by their number of entries; stale ones are passed over.
  private var byLength: [[Int32]] = []
  private var pivots: [Pivot] = []
  private let columnCount: Int

  init(rows: [[Entry]], columnCount: Int) {
    self.rows = rows
    self.columnCount = columnCount
    isActive = Array(repeating: true, count: rows.count)
    rowsOfColumn = Array(repeating: [], count: columnCount)
    count = Array(repeating: 0, count: columnCount)
    for (row, entries) in rows.enumerated() {
      for entry in entries { rowsOfColumn[Int(entry.column)].append(Int32(row)) }
      file(row)
    }
    for column in 0..<columnCount {
      count[column] = Int32(rowsOfColumn[column].count)
      if count[column] == 1 { loneColumns.append(Int32(column)) }
    }
    eliminate()
  }

  /// A vector of the kernel, random in all its freedom. A column is fixed by the rows if its
  /// entry is 0, and otherwise only with a probability of 2^-61.
  func kernelVector(seed: UInt64) -> [UInt64] {
    var random = SplitMix(seed: seed)
    var vector = (0..<columnCount).map { _ in random.next() % (Prime61.modulus - 1) + 1 }
    for pivot in pivots.reversed() {
      var sum: UInt64 = 0
      for entry in pivot.rest {
        sum = Prime61.add(sum, Prime61.multiply(entry.value, vector[Int(entry.column)]))
      }
      vector[Int(pivot.column)] = sum
    }
    return vector
  }

  private mutating func file(_ row: Int) {
    let length = rows[row].count
    while byLength.count <= length { byLength.append([]) }
    byLength[length].append(Int32(row))
  }

  private mutating func eliminate() {
    var length = 1
    while true {
      if let column = loneColumns.popLast() {
        guard count[Int(column)] == 1,
          let row = rowsOfColumn[Int(column)].first(where: {
            isActive(Int($0), at: column)
          })
        else { continue }
        retire(Int(row), at: column)
        continue
      }
      while length < byLength.count, byLength[length].isEmpty { length += 1 }
      guard length < byLength.count, let row = byLength[length].popLast().map(Int.init) else {
        return
      }
      guard isActive[row], rows[row].count == length else { continue }
      length = min(length, clear(row))
    }
  }

  private mutating func activeRows(of column: Int32) -> [Int] {
    var found: [Int] = []
    for row in rowsOfColumn[Int(column)] where isActive(Int(row), at: column) {
      if !found.contains(Int(row)) { found.append(Int(row)) }
    }
    return found
  }

  private func isActive(_ row: Int, at column: Int32) -> Bool {
    isActive[row] && SparseElimination.value(of: column, in: rows[row]) != 0
  }

  /// Clears the rarest column of a row out of all others; answers the shortest length left.
  private mutating func clear(_ row: Int) -> Int {
    guard
      let column = rows[row].min(by: { count[Int($0.column)] < count[Int($1.column)] })?.column
    else { return 1 }
    let others = activeRows(of: column).filter { $0 != row }
    let pivot = rows[row]
    let inverse = Prime61.inverse(SparseElimination.value(of: column, in: pivot))
    var shortest = pivot.count
    for other in others {
      let value = SparseElimination.value(of: column, in: rows[other])
      add(pivot, times: Prime61.negate(Prime61.multiply(value, inverse)), to: other)
      shortest = min(shortest, rows[other].count)
    }
    retire(row, at: column)
    return max(1, shortest)
  }

  private mutating func retire(_ row: Int, at column: Int32) {
    isActive[row] = false
    let inverse = Prime61.inverse(SparseElimination.value(of: column, in: rows[row]))
    let factor = Prime61.negate(inverse)
    var rest: [Entry] = []
    rest.reserveCapacity(rows[row].count - 1)
    for entry in rows[row] {
      lower(entry.column)
      guard entry.column != column else { continue }
      rest.append(
        Entry(column: entry.column, value: Prime61.multiply(entry.value, factor)))
    }
    pivots.append(Pivot(column: column, rest: rest))
    rows[row] = []
    rowsOfColumn[Int(column)] = []
  }

  private mutating func lower(_ column: Int32) {
    count[Int(column)] -= 1
    if count[Int(column)] == 1 { loneColumns.append(column) }
  }

  private mutating func add(_ pivot: [Entry], times factor: UInt64, to row: Int) {
    let old = rows[row]
    var merged: [Entry] = []
    merged.reserveCapacity(old.count + pivot.count)
    var (left, right) = (0, 0)
    while left < old.count || right < pivot.count {
      if right == pivot.count || (left < old.count && old[left].column < pivot[right].column) {
        merged.append(old[left])
        left += 1
        continue
      }
      let column = pivot[right].column
      var value = Prime61.multiply(pivot[right].value, factor)
      let isNew = left == old.count || old[left].column != column
      if isNew {
        rowsOfColumn[Int(column)].append(Int32(row))
        count[Int(column)] += 1
      } else {
        value = Prime61.add(value, old[left].value)
        left += 1
      }
      right += 1
      if value == 0 {
        lower(column)
      } else {
        merged.append(Entry(column: column, value: value))
      }
    }
    rows[row] = merged
    if !merged.isEmpty { file(row) }
  }

  private static func value(of column: Int32, in row: [Entry]) -> UInt64 {
    var (low, high) = (0, row.count)
    while low < high {
      let middle = (low + high) / 2
      if row[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < row.count && row[low].column == column ? row[low].value : 0
  }
}
