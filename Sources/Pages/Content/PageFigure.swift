import Disclosure

/// What a page says of one figure: a number, or why there is none (rule F5).
enum PageFigure: Sendable {
  /// A number with its bounds; where a bound is `nil` it is open, or not told.
  case number(Numbers)
  case zero
  /// A source reports it without a number.
  case numberless
  /// Only sources that were not chosen report it.
  case otherSources(low: Release.Amount?, high: Release.Amount?)
  case withheld
  /// The policy shows no such figure, whatever there is.
  case notShown
  case noReport

  struct Numbers: Sendable {
    let best: Release.Amount?
    let low: Release.Amount?
    let high: Release.Amount?
    /// Whether a record without a number is part of the sum, so that it may be more.
    let isOpen: Bool
    /// Whether a record without an upper bound is part of it.
    let isHighOpen: Bool

    var isAtLeast: Bool { isOpen || isHighOpen }
  }

  init(_ row: Release.Row) {
    self.init(
      status: row.status,
      Numbers(
        best: row.best, low: row.low, high: row.high, isOpen: row.isBestOpen == true,
        isHighOpen: row.isHighOpen == true))
  }

  init(_ flow: Release.Flow) {
    // A flow does not tell what is open: with a lower bound but no upper one it must be.
    self.init(
      status: flow.status,
      Numbers(
        best: flow.best, low: flow.low, high: flow.high, isOpen: false,
        isHighOpen: flow.low != nil && flow.high == nil))
  }

  private init(status: Release.FigureStatus, _ numbers: Numbers) {
    switch status {
    case .withheld: self = .withheld
    case .zero: self = .zero
    case .notStated: self = .numberless
    case .otherSources: self = .otherSources(low: numbers.low, high: numbers.high)
    case .reported, .rounded:
      let isEmpty = numbers.best == nil && numbers.low == nil && numbers.high == nil
      self = isEmpty ? .numberless : .number(numbers)
    }
  }

  /// The best number, where it is shown; zero included.
  var best: Release.Amount? {
    switch self {
    case .number(let numbers): numbers.best
    case .zero: Release.Amount(text: "0")
    case .numberless, .otherSources, .withheld, .notShown, .noReport: nil
    }
  }

  /// The best number where it is above zero.
  var positive: Double? {
    guard case .number(let numbers) = self, let best = numbers.best, best.value > 0 else {
      return nil
    }
    return best.value
  }

  /// Whether it is a number that became 0.
  var isRoundedZero: Bool {
    if case .number(let numbers) = self { numbers.best?.value == 0 } else { false }
  }

  /// Whether the release has a row of it.
  var isRow: Bool {
    switch self {
    case .noReport, .notShown: false
    case .number, .zero, .numberless, .otherSources, .withheld: true
    }
  }

  /// Later minus earlier, where both are whole numbers: a sum in which a record's number is
  /// missing may have changed by that record alone.
  func change(since earlier: PageFigure) -> Release.Amount? {
    guard let before = earlier.whole, let after = whole else { return nil }
    return after.subtracting(before)
  }

  private var whole: Release.Amount? {
    if case .number(let numbers) = self, numbers.isOpen { return nil }
    return best
  }
}
