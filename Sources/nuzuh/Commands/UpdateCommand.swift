import ArgumentParser
import Boundaries
import Disclosure
import Foundation
import Masking
import Reports
import Updates

/// The periodic job: new, changed and deleted records in, the next release out if anything changed.
struct UpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract:
      "Take in what is new, changed or deleted, and publish a release if it says anything new.",
    discussion: """
      For schedulers: says nothing where all went well. What stops it leaves the archive and the \
      release of the day before as they were. nuzuh init writes a configuration; nuzuh status \
      tells how the last run ended. Exit codes: 0 done, also where nothing changed; 1 done, but \
      rows could not be counted and need a person; 65 bad data, or a source that is not what it \
      was; 75 another run is at work, or a file is being written.
      """)

  @OptionGroup var configuration: ConfigurationOption

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Sources that may have shrunk, changed their columns or lost rows, after a look.",
      valueName: "SOURCE"))
  var accept: [String] = []

  @Flag(help: "Only say what would change; write nothing.")
  var dryRun = false

  @Flag(help: "Count anew what was published, as at a scheduled revision.")
  var revision = false

  @Option(
    help: ArgumentHelp("File that the log goes to, instead of standard error.", valueName: "FILE"))
  var log: String?

  @Flag(name: .shortAndLong, help: "Also tell what goes as it should.")
  var verbose = false

  @Flag(help: "Print what came of it as JSON to standard output.")
  var json = false

  @OptionGroup(title: "What is published beside it") var beside: BesideOptions
  @OptionGroup(title: "Regions") var geodata: GeoDataOptions
  @OptionGroup(title: "More files") var more: FormatOptions
  @OptionGroup(title: "Page and summary") var page: PageOptions

  func run() async throws {
    let settings = try configuration.settings()
    do {
      let outcome = try await update(settings)
      tell(outcome)
      if outcome.needsPerson && !dryRun { throw ExitCode.findings }
    } catch let code as ExitCode {
      throw code
    } catch let error as ValidationError {
      throw error
    } catch {
      let failure = UpdateFailure(error)
      throw fail(ExitCode(failure.exitCode), failure.message)
    }
  }

  private func update(_ settings: UpdateSettings) async throws -> UpdateOutcome {
    let logger = try UpdateLog.logger(path: log, isVerbose: verbose) {
      Date().formatted(.iso8601)
    }
    var options = UpdateRun.Options()
    options.accepted = Set(accept)
    options.isRehearsal = dryRun
    options.isRevision = revision
    let policy = try settings.loadPolicy()
    guard policy.rounding == nil else { throw DisclosureError.roundedSeries(policy.name) }
    let added = AddedDocuments(page: page.settings, hasGeoPackage: more.hasGeoPackage)
    return try await NightlyUpdate(settings: settings, options: options, log: logger) {
      try Clock.created()
    }.run {
      let loaded = try geodata.loaded(for: settings)
      try beside.check(settings, boundaryEdition: loaded.edition)
      return loaded
    } context: { loaded, created in
      var context = ReleaseContext(loaded: loaded, created: created)
      context.simplification = ReleaseContext.Simplification(meters: settings.simplifyMeters)
      context.formats = more.formats
      return UpdateRun.Surroundings(
        boundaries: loaded, policy: policy, context: context, documentsBasis: added.basis
      ) { added.documents(of: $0, loaded.catalog, $1) }
    }
  }

  private func tell(_ outcome: UpdateOutcome) {
    if json { Console.print(outcome.json()) }
    if dryRun && !json { outcome.sources.forEach { Console.print($0.line) } }
    for source in outcome.sources where source.rejected > 0 {
      Console.say(
        "source \(source.name): \(source.rejected) of \(source.rows) rows could not be counted; "
          + "nuzuh check tells why")
    }
  }
}

/// Which configuration a command goes by.
struct ConfigurationOption: ParsableArguments {
  @Option(help: ArgumentHelp("Configuration of the updates, in TOML or YAML.", valueName: "FILE"))
  var config: String = UpdateTemplate.fileName

  func settings() throws -> UpdateSettings { try Self.settings(config) }

  static func settings(_ path: String) throws -> UpdateSettings {
    do {
      return try UpdateSettings(path: path)
    } catch {
      let failure = UpdateFailure(error)
      throw fail(ExitCode(failure.exitCode), failure.message)
    }
  }
}
