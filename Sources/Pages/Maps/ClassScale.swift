import Disclosure

/// Which colour a figure has on one map: up to five classes of what is shown, and a look of its
/// own for each reason why there is no number.
///
/// Only shown figures make the classes; one that is withheld changes no border and no colour.
struct ClassScale: Sendable {
  static let mostClasses = 5

  /// A class of numbers, by its smallest and greatest.
  struct NumberClass: Equatable {
    let lowest: Double
    let greatest: Double
    /// Name in the style sheet: `k1` is the lightest, `k5` the darkest.
    let style: String
  }

  let classes: [NumberClass]

  init(_ figures: some Sequence<PageFigure>) {
    let values = figures.compactMap(\.positive).sorted()
    let bounds = NaturalBreaks.upperBounds(of: values, classes: Self.mostClasses)
    var classes: [NumberClass] = []
    for (number, bound) in bounds.enumerated() {
      let lowest = values.first { value in classes.last.map { value > $0.greatest } ?? true }
      // Fewer classes take colours evenly from the whole ramp.
      let color = (2 * number + 1) * Self.mostClasses / (2 * bounds.count) + 1
      classes.append(
        NumberClass(lowest: lowest ?? bound, greatest: bound, style: "k\(color)"))
    }
    self.classes = classes
  }

  /// The name in the style sheet.
  func style(of figure: PageFigure) -> String {
    switch figure {
    case .withheld: return "kw"
    case .zero: return "kz"
    case .noReport: return "kn"
    case .notShown: return "kp"
    case .numberless, .otherSources: return "ko"
    case .number(let numbers):
      guard let best = numbers.best?.value else { return "ko" }
      guard best > 0 else { return "kz" }
      return classes.first { best <= $0.greatest }?.style ?? "ko"
    }
  }
}
