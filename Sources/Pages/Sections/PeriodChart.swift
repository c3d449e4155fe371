import Disclosure

/// One bar a period. What has no number has a mark of one size, whatever it is, so that nothing
/// can be read off its length (rule D2).
struct PeriodChart {
  private static let width = 168.0
  private static let height = 88.0
  private static let base = 70.0
  private static let top = 16.0
  private static let markHeight = 7.0

  let id: String
  let title: String
  let indicator: String
  let periods: [Release.Period]
  let figures: [PageFigure]
  /// The figure of the highest bar among all charts.
  let most: Double
  /// Whether time runs from right to left, as the language does.
  let isReversed: Bool

  func write(_ content: PageContent, to html: inout HTMLWriter) {
    let words = content.words
    html.element("h3") { $0.isolated(title) }
    html.drawing(
      id: id, width: Self.width, height: Self.height, title: "\(title): \(indicator)",
      description: description(content)
    ) { html in
      for (number, figure) in figures.enumerated() {
        let name = words.period(periods[number], step: content.release.step)
        bar(number, figure, hint: "\(name): \(words.line(figure))", &html)
      }
      html.path(
        .class("ax"),
        MapPath(line: [
          DrawingPoint(x: 0, y: Self.base), DrawingPoint(x: Self.width, y: Self.base),
        ]))
      highest(content, &html)
      axis(content, &html)
    }
  }

  /// The number of the highest bar, above it.
  private func highest(_ content: PageContent, _ html: inout HTMLWriter) {
    guard let number = best, let amount = figures[number].best else { return }
    let box = self.box(number, height: look(figures[number]).height)
    let middle = min(max((box.left + box.right) / 2, 18), Self.width - 18)
    html.label(
      .class("tk b"), content.words.number(amount), at: DrawingPoint(x: middle, y: box.top - 4))
  }

  /// Position of the highest bar.
  private var best: Int? {
    figures.indices.filter { figures[$0].positive != nil }.max {
      (figures[$0].positive ?? 0) < (figures[$1].positive ?? 0)
    }
  }

  private func axis(_ content: PageContent, _ html: inout HTMLWriter) {
    guard let first = periods.first, let last = periods.last else { return }
    let step = content.release.step
    let isReversed = content.settings.language.isRightToLeft
    let (start, end) = (
      content.words.shortPeriod(first, step: step), content.words.shortPeriod(last, step: step)
    )
    html.label(.class("tk s"), isReversed ? end : start, at: DrawingPoint(x: 0, y: Self.height - 4))
    html.label(
      .class("tk e"), isReversed ? start : end, at: DrawingPoint(x: Self.width, y: Self.height - 4))
  }

  private func bar(
    _ number: Int, _ figure: PageFigure, hint: String, _ html: inout HTMLWriter
  ) {
    let (height, style) = look(figure)
    let box = self.box(number, height: height)
    html.element(
      "rect",
      [
        .class(style), Attribute("x", pixels(box.left)), Attribute("y", pixels(box.top)),
        Attribute("width", pixels(box.right - box.left)), Attribute("height", pixels(height)),
      ]
    ) { $0.element("title", text: hint) }
  }

  private func box(_ number: Int, height: Double) -> DrawingBox {
    let step = Self.width / Double(max(1, figures.count))
    let position = isReversed ? figures.count - 1 - number : number
    let left = Double(position) * step + step * 0.12
    return DrawingBox(
      left: left, top: Self.base - height, right: left + step * 0.76, bottom: Self.base)
  }

  private func look(_ figure: PageFigure) -> (height: Double, style: String) {
    switch figure {
    case .number(let numbers):
      guard let best = numbers.best?.value, best > 0 else { return (Self.markHeight, "br ko") }
      return (max(1.5, best / most * (Self.base - Self.top)), "br")
    case .zero: return (1.5, "br kz")
    case .withheld: return (Self.markHeight, "br kw")
    case .numberless, .otherSources: return (Self.markHeight, "br ko")
    case .notShown: return (Self.markHeight, "br kp")
    case .noReport: return (2, "br none")
    }
  }

  private func description(_ content: PageContent) -> String {
    let words = content.words
    guard let first = periods.first, let last = periods.last else { return "" }
    let step = content.release.step
    return words.text(
      PlacePhrase.barsDescription, title, indicator, words.period(first, step: step),
      words.period(last, step: step),
      best.map { "\(words.period(periods[$0], step: step)), \(words.line(figures[$0]))" }
        ?? words.text(FigurePhrase.noReport))
  }
}
