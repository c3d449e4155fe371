public import Archive
import Disclosure
public import Tallies

extension UpdateSettings {
  /// The rules of this configuration on the day on which a release was made.
  ///
  /// - Returns: with the rules, whether the release was counted by them, and not by those that the
  ///   configuration had then.
  public func rules(
    of publication: Publication
  ) -> (settings: ReportSettings, areItsOwn: Bool) {
    let settings = reportSettings(
      today: Today.day(at: publication.created, timeZone: rules.timeZone))
    return (settings, settings.toldText == publication.settings)
  }
}

extension ReportSettings {
  /// How a report is counted, on one line, as the archive keeps it with a release.
  var toldText: String {
    told.map { "\($0.name) \($0.value)" }.joined(separator: "; ")
  }
}
