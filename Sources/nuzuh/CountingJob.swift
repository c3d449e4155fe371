import ArgumentParser
import Boundaries
import Readers
import Records
import Regions
import Tallies

/// Opens files, loads the regions, and counts: what report and explain share.
struct CountingJob {
  let settings: ReportSettings
  let loaded: LoadedBoundaries
  let names: RegionNames
  let inputs: [InputFile]

  init(
    settings: ReportSettings, files: [String], reading: ReadingOptions, regions: BoundaryOptions
  ) throws {
    self.settings = settings
    loaded = try regions.load()
    names = RegionNames(loaded.catalog)
    inputs = try reading.open(files)
  }

  var fileNames: [String] { inputs.map(\.name) }

  func report() throws -> Report {
    try counting { read in
      try ReportRun.report(
        files: fileNames, settings: settings, placer: placer, read: read)
    }
  }

  /// The same report, and the records behind the figures selected.
  func explanation(of selection: FigureSelection) throws -> TracedReport {
    try counting { read in
      try ReportRun.explanation(
        files: fileNames, settings: settings, placer: placer, wants: selection.wants, read: read)
    }
  }

  private var placer: Placer {
    Placer(
      catalog: loaded.catalog,
      index: RegionIndex(loaded.catalog, bytes: inputs.reduce(0) { $0 + $1.size }),
      names: names, snapMeters: settings.snapMeters)
  }

  private typealias Read = (_ take: ReportRun.Take) throws -> [ReportRun.FileFacts]

  /// Shows how far reading is, and turns what stops it into a message and an exit code.
  private func counting<Result>(_ run: (Read) throws -> Result) throws -> Result {
    var progress = Progress()
    defer { progress.end() }
    do {
      return try run { take in
        try inputs.enumerated().map { position, input in
          let summary = try input.read { batch in
            progress.advance(by: batch.records.count, file: input.name)
            try take(position, batch.records, batch.findings)
          }
          return ReportRun.FileFacts(
            sha256: summary.sha256, profile: summary.profile, rows: summary.rows,
            rejected: summary.rejected)
        }
      }
    } catch let error as ReportError {
      throw fail(.internalFault, "\(error)")
    } catch let error as ReadError {
      throw fail(.badData, "\(error)")
    }
  }
}
