import Disclosure
import Regions

/// The figures of the whole country, each with its range and with what changed.
struct KeyFiguresSection {
  private static let most = 8

  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  private var words: Wording { content.words }

  func write(to html: inout HTMLWriter) {
    html.section("key", words.text(HeadPhrase.keyFigures)) { html in
      guard let country = content.country else {
        html.paragraph(words.sentence(Paragraph.noCountry))
        return
      }
      let shown = content.keyIndicators
      guard !shown.isEmpty else {
        html.paragraph(words.sentence(Paragraph.nothing))
        return
      }
      html.element("ul", [.class("cards")]) { html in
        for indicator in shown.prefix(Self.most) { card(indicator, country, &html) }
      }
    }
  }

  private func card(_ indicator: Int, _ country: Int, _ html: inout HTMLWriter) {
    let figure = content.coverage(of: country, at: Level.country.name, indicator)
    html.line()
    html.element("li") { html in
      html.element(
        "span", [.class("label")],
        text: words.indicator(content.release.indicators[indicator].name))
      html.element("span", [.class(figure.best == nil ? "big s" : "big")]) { html in
        html.isolated(words.main(figure))
      }
      if let note = words.note(figure) {
        html.element("span", [.class("note")], words: note)
      }
      latest(indicator, country, &html)
    }
  }

  private func latest(_ indicator: Int, _ country: Int, _ html: inout HTMLWriter) {
    guard let compared = content.comparison else { return }
    let current = content.figure(
      of: country, at: Level.country.name, period: compared.current, indicator)
    let before = content.figure(
      of: country, at: Level.country.name, period: compared.before, indicator)
    guard current.isRow || before.isRow else { return }
    let period = words.period(
      content.release.periods[compared.current], step: content.release.step)
    html.element("span", [.class("since")]) { html in
      let change = current.change(since: before).map(words.change)
      html.sentence(
        change.map { words.sentence(Paragraph.sinceBefore, period, words.line(current), $0) }
          ?? words.sentence(Paragraph.figureLine, period, words.line(current)))
    }
  }
}

extension PageContent {
  /// The indicators of which something is said about the whole country: first those with a
  /// number; within that in the order of output, figures that follow from others last.
  var keyIndicators: [Int] {
    guard let country else { return [] }
    let all = release.indicators.indices.filter { hasRow(country, $0) }
    let sorted = all.filter { !isLesser($0) } + all.filter(isLesser)
    let isNumber = { (number: Int) in
      coverage(of: country, at: Level.country.name, number).best != nil
    }
    return sorted.filter(isNumber) + sorted.filter { !isNumber($0) }
  }

  private func isLesser(_ indicator: Int) -> Bool {
    let indicator = release.indicators[indicator]
    return indicator.kind == .net || ["departed", "departed_households"].contains(indicator.name)
  }
}
