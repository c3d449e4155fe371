import Records
public import Regions
public import Rounding
public import Tallies
import Withholding

/// The sums and bounds that tie rounded figures, as everybody knows them.
///
/// They are made of which figures there are, and of no number: before a release, to round by and to
/// prove, and from its files, to check. So a bound is none the less one where the numbers counted
/// make it an equation.
public struct RoundedRules {
  /// Of cells that stand in the order of the figures, and then of the flows.
  public private(set) var rules: [RoundingTable.Rule] = []
  /// Whether all that is known was put into rules.
  public private(set) var isComplete = true
  let system: JointSystem

  /// - Parameter figures: which of them have a number; what it is does not matter.
  public init(
    catalog: RegionCatalog, settings: ReportSettings, coverage: FigurePeriod,
    figures: [JointSystem.Figure], flows: [JointSystem.Flow]
  ) {
    system = JointSystem(
      catalog: catalog, settings: settings, coverage: coverage,
      figures: figures.map { ($0.name, RoundedRules.unnumbered($0.known)) },
      flows: flows.map { ($0.name, RoundedRules.unnumbered($0.known)) }, threshold: nil)
    take(system.table.sums, figures.count + flows.count)
  }

  /// A figure of which nobody knows more than that it has a number, if it has. What such a release
  /// withholds has none, so that no sum says anything with it.
  private static func unnumbered(_ known: KnownFigure) -> KnownFigure {
    guard case .known = known.number else { return KnownFigure(.unknown, asOf: known.asOf) }
    var unnumbered = KnownFigure(.withheld, asOf: known.asOf)
    unnumbered.mayBeZero = true
    return unnumbered
  }

  // MARK: - Slacks

  private typealias Factors = [Int: Int]

  /// What is no figure, but at least 0, is put in terms of figures.
  private mutating func take(_ sums: [FigureTable.Sum], _ count: Int) {
    var meanings: [Int: Factors] = [:]
    var left = sums
    while true {
      var later: [FigureTable.Sum] = []
      for sum in left {
        let cells = [sum.parent] + sum.parts
        let unknown = cells.filter { $0 >= count && meanings[$0] == nil }
        guard unknown.count < 2 else {
          later.append(sum)
          continue
        }
        let known = RoundedRules.factors(sum, meanings, unknown.first)
        guard let slack = unknown.first else {
          append(known, isBound: false)
          continue
        }
        // parent = known parts + slack, or slack = parts.
        let meaning = slack == sum.parent ? known : known.mapValues { -$0 }
        meanings[slack] = meaning
        append(meaning, isBound: true)
      }
      if later.count == left.count { break }
      left = later
    }
    isComplete = left.isEmpty
  }

  /// The parts less their sum, without one of them.
  private static func factors(
    _ sum: FigureTable.Sum, _ meanings: [Int: Factors], _ leftOut: Int?
  ) -> Factors {
    var factors: Factors = [:]
    for (cell, sign) in sum.parts.map({ ($0, 1) }) + [(sum.parent, -1)] where cell != leftOut {
      for (figure, factor) in meanings[cell] ?? [cell: 1] {
        factors[figure, default: 0] += sign * factor
      }
    }
    return factors
  }

  private mutating func append(_ factors: Factors, isBound: Bool) {
    let terms = factors.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { RoundingTable.Rule.Term($0.key, times: $0.value) }
    // Figures are never below 0.
    guard !terms.isEmpty, !isBound || terms.contains(where: { $0.factor < 0 }) else { return }
    rules.append(RoundingTable.Rule(terms, isBound: isBound))
  }
}
