import Archive
import Records

/// Takes lists of withdrawn ids into the archive. What was withdrawn stays so, also when a list no
/// longer tells it.
struct DeletionIntake {
  let deletions: UpdateSettings.Deletions
  let settings: UpdateSettings
  let archive: RecordArchive
  let run: ArchivedRun

  /// How lists are read: changes with what `DeletionList` understands.
  private static let way = "ids 1"

  func takeIn() throws -> SourceOutcome {
    let origin = try archive.origin(named: deletions.name)
    let read = Set(try archive.filesInForce(of: origin).map(\.sha256))
    let files = try SourceFiles.find(deletions.files, settings)
    var outcome = SourceOutcome(name: deletions.name)
    outcome.files = files.count
    let new = files.filter { file in !read.contains { $0 == file.sha256 } }
    guard !new.isEmpty else { return outcome }
    var intake = try Intake(archive, origin, run, isSnapshot: false)
    for file in new {
      let list = try DeletionList(path: file.path, name: file.name)
      let sha256 = try SourceFiles.checksum(file.path).sha256
      guard sha256 == file.sha256 else {
        throw UpdateError.changedWhileRead(file: file.name)
      }
      try intake.begin(file.name)
      try intake.take(list.records(of: deletions.source))
      let facts = ArchivedFile(
        name: file.name, sha256: sha256, bytes: file.bytes, profile: "deletions",
        reading: Self.way, rows: list.entries.count, rejected: 0)
      try intake.end(facts, [])
      outcome.add(facts, before: nil)
    }
    outcome.changes = try intake.finish()
    try archive.update(origin, profile: "deletions", columns: nil, rejectedPercent: 0)
    return outcome
  }
}
