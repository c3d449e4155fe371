import Records
import Tallies

/// What follows from what is rounded.
extension Selection {
  /// What becomes of each tally and each flow, given the multiples that `figures` became; `nil` for
  /// one without a number.
  func treatments(rounded: [Quantity?]) -> Treatments {
    var numbers: [FigureName: Quantity?] = [:]
    for (figure, number) in zip(figures.figures, rounded) { numbers[figure.name] = number }
    func treatment(_ position: Position, from first: Int) -> Treatment {
      switch position {
      case .public, .publicMovement: .whole
      case .leftOut: .leftOut
      case .numberless: .bestAlone
      case .figure(let number): rounded[first + number].map(Treatment.rounded) ?? .bestAlone
      case .net(let name): net(name, numbers).map(Treatment.rounded) ?? .withheld
      case .withheld: .withheld
      case .told(let number): .told(number)
      }
    }
    return (
      tallies.map { treatment($0, from: 0) },
      flows.map { treatment($0, from: figures.figures.count) }
    )
  }

  /// Of what is shown rounded; `nil` where a part of it is not shown, or has no number.
  private func net(_ name: FigureName, _ numbers: [FigureName: Quantity?]) -> Quantity? {
    guard isNetShown(name, []) else { return nil }
    let signs: [(Indicator.Stem, Int128)] = [
      (.arrived, 1), (.departed, -1), (.returnsIn, 1), (.returnsOut, -1),
    ]
    var attos: Int128 = 0
    for (stem, sign) in signs {
      var part = name
      part.indicator = Indicator(stem, unit: name.indicator.unit)
      guard let number = numbers[part] ?? .zero else { return nil }
      attos += sign * number.attos
    }
    return Quantity(attos: attos)
  }
}
