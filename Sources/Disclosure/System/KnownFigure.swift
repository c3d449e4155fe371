public import Records

/// What is known of a figure: by the organisation of all, by a reader of those that are shown.
public struct KnownFigure: Hashable, Sendable {
  public enum Number: Hashable, Sendable {
    case known(Quantity)
    /// A number above zero that a release keeps back.
    case withheld
    /// Nobody knows: a record in it has no number.
    case unknown
  }

  public var number: Number
  /// For a stock, the day of the latest value in it.
  public var asOf: Day?
  /// Whether it must be withheld whatever the others are (rule D2).
  public var isPrimary: Bool
  /// Whether it is known whatever is withheld: its indicator is public.
  public var isPublic: Bool
  /// Whether it is withheld by rule D5 alone, for what was said of it before: then nobody's small
  /// figure has to be kept from whoever knows another.
  public var isKept = false
  /// Whether an earlier release has withheld it as well.
  public var wasWithheld = false
  /// Whether it was not known before, although its indicator is public.
  public var isNews = false
  /// Whether somebody who knows one record knows it.
  public var isOneRecord: Bool
  /// Whether it is withheld even where it is a zero.
  public var mayBeZero = false
  /// How many values it keeps where it was withheld under another k.
  public var threshold: Int?

  public init(
    _ number: Number, asOf: Day? = nil, isPrimary: Bool = false, isPublic: Bool = false
  ) {
    self.isPublic = isPublic
    self.number = number
    self.asOf = asOf
    self.isPrimary = isPrimary
    isOneRecord = isPrimary
  }

  /// Nothing, withheld because something was withheld there that has gone.
  static var hiddenZero: KnownFigure {
    var known = KnownFigure(.known(.zero), isPrimary: true)
    known.mayBeZero = true
    (known.isKept, known.isOneRecord) = (true, false)
    known.wasWithheld = true
    return known
  }

  /// Whether it is withheld and may be a zero, as far as is known here.
  var isHiddenZero: Bool { mayBeZero && (number == .withheld || isZero && isPrimary) }

  var isShownZero: Bool { isZero && !isPrimary }

  private var isZero: Bool { number == .known(.zero) }
}

extension Quantity {
  /// The number rounded up to a whole one, as tables for withholding have it; so large ones that
  /// no change matters are cut.
  var roundedUp: Int {
    let (whole, rest) = attos.quotientAndRemainder(dividingBy: Quantity.unit)
    return Int(min(whole + (rest > 0 ? 1 : 0), 1 << 40))
  }

  /// The whole number below.
  var roundedDown: Int { Int(min(attos / Quantity.unit, 1 << 40)) }
}
