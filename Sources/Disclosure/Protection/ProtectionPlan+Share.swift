import Records
import Regions
import Tallies

extension ProtectionPlan {
  /// How much is withheld at each level, in figures and in people, for the organisation alone.
  ///
  /// How many figures are withheld everybody can count; how many people are in them nobody else
  /// may know, since it is the difference between all and those who are shown.
  var withheldShares: [Release.Accounts.WithheldShare] {
    var shares: [ShareKey: (figures: Int, withheld: Int, best: Int128, withheldBest: Int128)] = [:]
    let hasStep = report.settings.step != nil
    for (tally, treatment) in zip(report.tallies.tallies(at: rows.positions), rows.values)
    where treatment != .leftOut {
      guard case .level(let level) = tally.view, case .region = tally.site,
        let best = tally.best, best > .zero, tally.category.isEmpty, tally.indicator.kind != .net,
        (tally.period == .coverage) != hasStep, !tally.period.isUnspecified,
        policy[tally.indicator].sensitivity == .protected
      else { continue }
      let key = ShareKey(level: level, indicator: tally.indicator)
      var share = shares[key] ?? (0, 0, 0, 0)
      share.figures += 1
      share.best &+= best.attos
      if treatment == .withheld {
        share.withheld += 1
        share.withheldBest &+= best.attos
      }
      shares[key] = share
    }
    return shares.sorted { $0.key < $1.key }.map { key, share in
      Release.Accounts.WithheldShare(
        level: key.level.name, indicator: key.indicator.name, figures: share.figures,
        withheldFigures: share.withheld, best: Release.Amount(Quantity(attos: share.best)),
        withheldBest: Release.Amount(Quantity(attos: share.withheldBest)))
    }
  }

  private struct ShareKey: Hashable, Comparable {
    let level: Level
    let indicator: Indicator

    static func < (left: ShareKey, right: ShareKey) -> Bool {
      (left.level, left.indicator) < (right.level, right.indicator)
    }
  }
}
