package import Regions
package import Withholding

/// The attack of somebody who has kept several releases.
package struct SeriesAttack {
  /// What is not known to be wide, by release and name, each figure once: as its latest release
  /// tells it.
  package private(set) var failures: [(origin: SeriesTable.Origin, finding: Attack.Finding)] = []
  package let unit: Int
  /// Whether something shown contradicts what had to be guessed, so that single releases may
  /// contradict themselves.
  package private(set) var isContradicted = false

  /// - Parameters:
  ///   - releases: in the order of their publication.
  ///   - step: how one of them follows an earlier one, by their positions.
  package init(
    _ releases: [ToldRelease], catalog: RegionCatalog,
    step: (_ earlier: Int, _ later: Int) throws -> SeriesStep
  ) async throws {
    let guessed = try SeriesTable(releases, catalog: catalog, guesses: true, step: step)
    unit = guessed.unit
    var found: [SeriesTable.Origin: Attack.Finding] = [:]
    if let findings = try await Self.findings(guessed.table) {
      take(findings, guessed, &found)
    } else {
      isContradicted = true
      try await attackParts(guessed, &found)
      let sure = try SeriesTable(
        releases, catalog: catalog, guesses: false, step: step)
      // A part that nothing fits without guesses is a single release's, and told there.
      try await attackParts(sure, &found)
    }
    failures = Self.latest(found)
    try await attackChanges(guessed.changeTables)
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

  /// What is seen of what was added.
  private mutating func attackChanges(
    _ tables: [(release: Int, table: ChangeTable)]
  ) async throws {
    for (release, table) in tables {
      let names = try await table.failures()
      for (position, name) in table.names.enumerated() where names.contains(name) {
        let origin = SeriesTable.Origin(
          release: release, position: position, name: name, isChange: true)
        failures.append((origin, .unsettled))
      }
    }
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
