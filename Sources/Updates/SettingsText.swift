import Records
import Regions
import Tallies

/// How a report is counted, as text: the same settings, the same text.
enum SettingsText {
  static func of(_ settings: ReportSettings) -> String {
    [
      "from \(settings.from?.description ?? "data")", "to \(settings.to?.description ?? "data")",
      "by \(settings.step?.name ?? "coverage")",
      "levels \(settings.levels.map(\.name).joined(separator: ","))",
      "indicators \(settings.indicators.map(\.name).sorted().joined(separator: ","))",
      "category \(settings.category?.rawValue ?? "none")",
      "spanning \(settings.spanning.rawValue)", "week \(settings.weekStart.rawValue)",
      "prefer \(settings.prefer.joined(separator: ","))", "snap \(settings.snapMeters)",
      "zone \(settings.timeZone)",
    ].joined(separator: "; ")
  }
}
