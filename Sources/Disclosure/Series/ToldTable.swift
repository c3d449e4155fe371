import Records
package import Regions
import Tallies
import Withholding

/// Figures that are told together, with the sums that tie them: those of one release, or of one
/// with what earlier ones have told besides.
package struct ToldTable {
  let settings: ReportSettings
  package let coverage: FigurePeriod
  package let system: JointSystem
  /// By cell of the system; what comes after them is the unknown part of a bound.
  package let names: [ToldName]
  let known: [KnownFigure]
  private let cells: [ToldName: Int]
  private let kinds: Set<ToldName>

  package init(_ release: ToldRelease, catalog: RegionCatalog) {
    self.init(
      catalog, release.settings, release.coverage, figures: release.figures, flows: release.flows)
  }

  init(
    _ catalog: RegionCatalog, _ settings: ReportSettings, _ coverage: FigurePeriod,
    figures: [JointSystem.Figure], flows: [JointSystem.Flow]
  ) {
    self.settings = settings
    self.coverage = coverage
    system = JointSystem(
      catalog: catalog, settings: settings, coverage: coverage, figures: figures, flows: flows,
      threshold: nil)
    names = figures.map { .figure($0.name) } + flows.map { .flow($0.name, coverage) }
    known = figures.map(\.known) + flows.map(\.known)
    cells = Dictionary(zip(names, names.indices)) { first, _ in first }
    kinds = Set(names.map(\.kind))
  }

  package func cell(_ name: ToldName) -> Int? { cells[name] }

  /// What is told of a figure: where such figures are told and this one is not, it is a zero;
  /// `nil` where nothing is told of its kind.
  package func number(_ name: ToldName) -> KnownFigure.Number? {
    if let cell = cells[name] { return known[cell].number }
    return kinds.contains(name.kind) ? .known(.zero) : nil
  }

  /// The members of each sum, the parent first; `nil` for one without a name.
  var sums: [[ToldName?]] {
    system.table.sums.map { sum in
      ([sum.parent] + sum.parts).map { $0 < names.count ? names[$0] : nil }
    }
  }
}
