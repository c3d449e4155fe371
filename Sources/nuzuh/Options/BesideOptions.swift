import ArgumentParser
import Masking
import Tallies
import Updates

/// What is published together with what a command writes.
struct BesideOptions: ParsableArguments {
  @Option(
    name: .customLong("beside"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Releases and masked points in other folders that are published together with this; those "
        + "in the same folder are found.", valueName: "PATH"))
  var named: [String] = []

  /// Refuses masked points that would tell more beside what is published.
  func check(_ mask: MaskStatement, at output: String) throws {
    do {
      try together(at: output).check(mask)
    } catch {
      throw fail(ExitCode(error.exitCode), "\(error)")
    }
  }

  /// Refuses a release that would tell more beside masked points.
  func check(_ release: ReleaseStatement, at output: String) throws {
    do {
      try together(at: output).check(release)
    } catch {
      throw fail(ExitCode(error.exitCode), "\(error)")
    }
  }

  /// The same for releases that updates put into a store.
  /// - Throws: `UpdateError`, so that the run before is told as failed.
  func check(_ settings: UpdateSettings, boundaryEdition: String) throws {
    let store = settings.path(settings.output)
    let release = ReleaseStatement(
      levels: settings.rules.levels, boundaryEdition: boundaryEdition)
    do {
      try Together(in: [store, Together.folder(of: store)], named: named).check(release)
    } catch {
      throw UpdateError.publishedBeside("\(error)")
    }
  }

  private func together(at output: String) throws(MaskError) -> Together {
    try Together(in: [Together.folder(of: output)], named: named)
  }
}
