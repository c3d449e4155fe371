package import Tallies

/// What one release tells, for whoever puts several together.
package struct ToldRelease: Sendable {
  /// Those that something withheld is tied to, without net figures, which are no sums.
  package let figures: [JointSystem.Figure]
  package let flows: [JointSystem.Flow]
  package let settings: ReportSettings
  package let coverage: FigurePeriod
  /// k.
  package let threshold: Int

  package init(
    figures: [JointSystem.Figure], flows: [JointSystem.Flow], settings: ReportSettings,
    coverage: FigurePeriod, threshold: Int
  ) {
    self.figures = figures
    self.flows = flows
    self.settings = settings
    self.coverage = coverage
    self.threshold = threshold
  }
}
