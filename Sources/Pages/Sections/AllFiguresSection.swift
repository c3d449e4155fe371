import Disclosure
import Regions

/// Every figure of the release, or as many as a page bears: the rows of `tallies.csv`.
struct AllFiguresSection {
  private static let mostRows = 600

  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  private var words: Wording { content.words }

  func write(to html: inout HTMLWriter) {
    let levels = content.release.levels + ["zone"]
    var shown: [(level: String, places: [(place: Int, rows: [Release.Row])])] = []
    var room = Self.mostRows
    for level in levels {
      let places = self.places(of: level, &room)
      if !places.isEmpty { shown.append((level, places)) }
    }
    guard !shown.isEmpty else { return }
    html.section("all", words.text(HeadPhrase.allFigures)) { html in
      let total = self.total
      if room != Self.mostRows - total {
        html.paragraph(
          words.sentence(
            Paragraph.rowsShown, words.count(Self.mostRows - room, .row), words.number(total)))
      }
      for level in shown { table(level.level, level.places, &html) }
    }
  }

  /// How many rows `tallies.csv` has.
  private var total: Int {
    let release = content.release
    return release.rowCount { release.step == nil || !$0.isCoverage }
  }

  private func isInTable(_ row: Release.Row) -> Bool {
    content.release.step == nil || !row.isCoverage
  }

  /// The rows of a level by place, as long as there is room.
  ///
  /// What is not in a region of a finer level is part of a coarser region's figures, and repeats
  /// what stands there.
  private func places(
    of level: String, _ room: inout Int
  ) -> [(place: Int, rows: [Release.Row])] {
    let isFirst = level == content.levels.first?.name
    var places: [(place: Int, rows: [Release.Row])] = []
    for (number, place) in content.release.places.enumerated() where place.level == level {
      guard isFirst || place.status == .region, room > 0 else { continue }
      let rows = content.release.rows(place: number).lazy.filter(isInTable).prefix(room)
      guard !rows.isEmpty else { continue }
      places.append((number, Array(rows)))
      room -= rows.count
    }
    return places
  }

  private func table(
    _ level: String, _ places: [(place: Int, rows: [Release.Row])], _ html: inout HTMLWriter
  ) {
    let hasCategory = places.contains { $0.rows.contains { !$0.category.isEmpty } }
    html.table(
      words.sentence(PlacePhrase.byLevel, words.level(level)),
      columns: [
        .text(words.text(HeadPhrase.period)), .text(words.text(FigurePhrase.indicator)),
      ] + (hasCategory ? [.text(words.text(FigurePhrase.kind))] : [])
        + [
          .number(words.text(FigurePhrase.figure)), .number(words.text(FigurePhrase.low)),
          .number(words.text(FigurePhrase.high)),
        ]
    ) { html in
      for place in places {
        html.groupRow(content.name(ofPlace: place.place), columns: hasCategory ? 6 : 5)
        for row in place.rows {
          html.row(
            time(row),
            [.text(words.indicator(row.indicator))]
              + (hasCategory ? [.text(PlainText.oneLine(row.category, limit: 80))] : [])
              + figures(row))
        }
      }
    }
  }

  private func time(_ row: Release.Row) -> String {
    if row.timeStatus == .unspecified {
      return words.text(PlacePhrase.timeNotKnown, words.dates(row.period))
    }
    return row.isCoverage
      ? words.dates(row.period) : words.period(row.period, step: content.release.step)
  }

  private func figures(_ row: Release.Row) -> [HTMLWriter.Cell] {
    let figure = PageFigure(row)
    let main: HTMLWriter.Cell =
      if case .otherSources = figure {
        .figure(main: words.text(FigurePhrase.otherSources), note: nil, isNumber: false)
      } else {
        .figure(main: words.main(figure), note: nil, isNumber: figure.best != nil)
      }
    return [main, bound(row.low), bound(row.high)]
  }

  private func bound(_ amount: Release.Amount?) -> HTMLWriter.Cell {
    .number(amount.map { words.number($0) } ?? "")
  }
}
