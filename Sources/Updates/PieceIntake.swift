import Archive
import Digests
import Readers
import Records

/// Takes a file into the archive piece by piece, and reads of them what is not known.
struct PieceIntake {
  private let file: String
  private var reading: StretchReading
  private(set) var taker: FileTaker
  private var summary: FileReading.Summary

  /// - Parameter file: its name in messages.
  init(of file: String, profile: String, by reading: StretchReading, into taker: FileTaker) {
    self.file = file
    self.reading = reading
    self.taker = taker
    summary = FileReading.Summary(profile: profile)
  }

  /// What was read of the file, once all of it was.
  var finished: FileReading.Summary {
    var summary = summary
    summary.sha256 = reading.sha256
    summary.rows += reading.rows
    summary.rejected += reading.rows - reading.read
    return summary
  }

  mutating func takeAll(in archive: RecordArchive) throws {
    let known = taker.intake.knownParts
    reading.expect(piece: known.hasPiece, block: known.hasBlock)
    var next = try reading.next()
    if let first = next, let beginning = first.beginning {
      next = try takeGrown(first, known.pieces(from: beginning), in: archive)
    }
    while let piece = next {
      try take(piece)
      next = try reading.next()
    }
  }

  private mutating func take(_ piece: StretchPiece) throws {
    if let beginning = piece.beginning, let end = piece.end,
      try take(KnownPiece(beginning, end), at: piece.line)
    {
      return
    }
    try read(piece)
    if let beginning = piece.beginning, let end = piece.end {
      taker.intake.endPiece(KnownPiece(beginning, end))
    }
  }

  /// - Returns: whether it is known.
  private mutating func take(_ piece: KnownPiece, at line: Int) throws -> Bool {
    guard let known = try taker.intake.recognize(.piece(piece.beginning)) else { return false }
    take(known, at: line)
    taker.intake.endPiece(piece)
    return true
  }

  // MARK: - Files that have grown

  /// The file does not begin as a known one does.
  private struct HasOtherBeginning: Error {}

  /// Takes a file that begins as a known one did, as far as its first piece tells: what lies behind is
  /// read at once, while another thread still takes the checksum of the beginning. Where that is another
  /// one, all is taken back but the pieces before.
  ///
  /// - Returns: the piece from which on the file is to be taken in the ordinary way.
  private mutating func takeGrown(
    _ first: StretchPiece, _ known: [KnownPiece], in archive: RecordArchive
  ) throws -> StretchPiece? {
    guard known.count > 1, let end = known.last,
      let tail = try reading.tail(behind: PieceEnd(end))
    else { return first }
    let before = self
    var (next, same): (StretchPiece?, Int) = (first, 0)
    let grown: Void? = try archive.attempt(unless: HasOtherBeginning.self) {
      try takeKnown(known, from: first.line)
      let behind = try takeTail(tail)
      while same < known.count {
        guard next?.beginning == known[same].beginning else { throw HasOtherBeginning() }
        same += 1
        next = try reading.next()
      }
      for piece in behind {
        guard let again = next, Trace(again) == piece else {
          throw UpdateError.changedWhileRead(file: file)
        }
        if let beginning = again.beginning { taker.intake.beginPiece(beginning) }
        next = try reading.next()
      }
    }
    if grown == nil {
      self = before
      try takeKnown(Array(known.prefix(same)), from: first.line)
    }
    return next
  }

  private mutating func takeKnown(_ pieces: [KnownPiece], from line: Int) throws {
    var line = line
    for piece in pieces {
      guard try take(piece, at: line) else { throw HasOtherBeginning() }
      line = piece.line
    }
  }

  /// What tells whether a piece that was read is one that comes again.
  private struct Trace: Equatable {
    let end: PieceEnd?
    let blocks: [ShortDigest]

    init(_ piece: StretchPiece) {
      end = piece.end
      blocks = piece.blocks.map(\.digest)
    }
  }

  /// - Returns: the pieces that were read.
  private mutating func takeTail(_ tail: StretchTail) throws -> [Trace] {
    var pieces: [Trace] = []
    do {
      while let piece = try tail.next() {
        try read(piece)
        if let end = piece.end {
          taker.intake.endPiece(KnownPiece(ShortDigest(high: 0, low: 0), end), hasBeginning: false)
        }
        pieces.append(Trace(piece))
      }
    } catch is StretchReading.Impossible {
      // No row begins there.
      throw HasOtherBeginning()
    }
    return pieces
  }

  // MARK: - Stretches

  private mutating func read(_ piece: StretchPiece) throws {
    guard !piece.isGone else { throw StretchReading.Impossible() }
    for block in piece.blocks {
      if let known = try taker.intake.recognize(.block(block.digest)) {
        take(known, at: block.line)
        continue
      }
      for stretch in block.stretches {
        if let known = try taker.intake.recognize(.stretch(stretch.digest)) {
          take(known, at: stretch.line)
        } else {
          try read(stretch, of: piece)
        }
      }
      taker.intake.endBlock(block.digest)
    }
  }

  private mutating func read(_ stretch: Stretch, of piece: StretchPiece) throws {
    let before = (rows: reading.rows, read: reading.read)
    var remarks: [(rule: String, line: Int)] = []
    try reading.read(stretch, of: piece) { batch in
      try taker.take(batch)
      remarks += batch.findings.map { ($0.rule.rawValue, $0.line - stretch.line) }
    }
    let (rows, records) = (reading.rows - before.rows, reading.read - before.read)
    taker.intake.end(
      StretchOutcome(
        digest: stretch.digest, lineFeeds: stretch.lineFeeds, rows: rows,
        rejected: rows - records, remarks: remarks))
  }

  /// Takes what reading a stretch, or all of a block or piece, came to when it was read; its lines may
  /// be others now.
  private mutating func take(_ known: RecognizedStretch, at line: Int) {
    summary.rows += known.rows
    summary.rejected += known.rejected
    for remark in known.remarks {
      guard let rule = FindingRule(rawValue: remark.rule) else { continue }
      taker.findings.add(rule, line: line + remark.line)
    }
  }
}

extension KnownPiece {
  fileprivate init(_ beginning: ShortDigest, _ end: PieceEnd) {
    self.init(
      beginning: beginning, offset: end.offset, line: end.line, position: end.position)
  }
}

extension PieceEnd {
  fileprivate init(_ piece: KnownPiece) {
    self.init(offset: piece.offset, line: piece.line, position: piece.position)
  }
}
