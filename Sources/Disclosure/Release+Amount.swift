import Records

extension Release {
  /// A number of a release: printed with at most six decimal places.
  public struct Amount: Hashable, Sendable {
    let quantity: Quantity

    init(_ quantity: Quantity) {
      self.quantity = quantity
    }

    /// The amount that a text states: digits with an optional minus and a decimal point.
    package init?(text: String) {
      guard let quantity = Quantity(decimal: text.utf8) else { return nil }
      self.init(quantity)
    }

    /// As printed: `12`, `12.5`, `-3`.
    public var text: String { quantity.text() }

    /// To compute with.
    public var value: Double { quantity.approximate }

    /// The difference of two numbers as they are printed, exactly; `nil` beyond 10^20.
    public func subtracting(_ other: Amount) -> Amount? {
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
