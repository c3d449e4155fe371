import Records

/// Counts the rows that were replaced (rule A2) by themselves, beside the run, to find out in
/// which figures they would be.
struct ReplacedTrace: Sendable {
  private struct Row: Hashable {
    let file: Int
    let line: Int
    let key: RecordKey
  }

  private var counter: Counter
  private var losses: [(row: Row, loss: Identity.Loss)] = []

  init(from empty: Counter) {
    counter = empty
  }

  /// A deletion is no record and is in no figure, so only what it deletes is told.
  mutating func add(
    _ record: Record, file: Int, _ loss: Identity.Loss
  ) throws(QuantityOverflow) {
    guard !record.isDeletion else { return }
    losses.append((Row(file: file, line: record.line, key: record.key), loss))
    try counter.add(record, file: file)
  }

  mutating func finish() throws(QuantityOverflow) -> [ReplacedRecord] {
    try counter.settle()
    var cells: [Row: Set<TracedRecord.Cell>] = [:]
    for record in counter.trace?.records ?? [] {
      let row = Row(file: record.file, line: record.line, key: record.key)
      cells[row, default: []].insert(record.cell)
    }
    return losses.map { row, loss in
      ReplacedRecord(
        key: row.key, file: row.file, line: row.line, reason: loss.reason,
        winningFile: loss.winner.file, winningLine: loss.winner.line, cells: cells[row] ?? [])
    }.sorted { ($0.file, $0.line, $0.key) < ($1.file, $1.line, $1.key) }
  }
}
