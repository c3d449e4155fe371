import Disclosure
import Regions
import Released
import Withholding

/// The attack of somebody who has kept several releases.
struct SeriesAttack {
  /// What is not known to be wide, by release and name, each figure once: as its latest release
  /// tells it.
  private(set) var failures: [(origin: SeriesTable.Origin, finding: Attack.Finding)] = []
  let unit: Int
  /// Whether something shown contradicts what had to be guessed, so that single releases may
  /// contradict themselves.
  private(set) var isContradicted = false

  /// - Throws: `ReleasedFilesError.damaged` for ledgers that do not belong together.
  init(_ releases: [PublicRelease], catalog: RegionCatalog) async throws {
    let guessed = try SeriesTable(releases, catalog: catalog, guesses: true)
    unit = guessed.unit
    var found: [SeriesTable.Origin: Attack.Finding] = [:]
    if let findings = try await Self.findings(guessed.table) {
      take(findings, guessed, &found)
    } else {
      isContradicted = true
      try await attackParts(guessed, &found)
      let sure = try SeriesTable(releases, catalog: catalog, guesses: false)
      // A part that nothing fits without guesses is a single release's, and told there.
      try await attackParts(sure, &found)
    }
    failures = Self.latest(found)
  }

  /// `nil` where no numbers fit.
  private static func findings(_ table: KnownTable) async throws -> [Attack.Finding?]? {
    do {
      // Every cell has a threshold of its own.
      return try await Attack(table, threshold: 1).findings
    } catch WithholdingError.inconsistent {
      return nil
    }
  }

  private mutating func attackParts(
    _ series: SeriesTable, _ found: inout [SeriesTable.Origin: Attack.Finding]
  ) async throws {
    for part in series.table.parts {
      guard let findings = try await Self.findings(part.table) else { continue }
      for (cell, finding) in zip(part.cells, findings) {
        take(finding, series.origins[cell], &found)
      }
    }
  }

  private func take(
    _ findings: [Attack.Finding?], _ series: SeriesTable,
    _ found: inout [SeriesTable.Origin: Attack.Finding]
  ) {
    for (cell, origin) in series.origins { take(findings[cell], origin, &found) }
  }

  private func take(
    _ finding: Attack.Finding?, _ origin: SeriesTable.Origin?,
    _ found: inout [SeriesTable.Origin: Attack.Finding]
  ) {
    guard let finding, finding != .wide, let origin else { return }
    found[origin] = finding
  }

  private static func latest(
    _ found: [SeriesTable.Origin: Attack.Finding]
  ) -> [(origin: SeriesTable.Origin, finding: Attack.Finding)] {
    var last: [ToldName: SeriesTable.Origin] = [:]
    for origin in found.keys {
      if last[origin.name].map({ $0.release < origin.release }) ?? true {
        last[origin.name] = origin
      }
    }
    return last.values.sorted { ($0.release, $0.position) < ($1.release, $1.position) }
      .compactMap { origin in found[origin].map { (origin, $0) } }
  }
}
