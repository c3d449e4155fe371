public import Archive
public import Boundaries
public import Comparisons
import Foundation
import Records
import Regions
import Tallies
public import Updates

/// Finds the records behind the changes between two releases of one archive.
public struct CauseSearch {
  let archive: RecordArchive
  let settings: UpdateSettings
  let boundaries: LoadedBoundaries

  /// - Parameters:
  ///   - archive: from which both releases were published.
  ///   - settings: the configuration of the updates.
  ///   - boundaries: those of the configuration.
  public init(archive: RecordArchive, settings: UpdateSettings, boundaries: LoadedBoundaries) {
    self.archive = archive
    self.settings = settings
    self.boundaries = boundaries
  }

  /// Counts once more what was in either release and matters to the figures that changed.
  ///
  /// - Throws: `CausesError` where the archive does not know what was in a release, `ArchiveError`.
  public func causes(of comparison: Comparison) throws -> CausedComparison {
    let before = try made(comparison.before)
    let after = try made(comparison.after)
    guard before.run <= after.run else { throw CausesError.wrongOrder }
    do {
      return CausedComparison(
        comparison, try causes(of: comparison, before, after),
        limits: try limits(comparison, before, after))
    } catch let error as ReportError {
      throw CausesError.overflow("\(error)")
    } catch let error as QuantityOverflow {
      throw CausesError.overflow("\(error)")
    }
  }

  // MARK: - What the archive knows of a release

  private struct MadeRelease {
    let publication: Publication
    let run: ArchivedRun
    let names: FigureNames
    /// Whether the rules of the configuration are those by which it was counted.
    let hasItsRules: Bool
  }

  private func made(_ release: ComparedRelease) throws -> MadeRelease {
    let name = URL(filePath: release.directory).resolvingSymlinksInPath().lastPathComponent
    guard let known = try archive.publication(named: name),
      known.publication.created == release.created
    else {
      throw CausesError.unknownRelease(
        directory: release.directory, archive: settings.archivePath)
    }
    guard let run = known.run else {
      throw CausesError.lostRun(directory: release.directory, archive: settings.archivePath)
    }
    let rules = settings.rules(of: known.publication)
    return MadeRelease(
      publication: known.publication, run: run,
      names: FigureNames(
        catalog: boundaries.catalog, settings: rules.settings,
        coverage: (release.first, release.last)),
      hasItsRules: rules.areItsOwn)
  }

  // MARK: - Counting once more

  private func causes(
    of comparison: Comparison, _ before: MadeRelease, _ after: MadeRelease
  ) throws -> [FigureCauses] {
    let wanted = Set(comparison.changes.map(\.key))
    let isSameCount = before.names.settings == after.names.settings
    var (old, new) = (TracedState(), TracedState())
    var histories: [RecordKey: KeyHistory] = [:]
    try archive.forEachKey(from: before.run, to: after.run) { history in
      let isNeeded = !isSameCount || !history.isUnchanged
      if let row = history.before { old.add(row.record, isNeeded: isNeeded) }
      if let row = history.after { new.add(row.record, isNeeded: isNeeded) }
      let isAlone = (history.after ?? history.before)?.record.countsAlone ?? false
      if isNeeded || !isAlone { histories[history.key] = history }
    }
    let index = boundaries.index(detail: .coarse)
    let was = try old.contributions(to: wanted, before.names, placer(before, index))
    let now = try new.contributions(to: wanted, after.names, placer(after, index))
    return try comparison.changes.map { change in
      try FigureCauses(
        change, Self.records(was[change.key] ?? [:], now[change.key] ?? [:], histories))
    }
  }

  private static func records(
    _ was: [RecordKey: Contribution], _ now: [RecordKey: Contribution],
    _ histories: [RecordKey: KeyHistory]
  ) throws -> [RecordCause] {
    try Set(was.keys).union(now.keys).compactMap { key in
      guard let history = histories[key], was[key] != now[key] else { return nil }
      return try RecordCause(history, from: was[key], to: now[key])
    }
  }

  private func placer(_ release: MadeRelease, _ index: RegionIndex) -> Placer {
    Placer(
      catalog: boundaries.catalog, index: index, names: boundaries.names,
      snapMeters: release.names.settings.snapMeters,
      trustsPoints: release.names.settings.trustsPoints)
  }

  // MARK: - What cannot be told

  private func limits(
    _ comparison: Comparison, _ before: MadeRelease, _ after: MadeRelease
  ) throws -> [String] {
    var limits: [String] = []
    for (word, release) in [("earlier", before), ("later", after)] {
      if !release.hasItsRules {
        limits.append(
          "the rules by which the \(word) release was counted cannot be read any more; its records "
            + "were counted by those of the configuration")
      }
      if release.publication.edition != boundaries.edition {
        limits.append(
          "the \(word) release was counted with other boundaries, which are not at hand; which "
            + "records lay elsewhere in them is not told")
      }
    }
    let forgotten = try archive.forgottenCount()
    if forgotten > 0 {
      limits.append(
        "\(forgotten) keys were forgotten on request; what their records were part of is not known")
    }
    if !comparison.isInternal {
      limits.append(
        "protection decides what a release shows: a small change waits for a revision (rule D5), "
          + "and may have come with records of earlier runs")
    }
    return limits
  }
}
