import Disclosure
import Regions

/// Small charts side by side, one a region, with one scale for all.
struct OverTimeSection {
  private static let mostRegions = 24
  private static let mostPeriods = 36

  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  private var words: Wording { content.words }

  func write(to html: inout HTMLWriter) {
    guard content.release.periods.count > 1, let level = content.levels.first else { return }
    let regions = content.catalog.regions(at: level)
    guard let indicator = MapChoice(content).indicators(of: regions, level).first else { return }
    let places = ([content.country].compactMap { $0 } + regions.compactMap(content.place)).filter {
      content.hasRow($0, indicator)
    }.prefix(Self.mostRegions)
    let periods = content.release.periods.indices.suffix(Self.mostPeriods)
    let all = places.map { place in
      (place, periods.map { figure(place, $0, indicator) })
    }
    let most = all.flatMap(\.1).compactMap(\.positive).max()
    guard !all.isEmpty else { return }
    html.section("time", words.text(HeadPhrase.overTime)) { html in
      let name = words.indicator(content.release.indicators[indicator].name)
      html.paragraph(
        words.sentence(
          Paragraph.sharedAxis, name, words.step(content.release.step ?? ""),
          words.number(most ?? 0)))
      html.element("ul", [.class("charts")]) { html in
        for (place, figures) in all {
          let chart = PeriodChart(
            id: "chart-\(place)", title: content.name(ofPlace: place), indicator: name,
            periods: Array(content.release.periods[periods]), figures: figures, most: most ?? 1,
            isReversed: content.settings.language.isRightToLeft)
          html.line()
          html.element("li") { chart.write(content, to: &$0) }
        }
      }
      legend(all.flatMap(\.1), &html)
    }
  }

  private func figure(_ place: Int, _ period: Int, _ indicator: Int) -> PageFigure {
    content.figure(
      of: place, at: content.release.places[place].level, period: period, indicator)
  }

  /// What bars without a number mean, those that occur.
  private func legend(_ figures: [PageFigure], _ html: inout HTMLWriter) {
    let styles = Set(figures.map { ClassScale([]).style(of: $0) })
    let shown = MapLegend.states.filter { styles.contains($0.style) && $0.style != "kn" }
    guard !shown.isEmpty else { return }
    html.element("ul", [.class("legend")]) { html in
      for state in shown {
        html.element("li") { html in
          html.swatch(state.style)
          html.text(words.text(state.phrase))
        }
      }
    }
  }
}
