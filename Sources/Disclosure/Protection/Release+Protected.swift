import Records
public import Regions
import Tallies

extension Release {
  /// What a report may show under a protection that has been proven.
  public static func protectedRelease(
    by plan: ProtectionPlan, catalog: RegionCatalog
  ) throws -> Release {
    let builder = ReleaseBuilder(
      report: plan.report, catalog: catalog, protection: plan.statement)
    let all = builder.make(accounts: plan.publicAccounts(of: builder.accounts()))
    guard !plan.showsAll else { return all }
    let words = PastWords(release: all, catalog: catalog)
    let entries =
      (zip(all.rows, plan.rows).compactMap { all.entry($0, $1, isMixed: plan.isMixed) }
      + plan.past.map(words.entry)).inOrder
    let shown = Set(entries.map(\.indicator))
    return try Release(
      protection: all.protection, coverage: all.coverage, step: all.step, periods: all.periods,
      levels: all.levels, indicators: all.indicators(shown), spans: entries.spans,
      entries: entries,
      flows: (zip(all.flows, plan.flows).compactMap { $0.treated($1) }
        + plan.pastFlows.map(words.flow)).inFlowOrder,
      accounts: all.accounts)
  }

  /// A row as it is shown; `nil` where it is left out.
  ///
  /// - Parameter isMixed: whether an earlier period may be told as before, or left out, so that the
  ///   day of a stock would say what it is now.
  private func entry(_ row: Row, _ treatment: Treatment, isMixed: Bool) -> Entry? {
    guard treatment != .leftOut else { return nil }
    let isWhole = treatment == .whole
    let isWithheld = treatment == .withheld
    var (best, status) = (row.best, row.status)
    if isWithheld { (best, status) = (nil, .withheld) }
    if case .told(let number) = treatment {
      (best, status) = (Amount(number), number == .zero ? .zero : .reported)
    }
    if case .rounded(let number) = treatment { (best, status) = (Amount(number), .rounded) }
    var entry = Entry(
      place: places[row.place], time: spans[row.span], indicator: row.indicator,
      low: isWhole ? row.low : nil, best: best, high: isWhole ? row.high : nil, status: status)
    entry.category = row.category
    // A late value may have another day.
    if case .told = treatment {} else { entry.asOf = isWithheld ? nil : row.asOf }
    if isMixed, treatment != .whole, entry.asOf.map({ $0 < entry.time.period.start }) ?? false {
      entry.asOf = nil
    }
    entry.records = isWhole ? row.records ?? 0 : 0
    guard isWhole else { return entry }
    entry.isLowOpen = row.isLowOpen ?? false
    entry.isBestOpen = row.isBestOpen ?? false
    entry.isHighOpen = row.isHighOpen ?? false
    return entry
  }
}

extension Release.Flow {
  /// The flow as it is shown; `nil` where it is left out.
  fileprivate func treated(_ treatment: Treatment) -> Release.Flow? {
    switch treatment {
    case .whole: self
    case .leftOut: nil
    case .bestAlone: showing((nil, best, nil), status)
    case .withheld: showing((nil, nil, nil), .withheld)
    case .told(let number):
      showing((nil, Release.Amount(number), nil), number == .zero ? .zero : .reported)
    case .rounded(let number): showing((nil, Release.Amount(number), nil), .rounded)
    }
  }

  private func showing(
    _ figure: (Release.Amount?, Release.Amount?, Release.Amount?), _ status: Release.FigureStatus
  ) -> Release.Flow {
    Release.Flow(
      level: level,
      origin: Release.Place(
        level: level, status: originStatus, regionID: originID, regionName: originName,
        parentID: ""),
      destination: Release.Place(
        level: level, status: destinationStatus, regionID: destinationID,
        regionName: destinationName, parentID: ""),
      kind: kind, unit: unit, figure: figure, records: nil, status: status)
  }
}

extension ProtectionPlan {
  /// Whether no figure is treated otherwise than in an internal report.
  fileprivate var showsAll: Bool {
    past.isEmpty && pastFlows.isEmpty && rows.areUsual && flows.areUsual
  }

  /// What every file says about its protection.
  fileprivate var statement: Release.Protection {
    let rules =
      [
        ("policy", policy.name), ("k", "\(policy.primary.threshold)"),
      ] + (policy.rounding.map(rounding) ?? withholding) + [
        ("smallest_period", policy.smallestPeriod.name),
        ("finest_level", policy.finestLevel.name),
        ("finest_destination_level", policy.finestDestinationLevel.name),
        ("finest_category_level", policy.finestCategoryLevel.name),
        ("protected", names(.protected)), ("never_shown", names(.withheld)),
      ]
    let what =
      policy.rounding.map {
        "figures of people who can be found are rounded to multiples of \($0.base)"
      }
      ?? "figures that could identify people are withheld"
    return Release.Protection(
      kind: .protected,
      notice: "protected by policy \(policy.name): \(what)",
      rules: rules.map { Release.Accounts.Setting(name: $0.0, value: $0.1) })
  }

  /// What is withheld for its own sake.
  private var withholding: [(String, String)] {
    [
      ("least_records", "\(policy.primary.leastRecords)"),
      ("most_of_one_record_percent", "\(policy.primary.mostOfOneRecordPercent)"),
      (
        "records_matter_below",
        policy.primary.recordsMatterBelow.map(String.init) ?? "always"
      ),
    ]
  }

  private func rounding(_ rounding: Policy.Rounding) -> [(String, String)] {
    [("rounding", "\(rounding.base)"), ("rounding_most", "\(rounding.most)")]
  }

  private func names(_ sensitivity: Sensitivity) -> String {
    Indicator.all.filter { policy[$0].sensitivity == sensitivity }.map(\.name)
      .joined(separator: ",")
  }

  /// The accounts without anything that a change inside withheld figures could change.
  ///
  /// With protected figures, the input's names, hashes, rows and findings say something of them,
  /// so only the profiles are named, and only public indicators are accounted for. Otherwise what
  /// findings quote of the input is left out.
  fileprivate func publicAccounts(of all: Release.Accounts) -> Release.Accounts {
    func isPublic(_ name: String) -> Bool {
      Indicator(name: name).map { policy[$0].sensitivity == .public } ?? false
    }
    let profiles = Set(all.inputs.map(\.profile)).sorted().joined(separator: ",")
    // Subjects and sources are the input's own words.
    let told = all.settings.filter { !$0.name.hasPrefix("source_taken:") }.map { setting in
      setting.name == "indicators" ? indicatorsSetting : setting
    }
    return Release.Accounts(
      inputs: hasProtected ? [] : all.inputs,
      levels: all.levels.filter { $0.file.isEmpty && isPublic($0.indicator) },
      zones: all.zones.filter { isPublic($0.indicator) },
      findings: hasProtected
        ? []
        : all.findings.map {
          Release.Accounts.FindingGroup(
            rule: $0.rule, severity: $0.severity, count: $0.count, first: [])
        },
      settings: told + statement.rules + waitsSetting
        + [Release.Accounts.Setting(name: "profiles", value: profiles)])
  }

  /// What is missing and no zero: it waits for a revision.
  private var waitsSetting: [Release.Accounts.Setting] {
    waiting.isEmpty ? [] : [Release.Accounts.Setting(name: "waits", value: waiting.text)]
  }

  /// Which indicators were counted: what is missing among them is a zero.
  private var indicatorsSetting: Release.Accounts.Setting {
    let shown = policy.shown(of: report.settings.indicators).sorted()
    return Release.Accounts.Setting(
      name: "indicators", value: shown.map(\.name).joined(separator: ","))
  }
}
