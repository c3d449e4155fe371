import DelimitedText

/// Columns that stand side by side, and so are one range of bytes in each row.
struct ColumnRuns: Sendable {
  private var runs: [ClosedRange<Int>] = []

  init(_ columns: [Column]) {
    for column in Set(columns.compactMap(\.index)).sorted() {
      if let last = runs.last, last.upperBound + 1 == column {
        runs[runs.count - 1] = last.lowerBound...column
      } else {
        runs.append(column...column)
      }
    }
  }

  var count: Int { runs.count }

  /// Room for where they lie in a row.
  var ranges: [Range<Int>] { runs.map { _ in 0..<0 } }

  /// Where they lie in a row.
  @inline(__always)
  func find(in row: CleanRow, _ ends: Span<UInt32>, _ ranges: inout [Range<Int>]) {
    for position in runs.indices {
      let run = runs[position]
      let start = OwnColumns.range(of: run.lowerBound, row, ends).lowerBound
      ranges[position] = start..<OwnColumns.range(of: run.upperBound, row, ends).upperBound
    }
  }
}
