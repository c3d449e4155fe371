import Foundation

/// Takes text from one descriptor and hands it on to another, with as many threads as there are
/// lanes: while lanes take one batch, the batch before is written and the next one is read.
///
/// A batch is cut where quotes say that a row ends. Whether that was right shows when the lane
/// before comes to the end of its part; where it was not, the rest is taken again from there. So
/// the output is that of one thread, byte for byte. Where the input pauses, what is ready goes out.
struct PlainPipe {
  enum Ending {
    /// There is no more input; so much is left that is no whole row.
    case inputEnded(rest: [UInt8])
    /// Nobody reads the output any more.
    case readerLeft
    /// The table's own parser holds a row that does not end; this comes behind it.
    case ordinary(next: [UInt8])
  }

  typealias Chunk = (bytes: [UInt8], count: Int)

  private let input: Int32
  private let output: Int32
  private let batchSize: Int
  private var lanes: [PlainLane]
  /// The batch that is being taken, and the part of it that is still to come.
  private var bytes: [UInt8]
  private var part: Range<Int>
  private var spare: [UInt8] = []
  private var pending: [Chunk] = []
  private var readerLeft = false

  init(
    input: Int32, output: Int32, lanes: [PlainLane], first: [UInt8], batchSize: Int
  ) {
    self.batchSize = batchSize
    self.input = input
    self.output = output
    self.lanes = lanes
    bytes = first
    part = 0..<first.count
  }

  mutating func run(_ table: inout TableLocator) throws -> Ending {
    while true {
      var next = try work()
      if readerLeft { return .readerLeft }
      let isWhole = try assemble(&table)
      if !isWhole || next.count == 0 {
        // Nothing to do while this is written, or nobody knows when more will come.
        guard try BatchRead.write(pending, to: output) else { return .readerLeft }
        pending = []
        if !isWhole { return .ordinary(next: next.taken) }
        if !next.hasEnded { try next.fill(from: input, waits: true) }
        if next.count == 0 { return .inputEnded(rest: Array(bytes[part])) }
      }
      advance(&next)
    }
  }

  /// Lets the lanes work, and meanwhile writes what is ready and reads what has come.
  private mutating func work() throws -> BatchRead {
    let (bytes, end, input, output) = (bytes, part.upperBound, input, output)
    let cuts = BatchCuts.parts(
      of: bytes.span.extracting(..<end), part, count: lanes.count)
    var lanes = self.lanes
    var exchange = Exchange(
      writing: pending, reading: BatchRead(memory: spare, size: batchSize))
    self.lanes = []
    pending = []
    spare = []
    unsafe lanes.withUnsafeMutableBufferPointer { lanes in
      unsafe withUnsafeMutablePointer(to: &exchange) { exchange in
        // Each call touches one lane, or the exchange, and nothing else.
        nonisolated(unsafe) let lanes = unsafe lanes
        nonisolated(unsafe) let exchange = unsafe exchange
        unsafe DispatchQueue.concurrentPerform(iterations: lanes.count + 1) { number in
          if number == 0 {
            unsafe exchange.pointee.run(from: input, to: output)
          } else {
            unsafe lanes[number - 1].run(bytes.span.extracting(..<end), cuts[number - 1])
          }
        }
      }
    }
    try exchange.check()
    readerLeft = exchange.readerLeft
    var chunks: [Chunk]
    let next: BatchRead
    (chunks, next) = exchange.take()
    for number in 0..<min(lanes.count, chunks.count) {
      lanes[number].output.reuse(chunks.removeLast().bytes)
    }
    self.lanes = lanes
    return next
  }

  /// Puts what is left of the last batch before the next one.
  private mutating func advance(_ next: inout BatchRead) {
    if part.count <= BatchRead.room {
      let start = BatchRead.room - part.count
      for (place, offset) in part.enumerated() { next.bytes[start + place] = bytes[offset] }
      spare = bytes
      bytes = next.bytes
      part = start..<(BatchRead.room + next.count)
    } else {
      bytes = Array(bytes[part]) + next.taken
      part = 0..<bytes.count
    }
  }

  /// Takes over what the lanes have made, in order; false where the table's own parser has got
  /// hold of a row that does not end in this batch.
  private mutating func assemble(_ table: inout TableLocator) throws -> Bool {
    var position = part.lowerBound
    var lane = 0
    while position < part.upperBound {
      if lane >= lanes.count || lanes[lane].start != position {
        // Cut at the wrong place, or a row in between that was read the ordinary way.
        lane = 0
        let bytes = bytes
        lanes[0].run(bytes.span.extracting(..<part.upperBound), position..<part.upperBound)
      }
      pending += try table.take(&lanes[lane], of: bytes)
      position = lanes[lane].end
      if lanes[lane].ending == .incomplete { break }
      if lanes[lane].ending == .unusual {
        guard let next = try readOrdinarily(&table, from: position) else { return false }
        position = next
      }
      lane += 1
    }
    part = position..<part.upperBound
    return true
  }

  /// Gives rows to the table's own parser until it holds none; where the next row then begins.
  private mutating func readOrdinarily(
    _ table: inout TableLocator, from start: Int
  ) throws -> Int? {
    var position = start
    var size = 1 << 12
    while position < part.upperBound {
      let end = min(position + size, part.upperBound)
      var made: [UInt8] = []
      try table.take(Array(bytes[position..<end]), into: &made)
      pending.append((made, made.count))
      position = end
      size *= 2
      if let held = table.heldCount, held < position - start, table.giveBack() != nil {
        return position - held
      }
    }
    return nil
  }
}
