public import Archive
public import Tallies

extension UpdateSettings {
  /// The rules by which a release was counted.
  ///
  /// - Returns: with the rules, whether they are those of the release, and not those that this
  ///   configuration has for its day because the release's cannot be read any more.
  public func rules(
    of publication: Publication
  ) -> (settings: ReportSettings, areItsOwn: Bool) {
    if let own = ReportSettings(toldText: publication.settings) { return (own, true) }
    let settings = reportSettings(
      today: Today.day(at: publication.created, timeZone: rules.timeZone))
    return (settings, false)
  }
}
