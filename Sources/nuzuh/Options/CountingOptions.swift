import ArgumentParser
import Records
import Regions
import Tallies

/// Which days are counted, and by which of the declared rules.
struct CountingRules: ParsableArguments {
  @Option(help: ArgumentHelp("First day counted, such as 2025-03-01.", valueName: "DAY"))
  var from: Day?

  @Option(help: ArgumentHelp("Last day counted.", valueName: "DAY"))
  var to: Day?

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp("Also count by day, week, month, quarter or year.", valueName: "STEP"))
  var step: Step?

  @Option(
    help: "What becomes of a record that crosses the end of a period: hold, start or spread.")
  var spanning: ReportSettings.Spanning = .hold

  @Option(help: "First day of the week: monday, saturday or sunday.")
  var weekStart: ReportSettings.WeekStart = .monday

  @Option(
    help: ArgumentHelp(
      "Sources in the order in which they are believed, where several report one subject.",
      valueName: "SOURCE,…"))
  var prefer: String = ""

  @OptionGroup var snap: SnapOption

  @Flag(
    help: ArgumentHelp(
      "Take every point as exact, whatever precision, codes and names stand beside it: with "
        + "--snap 0 what a plain spatial join does. For comparisons; figures then say more than "
        + "the data do."))
  var trustPoints = false

  func validate() throws {
    if let from, let to, to < from {
      throw ValidationError("--to \(to) comes before --from \(from); exchange them.")
    }
  }

  /// All levels and indicators, without categories.
  func settings(timeZone: String) -> ReportSettings {
    ReportSettings(
      from: from, to: to, step: step, spanning: spanning, weekStart: weekStart,
      prefer: prefer.split(separator: ",").map { $0.trimmed }, snapMeters: snap.meters,
      trustsPoints: trustPoints,
      timeZone: timeZone)
  }
}

/// What is counted and shown.
struct CountingOptions: ParsableArguments {
  @OptionGroup var rules: CountingRules

  @Option(
    name: .customLong("level"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Levels shown: country, governorate, district, subdistrict, neighborhood.",
      valueName: "LEVEL"))
  var levels: [Level] = []

  @Option(
    name: .customLong("indicator"), parsing: .upToNextOption,
    help: ArgumentHelp("Indicators shown, such as killed or displaced.", valueName: "NAME"))
  var indicators: [Indicator] = []

  @Option(
    help: ArgumentHelp("Break figures down by kind, subkind or source.", valueName: "AXIS"))
  var category: ReportSettings.CategoryAxis?

  func settings(timeZone: String) -> ReportSettings {
    var settings = rules.settings(timeZone: timeZone)
    if !levels.isEmpty { settings.levels = levels.sorted() }
    settings.indicators = Set(indicators)
    settings.category = category
    return settings
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
