import Records
import Regions
package import Tallies

/// Accounts, findings and settings as a release tells them.
extension ReleaseBuilder {
  func accounts() -> Release.Accounts {
    Release.Accounts(
      inputs: report.inputs.map {
        Release.Accounts.Input(
          file: $0.file, sha256: $0.sha256, profile: $0.profile, rows: $0.rows, read: $0.read,
          rejected: $0.rejected, replaced: $0.replaced, outOfRange: $0.outOfRange)
      },
      levels: report.accounts.map {
        Release.Accounts.LevelAccount(
          file: $0.file ?? "", level: $0.level.name, indicator: $0.indicator.name,
          balance: balance($0.balance))
      },
      zones: report.zoneAccounts.map {
        Release.Accounts.ZoneAccount(
          zone: catalog[$0.zone].id.code, indicator: $0.indicator.name, inside: $0.inside,
          possible: $0.possible)
      },
      findings: findings(), settings: settings())
  }

  private func balance(_ balance: Report.Balance) -> Release.Accounts.Balance {
    var result = Release.Accounts.Balance()
    result.read = balance.read
    result.regions = balance.regions
    result.unspecified = balance.unspecified
    result.external = balance.external
    result.outside = balance.outside
    result.unplaced = balance.unplaced
    result.ties = balance.ties
    result.snapped = balance.snapped
    return result
  }

  private func findings() -> [Release.Accounts.FindingGroup] {
    report.findings.groups.sorted { $0.key.rawValue < $1.key.rawValue }.map { rule, group in
      Release.Accounts.FindingGroup(
        rule: rule.rawValue, severity: rule.severity.rawValue, count: group.count,
        first: group.first.map {
          Release.Accounts.FindingGroup.Example(
            file: $0.file, line: $0.line, column: $0.column, message: $0.message)
        })
    }
  }

  private func settings() -> [Release.Accounts.Setting] {
    report.settings.told
      + report.chosenSources.sorted { $0.key < $1.key }.map {
        Release.Accounts.Setting(name: "source_taken:\($0.key)", value: $0.value)
      }
  }
}

extension ReportSettings {
  /// All of them as a release tells them, in its order: the same settings, the same texts.
  package var told: [Release.Accounts.Setting] {
    let pairs: [(String, String)] = [
      ("from", from?.description ?? "first day in the data"),
      ("to", to?.description ?? "last day in the data"),
      ("by", step?.name ?? "whole coverage"),
      ("levels", levels.map(\.name).joined(separator: ",")),
      ("indicators", indicators.sorted().map(\.name).joined(separator: ",")),
      ("category", category?.rawValue ?? ""),
      ("spanning", spanning.rawValue),
      ("week_start", weekStart.rawValue),
      ("prefer", prefer.joined(separator: ",")),
      ("snap_meters", Int(exactly: snapMeters).map(String.init) ?? String(snapMeters)),
      ("time_zone", timeZone),
    ]
    // Named where it holds only: it is for comparisons, and no report is meant to have it.
    let trust = trustsPoints ? [("trust_points", "true")] : []
    return (pairs + trust).map { Release.Accounts.Setting(name: $0.0, value: $0.1) }
  }
}
