import ArgumentParser
import Disclosure
import Foundation
import Reports
import Tallies

/// Which releases this one continues.
struct SeriesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the series has published so far; by default the ledger of the release that is replaced.",
      discussion: "The file is made where it is missing, and continued with this release.",
      valueName: "FILE"))
  var ledger: String?

  @Flag(help: "Count anew what was published, as at a scheduled revision.")
  var revision = false

  /// What was published, read from the ledger.
  func history(replacing directory: String, _ settings: ReportSettings) throws -> History {
    let path = ledger ?? "\(directory)/\(ReleaseWriter.ledgerName)"
    let known = try read(path)
    let basis = History.basis(of: settings)
    guard known.isEmpty || known.basis == basis else {
      throw ValidationError(
        "The releases in \(path) were counted otherwise (\(known.basis)) than this one would be "
          + "(\(basis)). What both show could be compared. Count as before, or begin a series of its "
          + "own in another directory once the old one is withdrawn.")
    }
    return History(ledger: known, isRevision: revision)
  }

  private func read(_ path: String) throws -> Ledger {
    guard FileManager.default.fileExists(atPath: path) else { return Ledger() }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw fail(.inputOutput, "\(path) cannot be read; check its permissions")
    }
    do {
      return try Ledger(parsing: [UInt8](data))
    } catch {
      throw fail(.badData, "\(path): \(error)")
    }
  }

  /// Continues the ledger that was named.
  func write(_ continued: Ledger?) throws {
    guard let ledger, let continued else { return }
    do {
      try Data(continued.bytes).write(to: URL(filePath: ledger), options: .atomic)
    } catch {
      throw fail(
        .inputOutput,
        "the release is published, but \(ledger) could not be continued "
          + "(\(error.localizedDescription)); copy \(ReleaseWriter.ledgerName) of the release there"
      )
    }
  }
}
