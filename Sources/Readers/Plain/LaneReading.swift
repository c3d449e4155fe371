import DelimitedText
import Records
import Threads

/// One reading of a delimited file by way of a lane: its beginning by one thread, since hashtags
/// may stand there; then pieces of whole rows by all; and by one again what cannot be split.
struct LaneReading {
  private let path: String
  private let pieceSize: Int
  private var source: DelimitedSource
  private var first: LaneRun
  private(set) var rows = 0
  private(set) var read = 0
  private var hasEnded = false

  init(
    path: String, name: String, layout: DelimitedSource.Layout, pieceSize: Int, _ run: LaneRun
  ) throws(ReadError) {
    self.path = path
    self.pieceSize = pieceSize
    first = run
    source = try DelimitedSource(
      path: path, file: name, layout: layout, leavesQuotes: true, pieceSize: pieceSize)
  }

  var sha256: String { source.bytes.sha256 }
  var bytes: Int { source.bytes.count }

  mutating func add(_ findings: [Finding]) { first.add(findings) }

  private mutating func account(for run: RowRun) {
    rows += run.rows
    read += run.read
  }

  // MARK: - By one thread

  mutating func readBeginning<Taker>(
    into takers: inout [Taker], _ take: (inout Taker, Batch) throws -> Void
  ) throws {
    while !hasEnded, !first.run.isPastBeginning { try readOn(into: &takers[0], take) }
  }

  mutating func readRest<Taker>(
    into takers: inout [Taker], _ take: (inout Taker, Batch) throws -> Void
  ) throws {
    while !hasEnded { try readOn(into: &takers[0], take) }
    account(for: first.run)
  }

  private mutating func readOn<Taker>(
    into taker: inout Taker, _ take: (inout Taker, Batch) throws -> Void
  ) throws {
    hasEnded = try !source.next { block, rows in
      try first.take(rows, of: &block) { try take(&taker, $0) }
    }
  }

  // MARK: - By several

  mutating func readPieces<Taker: Sendable>(
    into takers: inout [Taker], _ take: @Sendable (inout Taker, Batch) throws -> Void
  ) throws {
    guard !hasEnded, let pieces = source.pieces(of: pieceSize) else { return }
    let queue = PieceQueue(pieces, threads: takers.count)
    let (parser, fork) = (source.parser, first.forked())
    let runs = try Workers.results(on: &takers) { taker, _ in
      var thread = PieceThread(queue: queue, parser: parser, run: fork.forked())
      thread.work(on: &taker, take)
      return thread.run.run
    }
    runs.forEach { account(for: $0) }
    let (file, rest) = try queue.finish()
    guard let file else { return }
    hasEnded = rest == nil
    source.goOn(
      with: file, at: rest.map { ($0.offset, $0.line) }, path: path,
      pieceSize: pieceSize)
  }
}

/// One of several threads that read a file.
private struct PieceThread {
  let queue: PieceQueue
  let parser: DelimitedParser
  var run: LaneRun
  private var block = RowBlock()

  init(queue: PieceQueue, parser: DelimitedParser, run: LaneRun) {
    self.queue = queue
    self.parser = parser
    self.run = run
  }

  mutating func work<Taker>(
    on taker: inout Taker, _ take: (inout Taker, Batch) throws -> Void
  ) {
    do {
      while true {
        switch queue.next() {
        case .stop: return
        case .read(var source, let buffer):
          let piece = try source.next(in: buffer)
          queue.put(source, piece)
        case .parse(let piece):
          try parse(piece) { try take(&taker, $0) }
        }
      }
    } catch {
      queue.fail(error)
    }
  }

  private mutating func parse(
    _ piece: consuming Piece, _ each: (Batch) throws -> Void
  ) throws {
    var own = parser.moved(toLine: piece.line)
    var bytes: [UInt8] = []
    swap(&bytes, &piece.bytes)
    block.removeAll()
    own.take(bytes: bytes, into: &block, isLast: piece.isLast)
    let isSound =
      piece.isLast
      || own.isBetweenRows && own.nextLine == piece.line + piece.lineFeeds
    guard isSound else { return queue.fail(piece) }
    guard queue.prove(piece.number) else { return }
    try run.take(0..<block.count, of: &block, each)
    queue.recycle(block.takeBuffer())
  }
}

extension DelimitedSource {
  /// The rest of the file in pieces of whole rows; `nil` where it cannot be cut into such.
  func pieces(of size: Int) -> PieceSource? {
    guard !bytes.isUnpacked, let rest = parser.rest else { return nil }
    return PieceSource(bytes.file, rest: rest, line: parser.nextLine, size: size)
  }

  /// Goes on behind what has been read in pieces, at the beginning of a row.
  mutating func goOn(
    with file: RawFile, at start: (offset: Int, line: Int)?, path: String, pieceSize: Int
  ) {
    var file = file
    if let start {
      file.seek(to: start.offset)
      parser = parser.moved(toLine: start.line)
    }
    bytes = FileBytes(file, path: path, pieceSize: pieceSize)
  }
}
