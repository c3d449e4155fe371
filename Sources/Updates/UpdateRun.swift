public import Archive
public import Boundaries
public import Disclosure
public import Logging
import Readers
import Releases
public import Reports
import Threads

/// One run of a periodic update: sources → archive → figures → protection → release.
///
/// Everything up to the release happens in one transaction of the archive. What stops the run
/// before its end leaves the archive as it was; what stops it between that end and the release is
/// made up for by the next run, which first publishes what was left, as it would have been.
public struct UpdateRun: Sendable {
  /// What a release is made of beside the records.
  public struct Surroundings: Sendable {
    public var boundaries: LoadedBoundaries
    public var policy: Policy
    /// What a release says of itself; `created` is the time of the run.
    public var context: ReleaseContext
    /// Files that other modules make from a release.
    public var documents: @Sendable (Release, ReleaseContext) -> [ReleaseDocument]
    /// What they depend on beside the release, such as their language: with another text here a
    /// run looks whether there is something new to publish.
    public var documentsBasis: String

    public init(
      boundaries: LoadedBoundaries, policy: Policy, context: ReleaseContext,
      documentsBasis: String = "",
      documents: @escaping @Sendable (Release, ReleaseContext) -> [ReleaseDocument] = { _, _ in [] }
    ) {
      self.boundaries = boundaries
      self.policy = policy
      self.context = context
      self.documents = documents
      self.documentsBasis = documentsBasis
    }
  }

  /// What the operator decides for this run alone.
  public struct Options: Hashable, Sendable {
    /// Sources whose suspicious changes are accepted.
    public var accepted: Set<String> = []
    /// Only looks at what would change.
    public var isRehearsal = false
    /// Counts anew what was published, as at a scheduled revision (rule D5).
    public var isRevision = false

    public init() {}
  }

  let settings: UpdateSettings
  let surroundings: Surroundings
  let options: Options
  let archive: RecordArchive
  let log: Logger
  let fineIndex: FineIndex

  /// - Parameter archive: open, and used by this run alone.
  public init(
    settings: UpdateSettings, surroundings: Surroundings, options: Options,
    archive: RecordArchive, log: Logger
  ) {
    self.settings = settings
    self.surroundings = surroundings
    self.options = options
    self.archive = archive
    self.log = log
    fineIndex = FineIndex(surroundings.boundaries)
  }

  /// - Throws: `UpdateError` and the errors of the modules below; then nothing has changed, but for
  ///   a release that an interrupted run had left, which may have been published.
  public func run() async throws -> UpdateOutcome {
    var outcome = UpdateOutcome()
    if !options.isRehearsal { outcome.completedInterrupted = try await completeInterrupted() }
    do {
      try archive.begin()
      try await update(&outcome)
    } catch {
      // The error that led here is the one to report.
      try? archive.rollback()
      throw error
    }
    return outcome
  }

  private func update(_ outcome: inout UpdateOutcome) async throws {
    let run = try archive.startRun(at: surroundings.context.created)
    outcome.sources = try takeIn(run)
    try stopIfSuspicious(outcome.sources)
    let publishing = Publishing(self)
    let current = try publishing.current()
    outcome.release = current?.name
    outcome.directory = current?.path
    if options.isRehearsal {
      outcome.result = .rehearsed
      return try archive.rollback()
    }
    let isTouched = outcome.sources.contains { $0.filesRead > 0 || $0.changes.deleted > 0 }
    if isTouched { try archive.noteChange(by: run) }
    let basis = try publishing.basis()
    if !isTouched, !options.isRevision, try publishing.isSettled(basis, current) {
      log.info("nothing changed", metadata: ["release": "\(current?.name ?? "")"])
      return try archive.rollback()
    }
    let made = try await publishing.make(after: current)
    try archive.announce(publishing.publication(after: current, basis: basis), by: run)
    try publish(made, by: publishing, after: current, &outcome)
    outcome.removedReleases = try publishing.prune()
  }

  /// Ends the transaction and publishes: the archive goes to the disk while the files of the release
  /// are written under a hidden name, which they keep until it has come there.
  private func publish(
    _ made: Publishing.Made, by publishing: Publishing, after current: StoredRelease?,
    _ outcome: inout UpdateOutcome
  ) throws {
    let (archive, log, sources) = (archive, log, outcome.sources.count)
    let commit = Meanwhile {
      try archive.commit()
      log.info("taken in", metadata: ["sources": "\(sources)"])
    }
    do {
      try publishing.publish(made, after: current, &outcome) { try commit.wait() }
    } catch {
      // Whether the archive has it or not is settled before anything else is done with it.
      try commit.wait()
      throw error
    }
  }

  // MARK: - Sources

  private func takeIn(_ run: ArchivedRun) throws -> [SourceOutcome] {
    var outcomes: [SourceOutcome] = []
    let holdsMany = try archive.holds(atLeast: ArchiveCount.fewRecords)
    for source in settings.sources {
      let intake = SourceIntake(
        source: source, settings: settings, archive: archive, run: run,
        toolVersion: surroundings.context.toolVersion
      ) { if holdsMany, !options.isRehearsal { fineIndex.begin() } }
      outcomes.append(try intake.takeIn())
    }
    for deletions in settings.deletions {
      let intake = DeletionIntake(
        deletions: deletions, settings: settings, archive: archive, run: run)
      outcomes.append(try intake.takeIn())
    }
    let named = Set(outcomes.map(\.name))
    for origin in try archive.origins() where !named.contains(origin.name) {
      if let outcome = try drop(origin, run) { outcomes.append(outcome) }
    }
    for outcome in outcomes where outcome.filesRead > 0 { note(outcome) }
    return outcomes
  }

  /// A source that the configuration no longer names tells nothing any more.
  private func drop(_ origin: ArchivedOrigin, _ run: ArchivedRun) throws -> SourceOutcome? {
    var intake = try Intake(archive, origin, run, isSnapshot: true)
    var outcome = SourceOutcome(name: origin.name)
    outcome.changes = try intake.finish()
    guard outcome.changes.before > 0 else { return nil }
    outcome.suspicions = [
      SourceSuspicion(
        source: origin.name, file: nil, kind: .unnamed(rows: outcome.changes.before))
    ]
    return outcome
  }

  private func stopIfSuspicious(_ outcomes: [SourceOutcome]) throws {
    let suspicions = outcomes.filter { !options.accepted.contains($0.name) }.flatMap(\.suspicions)
    guard suspicions.isEmpty else { throw UpdateError.suspicious(suspicions) }
  }

  private func note(_ outcome: SourceOutcome) {
    log.info(
      "source read",
      metadata: [
        "source": "\(outcome.name)", "files_read": "\(outcome.filesRead)",
        "rows": "\(outcome.rows)", "recognized": "\(outcome.changes.recognized)",
        "rejected": "\(outcome.rejected)",
        "written": "\(outcome.changes.written)", "new": "\(outcome.changes.new)",
        "revised": "\(outcome.changes.revised)", "deleted": "\(outcome.changes.deleted)",
      ])
  }

  // MARK: - What was left

  /// Publishes what an interrupted run had taken in and not published.
  ///
  /// - Returns: whether there was anything.
  private func completeInterrupted() async throws -> Bool {
    guard let left = try archive.latestPublication(), left.state == .pending else { return false }
    log.notice("an earlier run was interrupted; publishing what it left")
    var then = surroundings
    then.context.created = left.created
    let run = UpdateRun(
      settings: settings, surroundings: then, options: options, archive: archive, log: log)
    let publishing = Publishing(run)
    let current = try publishing.current()
    if let current, current.name != left.previous, current.created == left.created {
      try archive.conclude(publishedAs: current.name, ledger: try publishing.ledger(of: current))
      return true
    }
    var outcome = UpdateOutcome()
    try publishing.publish(try await publishing.make(after: current), after: current, &outcome)
    return true
  }
}
