import Disclosure
import Records
import Regions
import Tallies

extension ReportSettings {
  /// How a report is counted, on one line, as the archive keeps it with a release.
  var toldText: String {
    told.map { "\($0.name) \($0.value)" }.joined(separator: "; ")
  }

  /// The settings that a line tells.
  ///
  /// - Returns: `nil` unless they tell the very same line: what a later version writes otherwise, or
  ///   a name with a semicolon, is not guessed at.
  init?(toldText text: String) {
    var values: [String: String] = [:]
    for pair in text.split(separator: "; ") {
      let parts = pair.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(parts[0])] = parts.count == 2 ? String(parts[1]) : ""
    }
    func list(_ name: String) -> [String] {
      (values[name] ?? "").split(separator: ",").map(String.init)
    }
    self.init(
      from: values["from"].flatMap { PeriodLabel($0)?.day },
      to: values["to"].flatMap { PeriodLabel($0)?.day },
      step: values["by"].flatMap(Step.init(name:)),
      levels: list("levels").compactMap(Level.init(word:)),
      indicators: Set(list("indicators").compactMap(Indicator.init(name:))),
      category: values["category"].flatMap(CategoryAxis.init),
      spanning: values["spanning"].flatMap(Spanning.init) ?? .hold,
      weekStart: values["week_start"].flatMap(WeekStart.init) ?? .monday,
      prefer: list("prefer"), snapMeters: values["snap_meters"].flatMap(Double.init) ?? 0,
      trustsPoints: values["trust_points"] == "true", timeZone: values["time_zone"] ?? "")
    guard toldText == text else { return nil }
  }
}
