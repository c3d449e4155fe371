import DelimitedText
import Readers
import Regions
import Tallies

/// Hands on the plain rows of a part of the text, for one thread.
///
/// Plain is a row with as many cells as the header, in UTF-8, whose point is a plain number in a
/// region, and of whose place there is nothing to tell. Its place is looked up by the bytes of
/// the cells that describe it and by what covers its point; both were worked out by the ordinary
/// way when they were met first. Every other row is left to the ordinary way.
struct PlainLane: Sendable {
  /// Rows, one behind the other, that are left out of the output.
  struct Deferred {
    /// Where in the output they belong.
    let place: Int
    var rows: Range<Int>
    /// Line ends before them, since the part began.
    let lines: Int
  }

  enum Ending {
    case limit
    /// The bytes end within a row.
    case incomplete
    /// The ordinary parser has to find the end of the next row.
    case unusual
  }

  private(set) var start = 0
  private(set) var end = 0
  private(set) var ending = Ending.limit
  private(set) var lines = 0
  private(set) var deferred: [Deferred] = []
  /// Rows by the number of their tail's status.
  private(set) var counts = [Int](repeating: 0, count: PlaceStatus.allCases.count)
  var output = ByteSink()

  private var scanner: PlainScanner
  private var worker: PlainWorker
  private var rows: [Row] = []
  private var longitudes: [Double] = []
  private var latitudes: [Double] = []
  private var locations: [RegionIndex.Location] = []
  /// Behind the last byte that was put out or left out.
  private var cursor = 0

  private struct Row {
    let extent: Range<Int>
    let contentEnd: Int
    let lines: Int
    /// -1 for a row that is left out.
    let template: Int
  }

  /// So many rows are located together.
  private static let batch = 2_048

  init(_ worker: PlainWorker, separator: UInt8, width: Int) {
    self.worker = worker
    scanner = PlainScanner(separator: separator, width: width, columns: worker.columns)
    rows.reserveCapacity(Self.batch)
  }

  /// Takes the rows that begin in a part; the last one may end behind it.
  mutating func run(_ bytes: Span<UInt8>, _ part: Range<Int>) {
    start = part.lowerBound
    end = start
    cursor = start
    lines = 0
    ending = .limit
    deferred.removeAll(keepingCapacity: true)
    for status in counts.indices { counts[status] = 0 }
    if PlainBytes.hasZero(bytes, part) { return stop(bytes, at: start, .unusual) }
    // Where the whole part is text, so is each of its rows.
    let isText = PlainBytes.isUTF8(bytes, part)
    var position = start
    while position < part.upperBound {
      let byte = bytes[position]
      if byte == PlainBytes.lineFeed {
        position += 1
        lines += 1
        continue
      }
      guard byte != PlainBytes.carriageReturn else { return stop(bytes, at: position, .unusual) }
      switch scanner.scan(bytes, from: position) {
      case .incomplete: return stop(bytes, at: position, .incomplete)
      case .unusual: return stop(bytes, at: position, .unusual)
      case .row: break
      }
      // A part ends where a row does, as far as could be seen; the rest of a longer row is new.
      if scanner.next > part.upperBound,
        PlainBytes.hasZero(bytes, part.upperBound..<scanner.next)
      {
        return stop(bytes, at: position, .unusual)
      }
      note(bytes, position, isText: isText && scanner.next <= part.upperBound)
      position = scanner.next
      lines += scanner.lines
      if rows.count == Self.batch { flush(bytes) }
    }
    stop(bytes, at: position, .limit)
  }

  private mutating func stop(_ bytes: Span<UInt8>, at position: Int, _ ending: Ending) {
    flush(bytes)
    put(bytes, upTo: position)
    end = position
    self.ending = ending
  }

  /// Takes down what the scanner has found of a row.
  private mutating func note(_ bytes: Span<UInt8>, _ position: Int, isText: Bool) {
    let extent = position..<scanner.next
    var template = -1
    var (longitude, latitude) = (Double.nan, Double.nan)
    if scanner.isWhole, isText || PlainBytes.isUTF8(bytes, extent),
      let point = worker.point(bytes, scanner)
    {
      template = worker.template(bytes, extent, scanner)
      (longitude, latitude) = (point.longitude, point.latitude)
    }
    rows.append(
      Row(extent: extent, contentEnd: scanner.contentEnd, lines: lines, template: template))
    longitudes.append(longitude)
    latitudes.append(latitude)
  }

  /// Puts out the rows noted.
  private mutating func flush(_ bytes: Span<UInt8>) {
    locate()
    for number in rows.indices { put(bytes, rows[number], number) }
    rows.removeAll(keepingCapacity: true)
    longitudes.removeAll(keepingCapacity: true)
    latitudes.removeAll(keepingCapacity: true)
  }

  private mutating func locate() {
    while locations.count < rows.count { locations.append(.nowhere) }
    locations.removeLast(locations.count - rows.count)
    let (longitudes, latitudes, placer) = (longitudes, latitudes, worker.placer)
    var found = locations.mutableSpan
    placer.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &found)
  }

  private mutating func put(_ bytes: Span<UInt8>, _ row: Row, _ number: Int) {
    var tail = TailMemo.oneByOne
    if row.template >= 0, worker.isSettled(locations[number]) {
      let key = TailMemo.key(row.template, locations[number])
      tail = worker.memo.tail(of: key)
      if tail == TailMemo.unknown {
        tail = worker.makeTail(key, row.template, longitudes[number], latitudes[number])
      }
    }
    guard tail >= 0 else { return leaveOut(bytes, row) }
    put(bytes, upTo: row.contentEnd)
    worker.memo.append(tail, to: &output)
    counts[worker.memo.status(of: tail)] += 1
  }

  private mutating func leaveOut(_ bytes: Span<UInt8>, _ row: Row) {
    if let last = deferred.indices.last, deferred[last].rows.upperBound == row.extent.lowerBound {
      deferred[last].rows = deferred[last].rows.lowerBound..<row.extent.upperBound
    } else {
      put(bytes, upTo: row.extent.lowerBound)
      deferred.append(Deferred(place: output.count, rows: row.extent, lines: row.lines))
    }
    cursor = row.extent.upperBound
  }

  /// Copies what stands between the last row and a place: line ends, blank lines, a row's cells.
  private mutating func put(_ bytes: Span<UInt8>, upTo end: Int) {
    if end > cursor { output.append(bytes.extracting(cursor..<end)) }
    cursor = end
  }
}
