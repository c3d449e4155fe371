import DelimitedText
import Disclosure
import JSONText

/// Writes rows of a release as lines of the table.
///
/// What rows of one place and time begin with, and what all rows of one indicator and category
/// have in the middle, is put into bytes once; so a row costs a few copies and its numbers.
struct TallyLines {
  private let release: Release
  /// By place: level to parent, with the comma behind.
  private let places: [[UInt8]]
  private let spans: [[UInt8]]
  /// By indicator and category: both, each with the comma behind.
  private let figures: [[[UInt8]]]
  /// By indicator, between commas.
  private let units: [[UInt8]]
  /// Behind the records, to the end of the line.
  private let ends: [Release.FigureStatus: [UInt8]]
  private var place = -1
  private var span = -1
  /// What the rows of the place and span begin with.
  private var start: [UInt8] = []
  private(set) var bytes: [UInt8] = []

  init(_ release: Release) {
    self.release = release
    places = release.places.map { place in
      Self.fields([
        place.level, place.status.rawValue, place.regionID, place.regionName, place.parentID,
      ])
    }
    // Dates are no formulas, whatever they begin with.
    spans = release.spans.map {
      Array("\($0.period.start),\($0.period.end),\($0.timeStatus.rawValue),".utf8)
    }
    figures = release.indicators.map { indicator in
      release.categories.map { Self.fields([indicator.name, $0]) }
    }
    units = release.indicators.map { [UInt8(ascii: ",")] + Self.fields([$0.unit]) }
    ends = Dictionary(
      uniqueKeysWithValues: Release.FigureStatus.allCases.map {
        ($0, Array(",\($0.rawValue)\n".utf8))
      })
  }

  /// Fields as the writer of delimited text writes them, each with the comma behind.
  private static func fields(_ texts: [String]) -> [UInt8] {
    var writer = DelimitedWriter(defusesFormulas: true)
    for text in texts { writer.append(text: text) }
    // Ends the last field, and leaves room for more.
    writer.append(number: "")
    return writer.takeBytes()
  }

  mutating func append(_ row: Release.Row) {
    if row.place != place || row.span != span {
      (place, span) = (row.place, row.span)
      start.removeAll(keepingCapacity: true)
      start.append(contentsOf: places[place])
      start.append(contentsOf: spans[span])
    }
    bytes.append(contentsOf: start)
    let (indicator, records) = (row.indicatorNumber, row.records)
    bytes.append(contentsOf: figures[indicator][row.categoryNumber])
    append(row.low)
    bytes.append(UInt8(ascii: ","))
    append(row.best)
    bytes.append(UInt8(ascii: ","))
    append(row.high)
    bytes.append(contentsOf: units[indicator])
    if let records { append(records) }
    bytes.append(contentsOf: ends[row.status] ?? [])
  }

  private mutating func append(_ amount: Release.Amount?) {
    guard let amount else { return }
    if let whole = amount.wholeNumber {
      append(whole)
    } else {
      bytes.append(contentsOf: amount.text.utf8)
    }
  }

  private mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(decimal: number.magnitude)
  }
}
