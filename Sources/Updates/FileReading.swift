import Archive
import Readers
import Records

/// Takes the rows of a file in, and counts what was found about them.
struct FileTaker: Sendable {
  var intake: Intake
  var findings = FindingCounts()

  mutating func take(_ batch: Batch) throws {
    findings.add(batch.findings)
    try intake.take(batch.records)
    try intake.take(batch.plain)
  }
}

/// Reads one file of a source into the archive: by stretches, of which those that are known cost a
/// hash alone, where that can be; else row by row.
struct FileReading {
  let input: InputFile
  private let file: SourceFile
  private let archive: RecordArchive
  private let way: ReadingWay
  /// `nil` where the file is not read so.
  private let stretches: Begun?

  /// A file that another thread reads from now on, and what was in its beginning.
  private struct Begun {
    let reading: StretchReading
    let beginning: [Batch]

    init?(_ input: InputFile, _ archive: RecordArchive) throws {
      var beginning: [Batch] = []
      do {
        let key = try archive.stretchKey()
        let reading = try StretchReading(input, key: key) { beginning.append($0) }
        guard let reading else { return nil }
        self.reading = reading
        self.beginning = beginning
      } catch is StretchReading.Impossible {
        return nil
      }
    }
  }

  /// Begins to read.
  init(
    _ input: InputFile, _ file: SourceFile, _ archive: RecordArchive, _ way: ReadingWay
  ) throws {
    self.input = input
    self.file = file
    self.archive = archive
    self.way = way
    stretches = try Begun(input, archive)
  }

  /// What was read of a file.
  struct Summary {
    let profile: String
    var sha256 = ""
    var rows = 0
    var rejected = 0
  }

  func read(into takers: inout [FileTaker]) throws -> Summary {
    let before = takers
    if let stretches {
      let summary = try archive.attempt(unless: StretchReading.Impossible.self) {
        try read(stretches, into: &takers[0])
      }
      if let summary { return summary }
      takers = before
    }
    return try readRows(into: &takers)
  }

  private func readRows(into takers: inout [FileTaker]) throws -> Summary {
    let summary = try input.read(into: &takers) { taker, batch in try taker.take(batch) }
    try check(summary.sha256)
    return Summary(
      profile: summary.profile, sha256: summary.sha256, rows: summary.rows,
      rejected: summary.rejected)
  }

  /// - Parameter sha256: of what was read.
  private func check(_ sha256: String) throws {
    let isSame =
      switch file.identity {
      case .sha256(let known): sha256 == known
      case .stamp(let stamp): FileStamp(file.path) == stamp
      }
    guard isSame else { throw UpdateError.changedWhileRead(file: file.name) }
  }

  // MARK: - By stretches

  private func read(_ begun: Begun, into taker: inout FileTaker) throws -> Summary {
    var reading = begun.reading
    taker.intake.beginStretches(basis: way.text + reading.basis)
    for batch in begun.beginning { try taker.take(batch) }
    taker.intake.end(
      StretchOutcome(
        digest: nil, lineFeeds: 0, rows: reading.rows, rejected: reading.rows - reading.read,
        remarks: []))
    var summary = Summary(profile: input.profileName)
    reading.expect(taker.intake.knownBeginnings)
    while let piece = try reading.next() {
      if let beginning = piece.beginning,
        let known = try taker.intake.recognize(.piece(beginning))
      {
        taker.take(known, at: piece.line, &summary)
      } else {
        try read(piece, by: &reading, into: &taker, &summary)
      }
      if let beginning = piece.beginning { taker.intake.endPiece(beginning) }
    }
    summary.sha256 = reading.sha256
    try check(summary.sha256)
    summary.rows += reading.rows
    summary.rejected += reading.rows - reading.read
    return summary
  }

  private func read(
    _ piece: StretchPiece, by reading: inout StretchReading, into taker: inout FileTaker,
    _ summary: inout Summary
  ) throws {
    for block in piece.blocks {
      if let known = try taker.intake.recognize(.block(block.digest)) {
        taker.take(known, at: block.line, &summary)
        continue
      }
      for stretch in block.stretches {
        if let known = try taker.intake.recognize(.stretch(stretch.digest)) {
          taker.take(known, at: stretch.line, &summary)
        } else {
          try read(stretch, of: piece, by: &reading, into: &taker)
        }
      }
      taker.intake.endBlock(block.digest)
    }
  }

  private func read(
    _ stretch: Stretch, of piece: StretchPiece, by reading: inout StretchReading,
    into taker: inout FileTaker
  ) throws {
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
}

extension FileTaker {
  /// Takes what reading a stretch, or all of a piece, came to when it was read; its lines may be
  /// others now.
  fileprivate mutating func take(
    _ known: RecognizedStretch, at line: Int, _ summary: inout FileReading.Summary
  ) {
    summary.rows += known.rows
    summary.rejected += known.rejected
    for remark in known.remarks {
      guard let rule = FindingRule(rawValue: remark.rule) else { continue }
      findings.add(rule, line: line + remark.line)
    }
  }
}
