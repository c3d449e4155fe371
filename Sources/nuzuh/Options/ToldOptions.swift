import ArgumentParser
import Disclosure
import Masking
import Records
import Tallies

/// What is told of a masked point beside its region.
struct ToldOptions: ParsableArguments {
  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "The period that is told: week, month, quarter or year, longer for records that cross its "
        + "end.", valueName: "STEP"))
  var step: Step = .month

  @Option(help: "First day of the week: monday, saturday or sunday.")
  var weekStart: ReportSettings.WeekStart = .monday

  @Option(
    name: .customLong("kind"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Kinds of events that are told, as the source writes them; all others become \"other\". "
        + "Without it every event is an \"incident\".", valueName: "KIND"))
  var kinds: [String] = []

  @Option(
    name: .customLong("figure"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Figures that are told, such as killed; only those that the policy calls public.",
      valueName: "INDICATOR"))
  var figures: [Indicator] = []

  @Option(help: ArgumentHelp("First day of records that are taken.", valueName: "DAY"))
  var from: Day?

  @Option(help: ArgumentHelp("Last day.", valueName: "DAY"))
  var to: Day?

  func settings(_ policy: Policy) throws(MaskError) -> MaskSettings {
    try MaskSettings(
      policy: policy, step: step, weekStart: weekStart, from: from, to: to, kinds: Set(kinds),
      figures: figures)
  }
}
