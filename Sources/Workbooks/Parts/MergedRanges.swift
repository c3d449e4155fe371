/// Which cells are covered by a merged one: only the first of a range can be seen, whatever else
/// the file says of the others. Ranges are asked for row by row, from the top.
struct MergedRanges {
  fileprivate struct Range {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  /// By first row, the last ones first.
  private var coming: [Range]
  private var current: [Range] = []

  init(part: String, in archive: ZipArchive, limits: WorkbookLimits) throws(WorkbookError) {
    let visitor = MergedRangesVisitor(limit: limits.items)
    try archive.read(part, into: visitor, limits: limits)
    coming = visitor.ranges.sorted { $0.rows.lowerBound > $1.rows.lowerBound }
  }

  /// - Parameter row: not smaller than the one before.
  mutating func covers(row: Int, column: Int) -> Bool {
    if coming.isEmpty, current.isEmpty { return false }
    move(to: row)
    return current.contains {
      $0.columns.contains(column)
        && (row, column) != ($0.rows.lowerBound, $0.columns.lowerBound)
    }
  }

  private mutating func move(to row: Int) {
    while let next = coming.last, next.rows.lowerBound <= row {
      current.append(next)
      coming.removeLast()
    }
    if current.contains(where: { $0.rows.upperBound < row }) {
      current.removeAll { $0.rows.upperBound < row }
    }
  }
}

private final class MergedRangesVisitor: XMLVisitor {
  static let root = "worksheet"
  /// More would make each row slow; real sheets have some hundreds at most.
  private let limit: Int
  var ranges: [MergedRanges.Range] = []

  init(limit: Int) {
    self.limit = min(limit, 1 << 16)
  }

  func begin(_ name: String, _ attributes: XMLAttributes) throws(PartProblem) {
    guard name == "mergeCell" else { return }
    guard ranges.count < limit else { throw .overLimit(what: "merged ranges", limit: limit) }
    let corners = (attributes["ref"] ?? "").split(separator: ":").map { CellReference($0.utf8) }
    guard let first = corners.first ?? nil, let last = corners.last ?? nil, corners.count <= 2,
      first.row <= last.row, first.column <= last.column
    else { throw .damaged("a merged range without a place") }
    ranges.append(.init(rows: first.row...last.row, columns: first.column...last.column))
  }

  func text(_ bytes: Span<UInt8>) {}
  func end(_ name: String) {}
}
