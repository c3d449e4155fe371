import Regions
import Tallies
import Withholding

/// All that several releases tell, as one table: what somebody has who kept them all.
///
/// Each release brings its own figures and sums. What ties those of different releases:
///
/// - *Told again.* Between revisions a series tells again what it has told, so that the figure is
///   one and the same. That is sure.
/// - *Unchanged.* Where figures were counted anew, one that nothing shown says to have changed
///   (`Changes`) is taken for the same. Whatever any release tells of it holds in all, so that a
///   breakdown of one release and a breakdown of another are broken down together.
/// - *Only added to.* A figure that has changed is taken to be no smaller than it was, unless
///   something shown around it has become smaller.
///
/// The last two are guesses. Where they contradict what is shown they are wrong, and such parts of
/// the table are attacked without them.
package struct SeriesTable {
  package struct Origin: Hashable {
    /// Position among the releases.
    package let release: Int
    /// Position among its figures and flows.
    package let position: Int
    package let name: ToldName
    /// Whether it is not the figure, but what the figure has grown by since an earlier release.
    package var isChange = false
  }

  private(set) var table = KnownTable()
  /// What was added between two counts, by the later one's release.
  private(set) var changeTables: [(release: Int, table: ChangeTable)] = []
  /// Of each cell that is withheld by a release.
  private(set) var origins: [Int: Origin] = [:]
  let unit: Int

  private let catalog: RegionCatalog
  /// Whether guesses are made.
  private let guesses: Bool
  private var counts: [Count] = []
  /// By what releases must have in common for their periods to be the same.
  private var latest: [String: Count] = [:]

  /// What was told up to some release, and by which cells of the table.
  struct Count {
    let number: Int
    let release: ToldRelease
    var told: ToldTable
    /// By cell of `told`.
    var cells: [Int]
  }

  /// - Parameters:
  ///   - releases: in the order of their publication.
  ///   - step: how one of them follows an earlier one, by their positions.
  init(
    _ releases: [ToldRelease], catalog: RegionCatalog, guesses: Bool,
    step: (_ earlier: Int, _ later: Int) throws -> SeriesStep
  ) throws {
    self.catalog = catalog
    self.guesses = guesses
    let tables = releases.map { ToldTable($0, catalog: catalog) }
    unit = tables.map(\.system.readersUnit).max() ?? 1
    for (position, (release, told)) in zip(releases, tables).enumerated() {
      try take(position, release, told, step)
    }
  }

  private mutating func take(
    _ position: Int, _ release: ToldRelease, _ told: ToldTable,
    _ step: (Int, Int) throws -> SeriesStep
  ) throws {
    let cells = add(
      told.system.publicTable(unit: unit), threshold: release.threshold, cells: [])
    for (number, name) in told.names.enumerated() where isWithheld(cells[number]) {
      origins[cells[number]] = Origin(release: position, position: number, name: name)
    }
    let own = Count(
      number: position, release: release, told: told,
      cells: Array(cells.prefix(told.names.count)))
    let basis = History.basis(of: release.settings)
    if guesses {
      for earlier in counts where History.basis(of: earlier.release.settings) != basis {
        for (whole, parts) in DayTies.ties(own, earlier) { table.tie(whole, toSumOf: parts) }
      }
    }
    counts.append(own)
    guard let earlier = latest[basis] else {
      latest[basis] = own
      return
    }
    latest[basis] = joined(own, after: earlier, try step(earlier.number, position))
  }

  private func isWithheld(_ cell: Int) -> Bool {
    if case .withheld = table.cells[cell] { true } else { false }
  }

  /// Appends a table of which the first cells may be there already; answers where its cells are.
  private mutating func add(_ part: KnownTable, threshold: Int, cells: [Int]) -> [Int] {
    var positions = cells
    for cell in part.cells.dropFirst(cells.count) {
      var cell = cell
      if case .withheld(let least, let own) = cell {
        cell = .withheld(least: least, threshold: own ?? (threshold - 1) * unit + 1)
      }
      positions.append(table.add(cell))
    }
    for sum in part.sums {
      table.tie(positions[sum.parent], toSumOf: sum.parts.map { positions[$0] })
    }
    return positions
  }

  // MARK: - From one count to the next

  private mutating func joined(
    _ own: Count, after earlier: Count, _ step: SeriesStep
  ) -> Count {
    guard guesses || step == .toldAgain else { return own }
    let changes =
      step == .toldAgain
      ? Changes.none
      : Changes(from: earlier.told, to: own.told, isRevision: step == .revision)
    for (position, name) in own.told.names.enumerated() {
      guard let old = earlier.told.cell(name) else { continue }
      let isRaised = step == .revision && earlier.told.known[old].number != .withheld
      tie(own.cells[position], earlier.cells[old], name, changes, isRaised: isRaised)
    }
    if step != .toldAgain {
      let table = ChangeTable(own, after: earlier, changes, unit: unit)
      if table.isOpen { changeTables.append((own.number, table)) }
    }
    return extended(own, by: earlier, changes)
  }

  /// - Parameter isRaised: whether the later one is surely another number.
  private mutating func tie(
    _ later: Int, _ earlier: Int, _ name: ToldName, _ changes: Changes, isRaised: Bool
  ) {
    guard isWithheld(later) || isWithheld(earlier) else { return }
    if !changes.moved.contains(name) {
      table.tie(later, toSumOf: [earlier])
    } else if name.onlyGrows, !changes.fallen.contains(name) {
      let added = table.add(.unknown(least: isRaised && isWithheld(later) ? 1 : 0))
      table.tie(later, toSumOf: [earlier, added])
    }
  }

  /// The figures of a release with what only earlier ones have told of the same days: all sums
  /// that hold between them.
  private mutating func extended(
    _ own: Count, by earlier: Count, _ changes: Changes
  ) -> Count {
    var (figures, flows) = (own.release.figures, own.release.flows)
    var (figureCells, flowCells) = (
      Array(own.cells.prefix(figures.count)), Array(own.cells.dropFirst(figures.count))
    )
    for (position, name) in earlier.told.names.enumerated()
    where own.told.cell(name) == nil && own.takes(name, from: earlier) {
      var known = earlier.told.known[position]
      if changes.moved.contains(name) { known.number = .unknown }
      switch name {
      case .figure(let name):
        figures.append((name, known))
        figureCells.append(earlier.cells[position])
      case .flow(let name, _):
        flows.append((name, known))
        flowCells.append(earlier.cells[position])
      }
    }
    guard figures.count + flows.count > own.cells.count else { return own }
    let told = ToldTable(
      catalog, own.told.settings.joined(with: earlier.told.settings), own.told.coverage,
      figures: figures, flows: flows)
    let cells = figureCells + flowCells
    _ = add(
      told.system.publicTable(unit: unit), threshold: own.release.threshold, cells: cells)
    return Count(number: own.number, release: own.release, told: told, cells: cells)
  }
}

extension SeriesTable.Count {
  /// Whether a figure that only an earlier count tells belongs to the days of this one, and to its
  /// breakdown.
  fileprivate func takes(_ name: ToldName, from earlier: SeriesTable.Count) -> Bool {
    let (mine, days, settings) = (told.coverage, name.period, told.settings)
    if name.isOfCategory, let axis = settings.category, axis != earlier.told.settings.category {
      return false
    }
    if days.kind == .coverage { return days == mine }
    return mine.first <= days.last && days.first <= mine.last
      && settings.from.map { $0 <= days.first } ?? true
      && settings.to.map { days.last <= $0 } ?? true
  }
}

extension ReportSettings {
  /// Of figures that two runs have counted.
  fileprivate func joined(with other: ReportSettings) -> ReportSettings {
    var joined = self
    joined.levels = Set(levels + other.levels).sorted()
    joined.category = category ?? other.category
    joined.indicators =
      indicators.isEmpty || other.indicators.isEmpty ? [] : indicators.union(other.indicators)
    return joined
  }
}
