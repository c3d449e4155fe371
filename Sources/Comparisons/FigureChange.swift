public import Disclosure

/// A figure of which two releases say different things.
public struct FigureChange: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Other numbers for the same days, which were over when the earlier release was made: late
    /// reports, corrections or deletions.
    case revised
    /// Other numbers, for days that were not over yet or are not the same.
    case changed
    /// Told by the later release only.
    case appeared
    /// Told by the earlier release only.
    case disappeared
    /// Shown by the earlier release and withheld by the later.
    case withheld
    /// Withheld by the earlier release and shown by the later.
    case shown
  }

  public let key: FigureKey
  public let kind: Kind
  public let before: Told
  public let after: Told

  /// The numbers of the earlier release that may be put beside those of the later.
  ///
  /// Where one of the two withholds the figure there are none: the release that shows it may have
  /// been withdrawn for that, and what is withheld must not travel on with a comparison.
  public var numbersBefore: Told.Numbers? { isOpen ? before.numbers : nil }
  /// The same for the later release.
  public var numbersAfter: Told.Numbers? { isOpen ? after.numbers : nil }

  /// Later minus earlier best figure; `nil` unless both releases show a number. No report is not
  /// zero, so what appears or disappears has no difference.
  public var difference: Release.Amount? {
    guard let before = numbersBefore?.best, let after = numbersAfter?.best else { return nil }
    return after.subtracting(before)
  }

  private var isOpen: Bool { before != .withheld && after != .withheld }

  /// - Returns: `nil` where both say the same.
  init?(_ key: FigureKey, before: Told, after: Told, wasOver: Bool) {
    switch (before, after) {
    case (.withheld, .shown): kind = .shown
    case (.shown, .withheld): kind = .withheld
    case (.shown(let old), .shown(let new)):
      if old == new { return nil }
      kind = wasOver ? .revised : .changed
    default:
      if before.isTold == after.isTold { return nil }
      kind = after.isTold ? .appeared : .disappeared
    }
    self.key = key
    self.before = before
    self.after = after
  }
}
