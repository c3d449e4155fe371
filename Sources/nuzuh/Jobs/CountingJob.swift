import ArgumentParser
import Boundaries
import Masking
import Readers
import Records
import Regions
import Synchronization
import Tallies

/// Opens files, loads the regions, and counts: what report and explain share.
struct CountingJob {
  private(set) var settings: ReportSettings
  let loaded: LoadedBoundaries
  let inputs: [InputFile]

  init(
    settings: ReportSettings, files: [String], reading: ReadingOptions, regions: BoundaryOptions
  ) throws {
    Memory.returnLargeBlocks()
    self.settings = settings
    loaded = try regions.load()
    inputs = try reading.open(files)
  }

  /// The same files, counted by other settings.
  func counting(by settings: ReportSettings) -> CountingJob {
    var job = self
    job.settings = settings
    return job
  }

  var names: RegionNames { loaded.names }

  var fileNames: [String] { inputs.map(\.name) }

  /// - Parameter threads: how many read and count; the report does not depend on it.
  func report(threads: Int) throws -> Report {
    let progress = Mutex(Progress())
    defer { progress.withLock { $0.end() } }
    return try telling {
      try ReportRun.report(
        files: fileNames, settings: settings, placer: placer, threads: threads
      ) { takers in
        var facts: [ReportRun.FileFacts] = []
        for (position, input) in inputs.enumerated() {
          let summary = try input.read(into: &takers) { taker, batch in
            progress.withLock {
              $0.advance(by: batch.records.count + batch.plain.count, file: input.name)
            }
            try taker.take(position, batch.records, batch.findings)
            try taker.take(position, batch.plain)
          }
          facts.append(ReportRun.FileFacts(summary))
        }
        return facts
      }
    }
  }

  /// The same report, and the records behind the figures selected.
  func explanation(of selection: FigureSelection) throws -> TracedReport {
    var progress = Progress()
    defer { progress.end() }
    return try telling {
      try ReportRun.explanation(
        files: fileNames, settings: settings, placer: placer, wants: { selection.wants($0) }
      ) { take in
        try inputs.enumerated().map { position, input in
          let summary = try input.read { batch in
            progress.advance(by: batch.records.count, file: input.name)
            try take(position, batch.records, batch.findings)
          }
          return ReportRun.FileFacts(summary)
        }
      }
    }
  }

  /// The records as masked points.
  func masked(_ run: MaskRun) throws -> MaskRun.Outcome {
    try telling {
      try run.run(files: fileNames) { take in
        try inputs.enumerated().map { position, input in
          let summary = try input.read { batch in
            try take(position, batch.records, batch.findings)
          }
          return ReportRun.FileFacts(summary)
        }
      }
    }
  }

  var placer: Placer {
    Placer(
      catalog: loaded.catalog,
      index: loaded.index(bytes: inputs.reduce(0) { $0 + $1.size }),
      names: names, snapMeters: settings.snapMeters,
      trustsPoints: settings.trustsPoints)
  }

  /// Turns what stops the counting into a message and an exit code.
  private func telling<Result>(_ run: () throws -> Result) throws -> Result {
    do {
      return try run()
    } catch let error as ReportError {
      throw fail(.internalFault, "\(error)")
    } catch let error as ReadError {
      throw fail(.badData, "\(error)")
    } catch let error as SpillError {
      throw fail(.cannotCreate, "\(error)")
    }
  }
}

extension ReportRun.FileFacts {
  init(_ summary: InputSummary) {
    self.init(
      sha256: summary.sha256, profile: summary.profile, rows: summary.rows,
      rejected: summary.rejected)
  }
}
