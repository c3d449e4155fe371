import Records
import Regions
public import Tallies

/// What earlier releases of the series have said, and what follows for the next (rule D5).
///
/// Between revisions nothing that was published changes: what was shown is shown again, what was
/// withheld or missing stays so, and late records wait. New periods are added. Totals over the
/// whole coverage and flows would change with every new period, by which it could be worked out;
/// they wait for the next revision too.
///
/// A revision counts everything anew. A figure that would change by less than k is withheld then,
/// and what was withheld stays so.
public struct History: Sendable {
  public let ledger: Ledger
  public let isRevision: Bool

  public init(ledger: Ledger, isRevision: Bool) {
    self.ledger = ledger
    self.isRevision = isRevision
  }

  /// What releases of one series must have in common, so that their periods are the same.
  public static func basis(of settings: ReportSettings) -> String {
    [
      "by \(settings.step?.name ?? "coverage")", "week \(settings.weekStart.rawValue)",
      "spanning \(settings.spanning.rawValue)", "zone \(settings.timeZone)",
    ].joined(separator: ", ")
  }
}
