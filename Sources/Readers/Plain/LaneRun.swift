import DelimitedText
import Records

/// One thread's way through rows: the lane takes those it can, the profile the others.
struct LaneRun: Sendable {
  private var lane: PlainLane
  private(set) var run: RowRun

  init(_ lane: PlainLane, _ run: RowRun) {
    self.lane = lane
    self.run = run
  }

  /// The same way for another thread, with an account of its own.
  func forked() -> LaneRun { LaneRun(lane, run.forked()) }

  mutating func add(_ findings: [Finding]) { run.add(findings) }

  /// Takes rows and hands over what they hold.
  mutating func take(
    _ rows: Range<Int>, of block: inout RowBlock, _ each: (Batch) throws -> Void
  ) throws {
    let ends = block.fieldEnds
    for row in rows {
      if lane.isFull { try handOver(each) }
      if lane.take(row, of: block, ends: ends.span) { continue }
      block.settle(row: row)
      run.take(row, of: block)
      if run.batch.isFull { try handOver(each) }
    }
    try handOver(each)
  }

  private mutating func handOver(_ each: (Batch) throws -> Void) throws {
    run.take(lane.takeRows())
    let batch = run.takeBatch()
    if !batch.isEmpty { try each(batch) }
  }
}
