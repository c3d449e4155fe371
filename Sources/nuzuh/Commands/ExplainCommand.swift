import ArgumentParser
import Boundaries
import Readers
import Records
import Regions
import Tallies

/// The records behind a figure (rule A4).
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell the records behind a figure. Internal, never part of a release.",
    discussion: """
      nuzuh explain SY06 --period 2025-03 --indicator killed march.csv april.csv

      REGION is a code or a name, the ISO code of a country for people abroad, outside, or \
      unplaced. Give the same files and options as to nuzuh report. Without files it explains \
      the shipped example.
      """)

  @Argument(help: ArgumentHelp("A code, a name, LBN, outside or unplaced.", valueName: "REGION"))
  var region: String

  @Argument(help: ArgumentHelp("Files of records.", valueName: "FILES"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "A period as reports label it: 2025, 2025-Q1, 2025-03 or a date; it implies the --by that "
        + "fits. With another --by, the records only known to lie in it. Else the whole coverage.",
      valueName: "LABEL"))
  var period: PeriodLabel?

  @Option(
    name: .customLong("indicator"),
    help: ArgumentHelp("An indicator; may be given several times. Else all.", valueName: "NAME"))
  var indicators: [Indicator] = []

  @Option(
    help: ArgumentHelp(
      "A category, such as kind=shelling or source=ACLED; or kind, subkind, source for all of them.",
      valueName: "AXIS=VALUE"))
  var category: CategoryArgument?

  @Option(
    help: ArgumentHelp(
      "Level of a name that several regions share, or at which a region's unspecified records "
        + "are meant.", valueName: "LEVEL"))
  var level: Level?

  @Option(help: "How many records of a section are printed at most; JSON has them all.")
  var limit: Int = 50

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup(title: "What is counted") var counting: CountingRules
  @OptionGroup(title: "How the input is read") var reading: ReadingOptions
  @OptionGroup(title: "Regions") var regions: BoundaryOptions

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes a number of records.") }
    if let start = period?.weekStart, start != counting.weekStart {
      throw ValidationError(
        "The period is a week from \(start.rawValue); say --week-start \(start.rawValue) too.")
    }
  }

  func run() throws {
    var command = self
    if files.isEmpty { try command.takeExample() }
    try command.explain()
  }

  private mutating func takeExample() throws {
    files = try ShippedExample(regions.shipped).files
    if counting.prefer.isEmpty { counting.prefer = ShippedExample.prefer }
    Console.say("No files given; this is the shipped example, --prefer \(counting.prefer).")
  }

  // MARK: - The job

  private func explain() throws {
    var settings = counting.settings(timeZone: reading.timeZone)
    settings.category = category?.axis
    let key = period?.key(in: settings) ?? .coverage
    settings.step = period == nil ? nil : settings.step ?? period?.key(in: settings).step
    let job = try CountingJob(
      settings: settings, files: files, reading: reading, regions: regions)
    let catalog = job.loaded.catalog
    let place = try find(job)
    let selection = FigureSelection(
      view: place.view, site: place.site, period: key, indicators: Set(indicators),
      category: category.map(\.value) ?? "", catalog: catalog)
    let traced = try job.explanation(of: selection)
    let page = ExplanationPage(
      explanation: try explanation(selection, traced), catalog: catalog, limit: limit)
    if json { Console.print(page.json()) } else { page.lines.forEach(Console.print) }
  }

  private func find(_ job: CountingJob) throws -> PlaceLookup.Answer {
    let catalog = job.loaded.catalog
    do throws(PlaceLookupError) {
      return try PlaceLookup(names: job.names, catalog: catalog).find(region, level: level)
    } catch {
      throw fail(error.exitCode, error.message(of: region, in: catalog))
    }
  }

  private func explanation(
    _ selection: FigureSelection, _ traced: TracedReport
  ) throws -> Explanation {
    do {
      return try Explanation(selection, of: traced)
    } catch let error as ExplanationError {
      throw fail(.noInput, error.message(selection, of: traced.report))
    } catch let error as QuantityOverflow {
      throw fail(.internalFault, error.description)
    }
  }
}

/// An axis of categories, and one of them.
struct CategoryArgument: ExpressibleByArgument {
  let axis: ReportSettings.CategoryAxis
  /// `nil` for all.
  let value: String?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard let first = parts.first, let axis = ReportSettings.CategoryAxis(rawValue: first) else {
      return nil
    }
    self.axis = axis
    value = parts.count > 1 ? parts[1] : nil
  }
}
