import Disclosure

/// The two periods that a page compares: the latest of which the release says anything, and the
/// one just before it.
struct ComparedPeriods: Sendable {
  /// Positions in `Release.periods`.
  let current: Int
  let before: Int

  /// `nil` where the release has fewer than two periods, or no rows in them.
  init?(_ release: Release) {
    let spans = release.periodSpans
    guard let current = spans.lastIndex(where: { $0 != nil }), current > 0 else { return nil }
    self.current = current
    before = current - 1
  }
}
