import Comparisons
import Records
import Regions
import Tallies

/// The records of one release that matter to the figures that changed, counted once more.
///
/// Records that count by themselves and are the same in both releases add the same to both, so they
/// need not be counted. The others are: those that changed, those whose part in a figure depends
/// on other records (stocks, running totals, subjects of several sources), and a few that say from
/// when to when the release goes and which sources are in it.
struct TracedState {
  /// Records without which others would count otherwise.
  private struct Frame {
    var earliest: Record?
    var latest: Record?
    var bySource: [String: Record] = [:]

    mutating func see(_ record: Record) {
      if earliest.map({ record.dates.first < $0.dates.first }) ?? true { earliest = record }
      if latest.map({ record.dates.last > $0.dates.last }) ?? true { latest = record }
      if bySource[record.key.source] == nil { bySource[record.key.source] = record }
    }

    var records: [Record] { [earliest, latest].compactMap { $0 } + Array(bySource.values) }
  }

  private var records: [RecordKey: Record] = [:]
  private var frame = Frame()

  mutating func add(_ record: Record, isNeeded: Bool) {
    if isNeeded || !record.countsAlone { records[record.key] = record }
    if record.countsAlone { frame.see(record) }
  }

  /// What each record adds to each of the figures asked for.
  func contributions(
    to wanted: Set<FigureKey>, _ names: FigureNames, _ placer: Placer
  ) throws -> [FigureKey: [RecordKey: Contribution]] {
    let traced = try count(wanted, names, placer)
    var found = Contributions(wanted: wanted)
    for record in traced.records {
      let contribution = Contribution(
        standing: record.standing, low: record.low, best: record.best, high: record.high)
      try found.add(contribution, of: record, names)
    }
    for flow in traced.flows where flow.standing == .counted {
      let contribution = Contribution(
        standing: flow.standing, low: flow.low, best: flow.best, high: flow.high)
      try found.add(contribution, of: flow.key, to: names.key(flow))
    }
    return found.byFigure
  }

  private func count(
    _ wanted: Set<FigureKey>, _ names: FigureNames, _ placer: Placer
  ) throws -> TracedReport {
    var all = records
    for record in frame.records { all[record.key] = record }
    let ordered = all.values.sorted { $0.key < $1.key }
    return try ReportRun.explanation(
      files: ["archive"], settings: names.settings, placer: placer,
      wants: { cell in
        names.key(cell).map(wanted.contains) ?? false
          || cell.net.flatMap { names.key(cell, as: $0.indicator) }.map(wanted.contains) ?? false
      }, wantsFlows: wanted.contains { $0.destination != nil }
    ) { take in
      // Each its own line: the line tells rows of one file apart.
      for (line, record) in ordered.enumerated() {
        var record = record
        record.line = line + 1
        try take(0, [record], [])
      }
      return [
        ReportRun.FileFacts(sha256: "", profile: "", rows: ordered.count, rejected: 0)
      ]
    }
  }
}

/// Puts together what records add to figures.
private struct Contributions {
  let wanted: Set<FigureKey>
  private(set) var byFigure: [FigureKey: [RecordKey: Contribution]] = [:]

  init(wanted: Set<FigureKey>) {
    self.wanted = wanted
  }

  mutating func add(
    _ contribution: Contribution, of record: TracedRecord, _ names: FigureNames
  ) throws(QuantityOverflow) {
    if let key = names.key(record.cell) { try add(contribution, of: record.key, to: key) }
    guard let net = record.cell.net, let key = names.key(record.cell, as: net.indicator) else {
      return
    }
    try add(net.isAdded ? contribution : contribution.negated(), of: record.key, to: key)
  }

  mutating func add(
    _ contribution: Contribution, of record: RecordKey, to figure: FigureKey
  ) throws(QuantityOverflow) {
    guard wanted.contains(figure) else { return }
    let known = byFigure[figure]?[record]
    byFigure[figure, default: [:]][record] = try known?.adding(contribution) ?? contribution
  }
}

extension Record {
  /// Whether what the record adds does not depend on other records.
  var countsAlone: Bool { measure == .flow && subject == nil }
}

extension TracedRecord.Cell {
  /// The net movement that the figure is part of (rule F7), and whether it is added there.
  var net: (indicator: Indicator, isAdded: Bool)? {
    switch indicator.stem {
    case .arrived, .returnsIn: (Indicator(.net, unit: indicator.unit), true)
    case .departed, .returnsOut: (Indicator(.net, unit: indicator.unit), false)
    default: nil
    }
  }
}
