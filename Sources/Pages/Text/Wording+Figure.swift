import Disclosure

/// How a figure is put into words.
extension Wording {
  /// The number, or the word for why there is none.
  func main(_ figure: PageFigure) -> String {
    switch figure {
    case .number(let numbers):
      numbers.best.map { number($0) } ?? bounds(numbers.low, numbers.high) ?? ""
    case .zero: number(0)
    case .otherSources(let low, let high):
      bounds(low, high) ?? text(FigurePhrase.numberless)
    case .numberless: text(FigurePhrase.numberless)
    case .withheld: text(FigurePhrase.withheld)
    case .notShown: text(FigurePhrase.notShown)
    case .noReport: text(FigurePhrase.noReport)
    }
  }

  /// What stands beside the number: its range, or that it may be more; `nil` where nothing does.
  func note(_ figure: PageFigure) -> Sentence? {
    switch figure {
    case .number(let numbers): note(numbers)
    case .otherSources: sentence(FigurePhrase.otherSources)
    case .zero, .numberless, .withheld, .notShown, .noReport: nil
    }
  }

  /// Both in one line: `1,476 (111–1,500)`.
  func line(_ figure: PageFigure) -> String {
    guard let note = note(figure) else { return main(figure) }
    return text(FigurePhrase.figureWithRange, main(figure), note.plain)
  }

  private func note(_ numbers: PageFigure.Numbers) -> Sentence? {
    guard let best = numbers.best else { return nil }
    let (low, high) = (numbers.low ?? best, numbers.high)
    if let high, low != best || high != best {
      // A dash before a minus would be taken for another one.
      return low.value < 0
        ? sentence(PlacePhrase.legendClass, number(low), number(high))
        : sentence(FigurePhrase.range, number(low), number(high))
    }
    guard numbers.isAtLeast else { return nil }
    return low == best
      ? sentence(FigurePhrase.higher) : sentence(FigurePhrase.openRange, number(low))
  }

  private func bounds(
    _ low: Release.Amount?, _ high: Release.Amount?
  ) -> String? {
    switch (low, high) {
    case (nil, nil): nil
    case (let low?, nil): text(FigurePhrase.atLeast, number(low))
    case (nil, let high?): text(FigurePhrase.atMost, number(high))
    case (let low?, let high?):
      low == high ? number(low) : text(FigurePhrase.range, number(low), number(high))
    }
  }

  /// `▲ +11`: the sign stands in the text, so that nothing hangs on the arrow or a colour.
  func change(_ change: Release.Amount) -> String {
    if change.value == 0 { return text(FigurePhrase.unchanged) }
    let size = number(abs(change.value))
    return text(change.value > 0 ? FigurePhrase.rose : FigurePhrase.fell, size)
  }
}
