public import Records

/// The records behind the figures of a place and period (rule A4). Confidential.
public struct Explanation: Sendable {
  public let selection: FigureSelection
  public let report: Report
  /// In the order of output; only those that were asked for.
  public let figures: [ExplainedFigure]

  /// - Throws: `ExplanationError` where there is nothing to explain; `QuantityOverflow`.
  public init(_ selection: FigureSelection, of traced: TracedReport) throws {
    let builder = ExplanationBuilder(selection: selection, traced: traced)
    figures = try builder.figures()
    self.selection = selection
    report = traced.report
    if figures.isEmpty { throw builder.error() }
  }
}

/// Why there is nothing to explain.
public enum ExplanationError: Error, Equatable {
  /// No record of any place lies in the period; the coverage of the data, where there is any.
  case emptyPeriod(coverage: DateSpan?)
  /// Nothing is known of the place in the period; the periods in which something is.
  case emptyPlace(periods: [PeriodKey])
  /// The indicators asked for do not occur there; those that do.
  case noSuchIndicator(occurring: [Indicator])
  /// The category does not occur there; those that do.
  case noSuchCategory(occurring: [String])
}

/// Sorts traced records into the figures they belong to.
struct ExplanationBuilder {
  private struct Name: Hashable, Comparable {
    let indicator: Indicator
    let category: String

    static func < (left: Name, right: Name) -> Bool {
      left.indicator == right.indicator
        ? left.category.utf8.lexicographicallyPrecedes(right.category.utf8)
        : left.indicator < right.indicator
    }
  }

  let selection: FigureSelection
  let traced: TracedReport

  private var report: Report { traced.report }

  func figures() throws(QuantityOverflow) -> [ExplainedFigure] {
    let tallies = report.tallies.filter { isHere($0) && isAskedFor($0.indicator, $0.category) }
    var byName: [Name: Tally] = [:]
    for tally in tallies {
      byName[Name(indicator: tally.indicator, category: tally.category)] = tally
    }
    var records: [Name: [TracedRecord]] = [:]
    for record in traced.records where selection.wants(record.cell) {
      let name = Name(indicator: record.cell.indicator, category: record.cell.category)
      if selection.isFigure(record.cell) || mayBelong(record) {
        records[name, default: []].append(record)
      }
    }
    var figures: [ExplainedFigure] = []
    for name in Set(byName.keys).union(records.keys).union(replacedNames).sorted() {
      let figure = try figure(name, byName[name], records[name] ?? [])
      if !figure.isEmpty { figures.append(figure) }
    }
    return figures
  }

  private func isHere(_ tally: Tally) -> Bool {
    tally.view == selection.view && tally.site == selection.site
      && tally.period == selection.period
  }

  private func isAskedFor(_ indicator: Indicator, _ category: String) -> Bool {
    (selection.indicators.isEmpty || selection.indicators.contains(indicator))
      && (selection.category == nil || selection.category == category)
  }

  /// Names of figures in which replaced rows would be.
  private var replacedNames: Set<Name> {
    var names: Set<Name> = []
    for cell in traced.replaced.lazy.flatMap(\.cells) where selection.isFigure(cell) {
      names.insert(Name(indicator: cell.indicator, category: cell.category))
    }
    return names
  }

  // MARK: - One figure

  private func figure(
    _ name: Name, _ tally: Tally?, _ records: [TracedRecord]
  ) throws(QuantityOverflow) -> ExplainedFigure {
    let own = records.filter { selection.isFigure($0.cell) }
    let counted = own.filter(\.isCounted)
    let others = own.filter { $0.standing == .otherSource }
    let isNet = name.indicator.kind == .net
    return ExplainedFigure(
      indicator: name.indicator, category: name.category, tally: tally, counted: counted,
      sum: try .sum(of: counted), agreement: try agreement(tally, counted, others),
      otherSources: others, choices: choices(of: own),
      earlier: own.filter { $0.standing == .earlier },
      replaced: replaced(name, Set(own.map(\.key))),
      possible: records.filter { !selection.isFigure($0.cell) && $0.standing == .counted },
      terms: isNet ? terms(of: name.indicator) : [])
  }

  private func agreement(
    _ tally: Tally?, _ counted: [TracedRecord], _ others: [TracedRecord]
  ) throws(QuantityOverflow) -> ExplainedFigure.Agreement {
    guard let tally else { return .noFigure }
    if tally.indicator.kind == .net { return .derived }
    let sum = try ExplainedFigure.Amounts.sum(of: counted)
    if !counted.isEmpty, sum.equals(tally) { return .equal }
    let isBySource = report.settings.category == .source && !tally.category.isEmpty
    if isBySource, try ExplainedFigure.Amounts.sum(of: counted + others).equals(tally) {
      return .withOtherSubjects
    }
    if tally.status == .otherSources { return .otherSourcesOnly }
    return !others.isEmpty && sum.best == tally.best ? .widened : .unequal
  }

  private func choices(of records: [TracedRecord]) -> [ExplainedFigure.Choice] {
    let bySubject = Dictionary(grouping: records.filter { $0.subject != nil }) { $0.subject ?? "" }
    return bySubject.sorted { $0.key < $1.key }.compactMap { subject, records in
      guard let taken = report.chosenSources[subject] else { return nil }
      let others = Set(records.filter { $0.standing == .otherSource }.map(\.key.source))
      guard !others.isEmpty else { return nil }
      return ExplainedFigure.Choice(subject: subject, taken: taken, others: others.sorted())
    }
  }

  private func replaced(_ name: Name, _ keys: Set<RecordKey>) -> [ReplacedRecord] {
    traced.replaced.filter { row in
      keys.contains(row.key)
        || row.cells.contains {
          selection.isFigure($0) && $0.indicator == name.indicator && $0.category == name.category
        }
    }
  }

  private func terms(of net: Indicator) -> [Tally] {
    let stems: Set<Indicator.Stem> = [.arrived, .departed, .returnsIn, .returnsOut]
    return report.tallies.filter {
      isHere($0) && $0.category.isEmpty && $0.indicator.unit == net.unit
        && stems.contains($0.indicator.stem)
    }
  }

  // MARK: - Not known well enough

  /// Whether a record above the figure may belong to it: its regions and its days leave room.
  private func mayBelong(_ record: TracedRecord) -> Bool {
    guard selection.mayLie(among: record.among) else { return false }
    guard record.cell.period != selection.period else { return true }
    guard let days = report.span(of: selection.period) else { return false }
    return record.dates.overlaps(days)
  }

  // MARK: - Nothing to explain

  func error() -> ExplanationError {
    let inPlace = report.tallies.filter {
      $0.view == selection.view && $0.site == selection.site
    }
    let here = inPlace.filter { $0.period == selection.period }
    let asked = here.filter {
      selection.indicators.isEmpty || selection.indicators.contains($0.indicator)
    }
    if !asked.isEmpty {
      let categories = Set(asked.map(\.category)).subtracting([""])
      return .noSuchCategory(occurring: categories.sorted())
    }
    if !here.isEmpty {
      return .noSuchIndicator(occurring: Set(here.map(\.indicator)).sorted())
    }
    guard report.tallies.contains(where: { $0.period == selection.period }) else {
      return .emptyPeriod(coverage: report.coverage)
    }
    return .emptyPlace(periods: Set(inPlace.map(\.period)).sorted())
  }
}
