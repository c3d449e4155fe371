import Archive
import ConfigurationText
import Foundation
import Readers
import Records
import Tallies

/// Takes one source of the configuration into the archive.
struct SourceIntake {
  let source: UpdateSettings.Source
  let settings: UpdateSettings
  let archive: RecordArchive
  let run: ArchivedRun
  /// Version of the program: another one may read the same bytes otherwise.
  let toolVersion: String
  /// By the clock of the machine, to tell files that were written just now.
  var now = Date()
  /// Called where files are to be read, before they are.
  var willRead: () -> Void = {}

  /// - Throws: `UpdateError`, `ArchiveError`, `ReadError`, `ConfigurationProblems`.
  func takeIn() throws -> SourceOutcome {
    let origin = try archive.origin(named: source.name)
    let known = try archive.filesInForce(of: origin)
    let files = try SourceFiles.find(
      source.files, settings, unlike: Set(known.map(\.bytes)), at: now)
    guard !files.isEmpty || (source.missing == .kept && !known.isEmpty) else {
      throw UpdateError.noFiles(source: source.name, patterns: source.files)
    }
    let way = try ReadingWay(source, settings, toolVersion: toolVersion)
    var outcome = SourceOutcome(name: source.name)
    outcome.files = files.count
    let new = unread(files, known, way)
    guard !new.isEmpty else { return outcome }
    try read(new, by: way, origin, known, &outcome)
    return outcome
  }

  /// The files to be read: of an increment those not read yet; of a snapshot all, as soon as one
  /// is new or gone, because only all together tell what is missing.
  private func unread(
    _ files: [SourceFile], _ known: [ArchivedFile], _ way: ReadingWay
  ) -> [SourceFile] {
    let read = Set(known.filter { $0.reading == way.text }.map(\.sha256))
    let new = files.filter { file in !read.contains { $0 == file.sha256 } }
    guard source.missing == .deleted else { return new }
    return new.isEmpty && files.count == known.count ? [] : files
  }

  private func read(
    _ files: [SourceFile], by way: ReadingWay, _ origin: ArchivedOrigin, _ known: [ArchivedFile],
    _ outcome: inout SourceOutcome
  ) throws {
    willRead()
    // The first file is read from now on, while what is known is loaded.
    var ahead = try files.first.map { try reading(of: $0, by: way) }
    let intake = try Intake(archive, origin, run, isSnapshot: source.missing == .deleted)
    var takers = [FileTaker(intake: intake)]
    var columns: Set<String> = []
    var profiles: Set<String> = []
    for file in files {
      let reading = try ahead.take() ?? reading(of: file, by: way)
      try takers[0].intake.begin(file.name)
      let summary = try reading.read(into: &takers)
      let facts = ArchivedFile(
        name: file.name, sha256: summary.sha256, bytes: file.bytes, profile: summary.profile,
        reading: way.text, rows: summary.rows, rejected: summary.rejected)
      try takers[0].intake.end(facts, takers[0].findings.drain())
      columns.formUnion(reading.input.columnNames)
      profiles.insert(summary.profile)
      outcome.add(facts, before: known.first { $0.name == file.name })
    }
    outcome.changes = try takers[0].intake.finish()
    outcome.suspect(
      origin, columns: columns.sorted(), isSnapshot: source.missing == .deleted)
    try archive.update(
      origin, profile: profiles.sorted().joined(separator: ","),
      columns: columns.isEmpty ? origin.columns : columns.sorted(),
      rejectedPercent: outcome.rejectedPercent)
  }

  private func reading(of file: SourceFile, by way: ReadingWay) throws -> FileReading {
    let input = try InputFile(path: file.path, settings: way.settings)
    return try FileReading(input, file, archive, way)
  }
}

/// How the files of a source are read, and as text, to see whether that has changed.
struct ReadingWay {
  let settings: ReadSettings
  let text: String

  init(
    _ source: UpdateSettings.Source, _ update: UpdateSettings, toolVersion: String
  ) throws {
    let paths = source.maps.map(update.path)
    settings = ReadSettings(
      dateOrder: source.dateOrder, timeZone: update.rules.timeZone, profile: source.profile,
      sheet: source.sheet, mappings: try paths.map { try Mapping(path: $0) })
    let maps = try paths.map { try SourceFiles.checksum($0).sha256 }
    text = [
      toolVersion, source.dateOrder.rawValue, update.rules.timeZone, source.profile ?? "",
      source.sheet ?? "", maps.joined(separator: ","),
    ].joined(separator: "; ")
  }
}
