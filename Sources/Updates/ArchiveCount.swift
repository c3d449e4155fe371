import Archive
import Boundaries
import Foundation
import Records
import Regions
import Tallies
import Threads

/// Counts what the archive holds as `nuzuh report` counts files: a source of the configuration
/// stands where there a file stands.
struct ArchiveCount {
  /// Records below which building the fine index takes longer than it saves.
  static let fewRecords = 100_000
  private static let threads = min(8, ProcessInfo.processInfo.activeProcessorCount)

  let archive: RecordArchive
  let sources: [UpdateSettings.Source]
  let settings: ReportSettings
  let boundaries: LoadedBoundaries
  let fineIndex: FineIndex

  func report() throws -> Report {
    let names = Set(sources.map(\.name))
    let origins = try archive.origins().filter { names.contains($0.name) }
    let contests = try contests(origins)
    let isSmall = try !archive.holds(atLeast: Self.fewRecords)
    return try ReportRun.report(
      files: origins.map(\.name), settings: settings, placer: try placer(isSmall: isSmall),
      threads: isSmall ? 1 : Self.threads
    ) { takers in
      var facts: [ReportRun.FileFacts] = []
      for (position, origin) in origins.enumerated() {
        let findings = try told(of: origin) + (position == 0 ? contests : [])
        try takers[0].take(position, [], findings)
        facts.append(try count(origin, position, &takers))
      }
      return facts
    }
  }

  private func placer(isSmall: Bool) throws -> Placer {
    Placer(
      catalog: boundaries.catalog,
      index: isSmall ? boundaries.index(detail: .coarse) : fineIndex.get(),
      names: boundaries.names, snapMeters: settings.snapMeters,
      trustsPoints: settings.trustsPoints)
  }

  private func count(
    _ origin: ArchivedOrigin, _ position: Int, _ takers: inout [Taker]
  ) throws -> ReportRun.FileFacts {
    let records = try archive.counted(of: origin)
    let shared = try Workers.results(on: &takers) { taker, _ in
      try records.forEach { records, plain in
        try taker.take(position, records, [])
        try taker.take(position, plain)
      }
    }
    let counted = shared.reduce(into: CountedRecords()) { $0.add($1) }
    let rejected = try archive.filesInForce(of: origin).map(\.rejected).reduce(0, +)
    return ReportRun.FileFacts(
      sha256: counted.sha256, profile: origin.profile, rows: counted.count + rejected,
      rejected: rejected)
  }

  // MARK: - Findings

  /// What was found when the files were read. Their words are not archived.
  private func told(of origin: ArchivedOrigin) throws -> [Finding] {
    try archive.findingsInForce(of: origin).flatMap { file, group in
      guard let rule = FindingRule(rawValue: group.rule) else { return [Finding]() }
      return (0..<group.count).map { number in
        let line = number < group.lines.count ? group.lines[number] : group.lines.last ?? 0
        return Finding(
          rule, file: file, line: line, message: "nuzuh check \(file) tells what is the matter")
      }
    }
  }

  /// A2: what there is to say of keys that several rows are alleged for.
  private func contests(_ origins: [ArchivedOrigin]) throws -> [Finding] {
    try archive.contested().flatMap { rows -> [Finding] in
      guard let winner = rows.first(where: \.counts) ?? rows.first(where: \.record.isDeletion)
      else { return [] }
      let place = "\(winner.file) line \(winner.record.line)"
      let key = Finding.shown(winner.record.key.description)
      return rows.compactMap { row in
        guard !row.record.saysTheSame(as: winner.record), !row.record.isDeletion || row.counts
        else { return nil }
        if winner.record.isDeletion {
          return finding(.deletedRecord, row, "the record \(key) was deleted by \(place)")
        }
        if row.record.version != winner.record.version {
          return finding(.replacedByVersion, row, "the record \(key) was replaced by \(place)")
        }
        return finding(
          .sameKeyDifferentContent, row,
          "the record \(key) stands here and in \(place) with different content and no version to "
            + "tell them apart; the latter, last in the order of its fields, was taken")
      }
    }
  }

  private func finding(
    _ rule: FindingRule, _ row: (file: String, counts: Bool, record: Record), _ message: String
  ) -> Finding {
    Finding(
      rule, file: row.file, line: row.record.line, value: Finding.shown(row.record.key.id),
      message: message)
  }
}
