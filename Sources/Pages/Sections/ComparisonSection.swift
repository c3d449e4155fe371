import Disclosure
import Regions

/// This period, the one before and the change, by region: as displacement factsheets have it.
struct ComparisonSection {
  /// So many indicators fit beside each other on a page.
  private static let perTable = 3
  private static let mostTables = 4
  private static let mostRows = 120

  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  private var words: Wording { content.words }

  func write(to html: inout HTMLWriter) {
    guard let compared = content.comparison, let level = content.levels.first?.name else { return }
    let places = content.release.places.indices.filter { content.release.places[$0].level == level }
    let indicators = content.release.indicators.indices.filter { number in
      places.contains { isRow($0, level, number, compared) }
    }
    guard !indicators.isEmpty else { return }
    html.section("comparison", words.text(HeadPhrase.comparison)) { html in
      html.paragraph(
        words.sentence(
          Paragraph.comparedPeriods, period(compared.current), period(compared.before)))
      for start in stride(from: 0, to: indicators.count, by: Self.perTable)
        .prefix(Self.mostTables)
      {
        let some = Array(indicators[start..<min(start + Self.perTable, indicators.count)])
        table(some, places, level, compared, &html)
      }
    }
  }

  private func period(_ number: Int) -> String {
    words.period(content.release.periods[number], step: content.release.step)
  }

  private func isRow(
    _ place: Int, _ level: String, _ indicator: Int, _ compared: ComparedPeriods
  ) -> Bool {
    [compared.current, compared.before].contains {
      content.figure(of: place, at: level, period: $0, indicator).isRow
    }
  }

  private func table(
    _ indicators: [Int], _ places: [Int], _ level: String, _ compared: ComparedPeriods,
    _ html: inout HTMLWriter
  ) {
    let names = indicators.map { words.indicator(content.release.indicators[$0].name) }
    let three: [HTMLWriter.Column] = [
      .number(words.text(FigurePhrase.thisPeriod)),
      .number(words.text(FigurePhrase.periodBefore)), .number(words.text(FigurePhrase.change)),
    ]
    let shown = places.filter { place in
      indicators.contains { isRow(place, level, $0, compared) }
    }
    html.table(
      Sentence([.words(words.list(names))]),
      columns: [.text(words.text(FigurePhrase.region))] + indicators.flatMap { _ in three },
      groups: [HTMLWriter.ColumnGroup(title: "", width: 1)]
        + names.map { HTMLWriter.ColumnGroup(title: $0, width: 3) }
    ) { html in
      for place in shown.prefix(Self.mostRows) {
        html.row(
          content.name(ofPlace: place),
          indicators.flatMap { cells(place, level, $0, compared) })
      }
    }
    guard shown.count > Self.mostRows else { return }
    html.paragraph(
      words.sentence(
        Paragraph.rowsShown, words.count(Self.mostRows, .region), words.number(shown.count)))
  }

  private func cells(
    _ place: Int, _ level: String, _ indicator: Int, _ compared: ComparedPeriods
  ) -> [HTMLWriter.Cell] {
    let current = content.figure(of: place, at: level, period: compared.current, indicator)
    let before = content.figure(of: place, at: level, period: compared.before, indicator)
    let change = current.change(since: before)
    return [
      words.cell(current), words.cell(before),
      .figure(
        main: change.map(words.change) ?? "–", note: nil, isNumber: change != nil),
    ]
  }
}
