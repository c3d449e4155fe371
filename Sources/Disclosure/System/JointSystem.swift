import Records
public import Regions
public import Tallies
public import Withholding

/// One table of all that a release says of its protected indicators, with every sum and every
/// bound that ties its figures: regions, zones, time, categories, flows and margins.
///
/// It is made the same way of what was counted and of what a release shows, so that what is
/// protected and what is attacked cannot drift apart. One difference remains: who knows the
/// numbers sees where a bound is an equation. Somebody else may know that too, so it is taken
/// for one there, which withholds more and never less.
///
/// A figure that is not there is a zero: nothing of the kind was reported. Where that says
/// something of a withheld one, it stands in the table as a shown zero (`ImpliedZeros`).
public struct JointSystem: Sendable {
  public typealias Figure = (name: FigureName, known: KnownFigure)
  public typealias Flow = (name: FlowName, known: KnownFigure)

  let catalog: RegionCatalog
  let settings: ReportSettings
  /// Of the release; totals of other days are those of earlier ones.
  let coverage: FigurePeriod
  /// Of bounds between places: below this, what lies between is a figure to be protected.
  let threshold: Int?
  public private(set) var table = FigureTable()
  /// The cells of figures come first, in the order given; then those of flows; then zeros that
  /// are not there, and slacks.
  public let figures: [FigureName]
  public let flows: [FlowName]
  /// Those of `figures` that this release speaks of.
  let present: [FigureName]
  let known: [KnownFigure]
  private let slots: [FigureName: Slot]
  private let flowSlots: [FlowName: Slot]
  /// By cell; `nil` where the reader does not know it.
  private(set) var quantities: [Quantity?] = []
  /// The bounds that the numbers break; none, unless the data contradicts itself.
  private(set) var brokenBounds: [(larger: [Int], smaller: [Int])] = []

  /// Where a figure stands in the table.
  enum Slot {
    case cell(Int)
    /// Nobody knows its number, and no sum says anything with it.
    case unknown
    /// A zero.
    case absent
  }

  /// - Parameters:
  ///   - settings: levels, step and days of the run.
  ///   - coverage: the days of the whole release.
  ///   - threshold: k where the numbers are known; `nil` to look at them as a reader does.
  ///   - loss: what a reader loses where the figure is withheld; never by its number.
  public init(
    catalog: RegionCatalog, settings: ReportSettings, coverage: FigurePeriod, figures: [Figure],
    flows: [Flow], threshold: Int?, loss: (FigureName) -> Double = { _ in 1 }
  ) {
    self.catalog = catalog
    self.settings = settings
    self.coverage = coverage
    self.threshold = threshold
    self.figures = figures.map(\.name)
    self.flows = flows.map(\.name)
    let now = figures.filter { !Self.isPast($0.name, coverage) }
    let zeros = Self.zeros(now, catalog, settings, coverage)
    present = now.map(\.name) + zeros.map(\.name)
    known = figures.map(\.known) + flows.map(\.known) + zeros.map(\.known)
    slots = Self.slots(figures, from: 0)
      .merging(Self.slots(zeros, from: figures.count + flows.count)) { told, _ in told }
    flowSlots = Self.slots(flows, from: figures.count)
    for (name, known) in figures { add(known, loss: loss(name)) }
    for (_, known) in flows { add(known, loss: 1) }
    for (_, known) in zeros { add(known, loss: 0) }
    tieRegions()
    tieCategories()
    tieTimes()
    tieStocks()
    tieEffects()
    tieZones()
    tieFlows()
  }

  /// Whether a figure is the total of an earlier release, over days of its own.
  func isPast(_ name: FigureName) -> Bool { Self.isPast(name, coverage) }

  static func isPast(_ name: FigureName, _ coverage: FigurePeriod) -> Bool {
    name.period.kind == .coverage && name.period != coverage
  }

  /// The figures that are not there and by that say something of withheld ones.
  private static func zeros(
    _ figures: [Figure], _ catalog: RegionCatalog, _ settings: ReportSettings,
    _ coverage: FigurePeriod
  ) -> [Figure] {
    let seeds = figures.filter(\.known.isHiddenZero).map(\.name)
    guard !seeds.isEmpty else { return [] }
    let implied = ImpliedZeros(
      figures.filter { !$0.known.isShownZero }.map(\.name), catalog: catalog, settings: settings,
      coverage: coverage, inAnyPeriod: false)
    let told = Set(figures.map(\.name))
    return implied.missing(around: seeds) { implied.isKindTold($0) && !told.contains($0) }
      .map { ($0, KnownFigure(.known(.zero), isPublic: true)) }
  }

  private static func slots<Name: Hashable>(
    _ items: [(name: Name, known: KnownFigure)], from first: Int
  ) -> [Name: Slot] {
    var slots: [Name: Slot] = [:]
    slots.reserveCapacity(items.count)
    for (position, (name, known)) in items.enumerated() {
      slots[name] = known.number == .unknown ? .unknown : .cell(first + position)
    }
    return slots
  }

  subscript(name: FigureName) -> Slot { slots[name] ?? .absent }
  subscript(name: FlowName) -> Slot { flowSlots[name] ?? .absent }

  // MARK: - Cells

  private mutating func add(_ known: KnownFigure, loss: Double) {
    switch known.number {
    case .known(let quantity):
      var cell = FigureTable.Cell(
        value: quantity.roundedUp,
        fate: known.isPublic ? .known : known.isPrimary ? .withheld : .open,
        isOneRecord: known.isOneRecord, loss: loss)
      cell.isKept = known.isKept
      cell.wasWithheld = known.wasWithheld
      cell.isNews = known.isNews
      cell.mayBeZero = known.mayBeZero
      cell.threshold = known.threshold
      _ = table.add(cell)
      quantities.append(quantity)
    case .withheld:
      var cell = FigureTable.Cell(value: 1, fate: .withheld, loss: loss)
      cell.mayBeZero = known.mayBeZero
      cell.threshold = known.threshold
      _ = table.add(cell)
      quantities.append(nil)
    case .unknown:
      // Keeps the positions; a zero says nothing in any sum.
      _ = table.add(FigureTable.Cell(value: 0))
      quantities.append(nil)
    }
  }

  private mutating func addSlack(_ quantity: Quantity?, isGuarded: Bool = false) -> Int {
    quantities.append(quantity)
    if isGuarded, let threshold, let quantity, quantity < Quantity(threshold) {
      return table.add(
        FigureTable.Cell(value: quantity.roundedUp, fate: .withheld, loss: 0))
    }
    return table.add(FigureTable.Cell(.slack, value: quantity?.roundedDown ?? 0, loss: 0))
  }

  private func isHiddenZero(_ cell: Int) -> Bool {
    cell < known.count && known[cell].isHiddenZero
  }

  func sum(_ cells: [Int]) -> Quantity? {
    var attos: Int128 = 0
    for cell in cells {
      guard let quantity = quantities[cell] else { return nil }
      attos &+= quantity.attos
    }
    return Quantity(attos: attos)
  }

  // MARK: - Ties

  mutating func tie(_ parent: Int, toSumOf parts: [Int]) {
    guard !parts.isEmpty else { return }
    table.tie(parent, toSumOf: parts)
  }

  mutating func tie(_ gathering: Gathering) {
    for (parent, parts) in gathering.sums { tie(parent, toSumOf: parts) }
  }

  /// States that the figures of one side add up to at least those of the other.
  ///
  /// - Parameters:
  ///   - isGuarded: whether the difference is about people in a place of its own, and must not be
  ///     small.
  ///   - isCertain: whether it holds whatever the data; otherwise it is used where it holds, to
  ///     protect by, and not to attack by.
  mutating func bound(
    _ larger: [Int], isAtLeast smaller: [Int], isGuarded: Bool = false, isCertain: Bool = true
  ) {
    guard !larger.isEmpty, !smaller.isEmpty, isCertain || threshold != nil else { return }
    var parts = smaller
    if let total = sum(larger), let least = sum(smaller) {
      let rest = Quantity(attos: total.attos &- least.attos)
      // Data that breaks the bound says nothing by it; and shown figures are no secret.
      guard rest >= .zero else {
        if isCertain { brokenBounds.append((larger, smaller)) }
        return
      }
      guard threshold != nil else { return }
      // Where something is withheld that has become a zero, the equation would give it away.
      if rest > .zero || (larger + smaller).contains(where: isHiddenZero) {
        parts.append(addSlack(rest, isGuarded: isGuarded && rest > .zero))
      }
    } else {
      parts.append(addSlack(nil))
    }
    tie(either: larger, or: parts)
  }

  /// States that both add up to the same.
  private mutating func tie(either left: [Int], or right: [Int]) {
    if left.count == 1 { return tie(left[0], toSumOf: right) }
    if right.count == 1 { return tie(right[0], toSumOf: left) }
    let total = addSlack(sum(left))
    tie(total, toSumOf: left)
    tie(total, toSumOf: right)
  }

  /// `whole` = `inside` + some of `partial`.
  mutating func tie(_ whole: Int, toSumOf inside: [Int], andSomeOf partial: [Int]) {
    guard !partial.isEmpty else { return tie(whole, toSumOf: inside) }
    let rest = sum([whole]).flatMap { whole in
      sum(inside).map { Quantity(attos: whole.attos &- $0.attos) }
    }
    if rest == .zero { return tie(whole, toSumOf: inside) }
    if let rest, rest == sum(partial) { return tie(whole, toSumOf: inside + partial) }
    if let rest, rest < .zero {
      brokenBounds.append(([whole], inside))
      return
    }
    let some = addSlack(rest)
    tie(whole, toSumOf: inside + [some])
    bound(partial, isAtLeast: [some])
  }
}

/// Sums as they come together: the parts of each parent.
struct Gathering {
  private var parts: [Int: [Int]] = [:]
  private var spoiled: Set<Int> = []

  mutating func add(_ part: JointSystem.Slot, to parent: JointSystem.Slot) {
    guard case .cell(let parent) = parent else { return }
    switch part {
    case .cell(let cell): parts[parent, default: []].append(cell)
    case .unknown: spoiled.insert(parent)
    case .absent: break
    }
  }

  /// In the order of their parents.
  var sums: [(parent: Int, parts: [Int])] {
    parts.filter { !spoiled.contains($0.key) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}
