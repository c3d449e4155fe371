import Records
import Tallies

extension Release {
  /// A number of a release: printed with at most six decimal places.
  public struct Amount: Hashable, Sendable {
    /// Whole numbers are by far the most; the others are kept exactly.
    private enum Storage: Hashable {
      case whole(Int)
      case exact(Quantity)
    }

    private let storage: Storage

    init(_ quantity: Quantity) {
      if let whole = Int(exactly: quantity.approximate), Quantity(whole) == quantity {
        storage = .whole(whole)
      } else {
        storage = .exact(quantity)
      }
    }

    private init(whole: Int) {
      storage = .whole(whole)
    }

    init?(_ code: CompactQuantities.Code, _ quantities: CompactQuantities) {
      if let whole = quantities.wholeNumber(code) {
        self.init(whole: whole)
      } else if let quantity = quantities[code] {
        self.init(quantity)
      } else {
        return nil
      }
    }

    /// The amount that a text states: digits with an optional minus and a decimal point.
    package init?(text: String) {
      guard let quantity = Quantity(decimal: text.utf8) else { return nil }
      self.init(quantity)
    }

    /// As printed: `12`, `12.5`, `-3`.
    public var text: String {
      switch storage {
      case .whole(let whole): String(whole)
      case .exact(let quantity): quantity.text()
      }
    }

    /// To compute with.
    public var value: Double {
      switch storage {
      case .whole(let whole): Double(whole)
      case .exact(let quantity): quantity.approximate
      }
    }

    /// The number itself where it is whole and fits, which is quicker to print.
    public var wholeNumber: Int? {
      if case .whole(let whole) = storage { whole } else { nil }
    }

    var quantity: Quantity {
      switch storage {
      case .whole(let whole): Quantity(whole)
      case .exact(let quantity): quantity
      }
    }

    /// The difference of two numbers as they are printed, exactly; `nil` beyond 10^20.
    public func subtracting(_ other: Amount) -> Amount? {
      if let whole = wholeNumber, let otherWhole = other.wholeNumber {
        let (difference, isTooGreat) = whole.subtractingReportingOverflow(otherWhole)
        if !isTooGreat { return Amount(whole: difference) }
      }
      do throws(QuantityOverflow) {
        return Amount(try quantity.printed.subtracting(other.quantity.printed))
      } catch {
        return nil
      }
    }
  }
}

extension Quantity {
  /// The number rounded half to even at the sixth decimal place.
  fileprivate var printed: Quantity {
    let step = Quantity.unit / 1_000_000
    var (steps, rest) = attos.quotientAndRemainder(dividingBy: step)
    let half = rest.magnitude * 2
    let isUp = half > step.magnitude || (half == step.magnitude && steps % 2 != 0)
    if isUp { steps += attos < 0 ? -1 : 1 }
    rest = steps * step
    return Quantity(attos: rest)
  }
}
