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
    taker.intake.beginStretches(basis: way.text + begun.reading.basis)
    for batch in begun.beginning { try taker.take(batch) }
    let reading = begun.reading
    taker.intake.end(
      StretchOutcome(
        digest: nil, lineFeeds: 0, rows: reading.rows, rejected: reading.rows - reading.read,
        remarks: []))
    var pieces = PieceIntake(
      of: file.name, profile: input.profileName, by: reading, into: taker)
    try pieces.takeAll(in: archive)
    taker = pieces.taker
    let summary = pieces.finished
    try check(summary.sha256)
    return summary
  }
}
