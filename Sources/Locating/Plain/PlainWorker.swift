import DelimitedText
import Readers
import Records
import Regions
import Tallies

/// Works out, by the ordinary way, what a lane then only looks up.
struct PlainWorker: Sendable {
  /// The cells that the scanner has to find, ascending.
  let columns: [Int]
  private let longitude: Int
  private let latitude: Int
  /// Neighbouring columns that describe the place, as places in `columns`: first and last.
  private let runs: [Range<Int>]

  private var parser: DelimitedParser
  private var reader: PlaceReader
  private var rowPlacer: RowPlacer
  private let tail: RowTail
  private let settled: [Bool]
  private var templates = PlaceTemplates()
  private(set) var memo = TailMemo()
  private var ranges: [Range<Int>]

  /// - Parameter parser: one that has seen the header and holds nothing.
  init(
    _ cells: PlaceCells, parser: DelimitedParser, reader: PlaceReader, rowPlacer: RowPlacer,
    tail: RowTail
  ) {
    let columns = (cells.describing + [cells.longitude, cells.latitude]).sorted()
    self.columns = columns
    longitude = columns.firstIndex(of: cells.longitude) ?? 0
    latitude = columns.firstIndex(of: cells.latitude) ?? 0
    var runs: [Range<Int>] = []
    for column in cells.describing {
      let place = columns.firstIndex(of: column) ?? 0
      if let last = runs.last, last.upperBound == place, columns[place - 1] == column - 1 {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    self.runs = runs
    ranges = [Range<Int>](repeating: 0..<0, count: runs.count)
    self.parser = parser
    self.reader = reader
    self.rowPlacer = rowPlacer
    self.tail = tail
    let placer = rowPlacer.placer
    settled = placer.catalog.regions.indices.map {
      placer.isSettled(in: RegionNumber(Int32($0)))
    }
  }

  /// The point of the row just scanned; `nil` where there is none, or something wrong with it.
  func point(_ bytes: Span<UInt8>, _ scanner: PlainScanner) -> Coordinate? {
    PlaceCells.point(
      longitude: bytes.extracting(cell(bytes, scanner, longitude)),
      latitude: bytes.extracting(cell(bytes, scanner, latitude)))
  }

  /// Where a cell lies without its quotes.
  @inline(__always)
  private func cell(_ bytes: Span<UInt8>, _ scanner: PlainScanner, _ place: Int) -> Range<Int> {
    let (start, end) = (scanner.starts[place], scanner.ends[place])
    let isQuoted = start < end && bytes[start] == PlainBytes.quote
    return isQuoted ? (start + 1)..<(end - 1) : start..<end
  }

  var placer: Placer { rowPlacer.placer }

  /// Whether nothing but the region, the zones and the template matters.
  @inline(__always)
  func isSettled(_ location: RegionIndex.Location) -> Bool {
    guard let region = location.region else { return false }
    return settled[Int(region.value)] && location.zoneSet <= 0xFFFF
  }

  // MARK: - Templates

  /// The number of what the row just scanned says of its place, or -1.
  mutating func template(
    _ bytes: Span<UInt8>, _ extent: Range<Int>, _ scanner: PlainScanner
  ) -> Int {
    for (number, run) in runs.enumerated() {
      ranges[number] = scanner.starts[run.lowerBound]..<scanner.ends[run.upperBound - 1]
    }
    let hash = PlaceTemplates.hash(bytes, ranges)
    if let known = templates.number(of: hash, bytes, ranges) { return known }
    // Rows of further templates go the ordinary way: a number must not change its meaning.
    if templates.isFull { return -1 }
    let place = place(ofRow: bytes.extracting(extent))
    return templates.insert(place, hash: hash, bytes, ranges)
  }

  /// The place that a row states, without its point; `nil` where there is anything to tell of it,
  /// or where the point's neighbourhood matters.
  private mutating func place(ofRow bytes: Span<UInt8>) -> Place? {
    var block = RowBlock()
    var row: [UInt8] = []
    row.reserveCapacity(bytes.count)
    for offset in bytes.indices { row.append(bytes[offset]) }
    parser.take(row, into: &block)
    guard block.count == 1, parser.giveBack()?.isEmpty == true else { return nil }
    let (answer, findings) = reader.read(0, of: block)
    guard case .place(var place) = answer, findings.isEmpty, place.point != nil else { return nil }
    if case .meters = place.precision { return nil }
    place.point = nil
    return place
  }

  /// Places a row of a template, and keeps what is appended to it and to all like it.
  mutating func makeTail(
    _ key: UInt64, _ template: Int, _ longitude: Double, _ latitude: Double
  ) -> Int32 {
    var number = TailMemo.oneByOne
    if var place = templates.places[template], memo.count < TailMemo.most {
      place.point = Coordinate(longitude: longitude, latitude: latitude)
      let (row, findings) = rowPlacer.locate(place, line: 0)
      if findings.isEmpty, let status = row.status {
        var text: [UInt8] = []
        tail.append(row, to: &text)
        number = memo.add(text, status)
      }
    }
    if memo.count < TailMemo.most { memo.insert(number, for: key) }
    return number
  }
}
