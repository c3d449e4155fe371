import Disclosure
import Regions

/// What is counted and lies in no region: place not known that well, abroad, outside, no place;
/// and what is known only to a longer time than one period.
struct ElsewhereSection {
  private static let mostRows = 80

  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  private var words: Wording { content.words }

  private struct Line {
    let time: String
    let row: Release.Row
  }

  func write(to html: inout HTMLWriter) {
    guard let level = content.levels.first?.name else { return }
    let lines = self.lines(level)
    guard !lines.isEmpty else { return }
    html.section("elsewhere", words.text(HeadPhrase.elsewhere)) { html in
      html.table(
        words.sentence(PlacePhrase.noRegionCaption),
        columns: [
          .text(words.text(HeadPhrase.period)), .text(words.text(FigurePhrase.indicator)),
          .number(words.text(FigurePhrase.figure)),
        ]
      ) { html in
        var place: Int?
        for line in lines.prefix(Self.mostRows) {
          if line.row.place != place {
            html.groupRow(content.name(ofPlace: line.row.place), columns: 3)
          }
          place = line.row.place
          html.row(
            line.time,
            [.text(words.indicator(line.row.indicator)), words.cell(PageFigure(line.row))])
        }
      }
      guard lines.count > Self.mostRows else { return }
      html.paragraph(
        words.sentence(
          Paragraph.rowsShown, words.count(Self.mostRows, .row), words.number(lines.count)))
    }
  }

  /// Rows of a level without a region, over the whole coverage; then rows without a period.
  private func lines(_ level: String) -> [Line] {
    let release = content.release
    let whole = words.text(PlacePhrase.wholeCoverage)
    var lines: [Line] = []
    for (number, place) in release.places.enumerated() where place.level == level {
      for row in release.rows(place: number) where row.category.isEmpty {
        if row.timeStatus == .unspecified {
          guard release.periods.isEmpty == row.isCoverage else { continue }
          let dates = words.text(PlacePhrase.timeNotKnown, words.dates(row.period))
          lines.append(Line(time: dates, row: row))
        } else if place.status != .region, row.isCoverage {
          lines.append(Line(time: whole, row: row))
        }
      }
    }
    return lines
  }
}
