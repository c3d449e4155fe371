import Archive
import Boundaries
import Crypto
import Digests
import Disclosure
import Foundation
import Logging
import Readers
import Records
import Releases
import Reports
import Tallies

/// From what the archive counts to a release in the store.
struct Publishing {
  private let run: UpdateRun
  private let store: ReleaseStore
  private let report: ReportSettings

  init(_ run: UpdateRun) {
    self.run = run
    let settings = run.settings
    store = ReleaseStore(root: settings.path(settings.output))
    report = settings.reportSettings(
      today: Today.day(
        at: run.surroundings.context.created, timeZone: settings.rules.timeZone))
  }

  /// A release that is ready to be written, and what belongs to it.
  struct Made {
    let release: Release
    let inside: Release
    let plan: ProtectionPlan
  }

  func current() throws -> StoredRelease? { try store.current() }

  // MARK: - Whether anything can be new

  /// A hash of all that a release is made of but the releases before it.
  func basis() throws -> String {
    let surroundings = run.surroundings
    var parts = try run.archive.state()
    parts += [settingsText, surroundings.context.toolVersion]
    parts.append(try policyText())
    for file in surroundings.boundaries.files {
      parts.append(try SourceFiles.checksum(file.path).sha256)
    }
    let simplification = surroundings.context.simplification
    parts.append("\(simplification.regionsMeters) \(simplification.periodsMeters)")
    let formats = surroundings.context.formats
    parts += formats.sequences.map(\.rawValue) + formats.tables.map(\.rawValue)
    parts += ["\(formats.hasHashtags)", surroundings.documentsBasis]
    return SHA256.hash(data: Array(parts.joined(separator: "\n").utf8)).hexadecimal
  }

  /// How a report is counted.
  private var settingsText: String { report.toldText }

  /// A policy's file by its bytes, one that comes with nuzuh by its name.
  private func policyText() throws -> String {
    let word = run.settings.policy
    if Policy.named.contains(where: { $0.name == word }) { return word }
    return try SourceFiles.checksum(run.settings.path(word)).sha256
  }

  /// Whether the current release is what a run from the same basis has left.
  func isSettled(_ basis: String, _ current: StoredRelease?) throws -> Bool {
    guard let last = try run.archive.latestPublication(), last.basis == basis, let current else {
      return false
    }
    switch last.state {
    case .pending: return false
    case .published: return last.name == current.name
    case .unchanged: return last.previous == current.name
    }
  }

  func publication(after current: StoredRelease?, basis: String) -> Publication {
    Publication(
      created: run.surroundings.context.created, previous: current?.name, basis: basis,
      settings: settingsText, edition: run.surroundings.boundaries.edition)
  }

  // MARK: - Making

  func make(after current: StoredRelease?) async throws -> Made {
    let history = try history(after: current)
    let surroundings = run.surroundings
    let (archive, sources, fineIndex) = (run.archive, run.settings.sources, run.fineIndex)
    let count: @Sendable (ReportSettings) throws -> Report = { settings in
      try ArchiveCount(
        archive: archive, sources: sources, settings: settings,
        boundaries: surroundings.boundaries, fineIndex: fineIndex
      ).report()
    }
    let counted = try count(report)
    let catalog = surroundings.boundaries.catalog
    let plan = try await ProtectionPlan.advised(
      of: counted, catalog: catalog, policy: surroundings.policy, history: history, recount: count)
    return Made(
      release: try Release.protectedRelease(by: plan, catalog: catalog),
      inside: Release.internalReport(of: counted, catalog: catalog, besides: plan), plan: plan)
  }

  /// What was published before: the ledger of the current release, or what the archive remembers
  /// where that is more, such as after an older release was made current again.
  private func history(after current: StoredRelease?) throws -> History {
    let published = try current.map { try parse(ledger(of: $0)) } ?? Ledger()
    let remembered = try parse(try run.archive.ledger())
    guard published.continues(remembered) || remembered.continues(published) else {
      throw UpdateError.ledger(
        "the ledger of the current release does not go on from the one before; was another "
          + "series put into the output? Take the releases of this archive back, or begin a series "
          + "of its own in another output with another archive")
    }
    let known = published.continues(remembered) ? published : remembered
    let basis = History.basis(of: report)
    guard known.isEmpty || known.basis == basis else {
      throw UpdateError.otherBasis(before: known.basis, now: basis)
    }
    return History(ledger: known, isRevision: run.options.isRevision)
  }

  /// The bytes of a release's ledger; empty where it has none.
  func ledger(of release: StoredRelease) throws -> [UInt8] {
    let path = "\(release.path)/\(ReleaseWriter.ledgerName)"
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UpdateError.unreadable(file: path, reason: "it cannot be opened")
    }
    return [UInt8](data)
  }

  private func parse(_ bytes: [UInt8]) throws -> Ledger {
    do {
      return try Ledger(parsing: bytes)
    } catch {
      throw UpdateError.ledger("\(error)")
    }
  }

  // MARK: - Publishing

  /// Puts the release into the store, if it says anything new, and notes what became of it.
  ///
  /// - Parameter taken: called when the files are written and nothing is published yet; waits until
  ///   the archive has what they tell.
  func publish(
    _ made: Made, after current: StoredRelease?, _ outcome: inout UpdateOutcome,
    onceTaken taken: () throws -> Void = {}
  ) throws {
    let context = run.surroundings.context
    let writer = ReleaseWriter(
      release: made.release, catalog: run.surroundings.boundaries.catalog, context: context,
      documents: run.surroundings.documents(made.release, context),
      ledger: made.plan.ledger?.bytes)
    try makeOutput()
    let stored = try store.publish(created: context.created) { path in
      try writer.publish(to: path)
      try taken()
    }
    let isNew = stored.name != current?.name
    try run.archive.conclude(
      publishedAs: isNew ? stored.name : nil, ledger: try ledger(of: stored))
    try publishAccounts(made, context)
    outcome.result = isNew ? .published : .unchanged
    outcome.release = stored.name
    outcome.directory = stored.path
    outcome.share = made.plan.hasProtected ? made.plan.share : nil
    run.log.info(
      isNew ? "published" : "nothing new to publish", metadata: ["release": "\(stored.name)"])
  }

  private func makeOutput() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: store.root, withIntermediateDirectories: true)
    } catch {
      throw PublishError.cannotCreate(path: store.root, cause: error.localizedDescription)
    }
  }

  /// The accounts of every row stay inside: they name lines and quote cells.
  private func publishAccounts(_ made: Made, _ context: ReleaseContext) throws {
    try ReleaseWriter(
      release: made.inside, catalog: run.surroundings.boundaries.catalog, context: context
    ).publishAccounts(to: store.root + ".internal")
  }

  func prune() throws -> [String] {
    guard let kept = run.settings.keptReleases else { return [] }
    return try store.prune(keep: kept).map(\.name)
  }
}
