import Digests

/// What the archive keeps of a stretch of a file, or of several behind one another: what tells it from
/// others, and what reading it came to.
///
/// Written as its digest, and then numbers: line feeds, rows, rejected rows, rows of forgotten keys,
/// runs of row ids that follow each other, and findings by rule and line within the stretch.
struct StretchEntry {
  /// A finding by the id of its rule; the line is counted from the stretch's first, from 0.
  struct Remark: Hashable {
    let rule: String
    let line: Int
  }

  var digest: ShortDigest
  var lineFeeds = 0
  var rows = 0
  var rejected = 0
  var forgotten = 0
  /// The rows of the archive that say what its rows say, in their order.
  var ids: [Range<Int64>] = []
  var remarks: [Remark] = []

  init(_ digest: ShortDigest) {
    self.digest = digest
  }

  mutating func add(_ run: Range<Int64>) {
    if let last = ids.last, last.upperBound == run.lowerBound {
      ids[ids.count - 1] = last.lowerBound..<run.upperBound
    } else {
      ids.append(run)
    }
  }

  /// Adds what a stretch behind this one came to.
  mutating func add(_ next: StretchEntry) {
    for run in next.ids { add(run) }
    remarks += next.remarks.map { Remark(rule: $0.rule, line: lineFeeds + $0.line) }
    lineFeeds += next.lineFeeds
    rows += next.rows
    rejected += next.rejected
    forgotten += next.forgotten
  }

  func write(to writer: inout ByteWriter) {
    writer.add(word: digest.high)
    writer.add(word: digest.low)
    for number in [lineFeeds, rows, rejected, forgotten, ids.count] { writer.add(UInt64(number)) }
    var last: Int64 = 0
    for run in ids {
      writer.add(signed: run.lowerBound - last)
      writer.add(UInt64(run.count))
      last = run.upperBound
    }
    writer.add(UInt64(remarks.count))
    for remark in remarks {
      writer.add(remark.rule)
      writer.add(UInt64(max(0, remark.line)))
    }
  }

  /// The digest of the entry that is read next.
  static func digest(
    at reader: ByteReader
  ) throws(ByteReader.Damage) -> ShortDigest {
    var reader = reader
    return ShortDigest(high: try reader.word(), low: try reader.word())
  }

  /// Passes an entry over.
  ///
  /// - Parameter see: called with each run of its row ids.
  static func skip(
    _ reader: inout ByteReader, _ see: (Range<Int64>) -> Void = { _ in }
  ) throws(ByteReader.Damage) {
    for _ in 0..<2 { _ = try reader.word() }
    for _ in 0..<4 { _ = try reader.number() }
    var last: Int64 = 0
    for _ in 0..<(try count(&reader)) { see(try ids(&reader, after: &last)) }
    for _ in 0..<(try count(&reader)) {
      _ = try reader.part()
      _ = try reader.number()
    }
  }

  init(_ reader: inout ByteReader) throws(ByteReader.Damage) {
    digest = ShortDigest(high: try reader.word(), low: try reader.word())
    lineFeeds = try Self.count(&reader)
    rows = try Self.count(&reader)
    rejected = try Self.count(&reader)
    forgotten = try Self.count(&reader)
    var last: Int64 = 0
    for _ in 0..<(try Self.count(&reader)) { ids.append(try Self.ids(&reader, after: &last)) }
    for _ in 0..<(try Self.count(&reader)) {
      remarks.append(Remark(rule: try reader.text(), line: try Self.count(&reader)))
    }
  }

  private static func ids(
    _ reader: inout ByteReader, after last: inout Int64
  ) throws(ByteReader.Damage) -> Range<Int64> {
    let (first, overflow) = last.addingReportingOverflow(try reader.signed())
    let length = Int64(try count(&reader))
    guard !overflow, first > 0, first < 1 << 48 else { throw ByteReader.Damage() }
    last = first + length
    return first..<last
  }

  /// No stretch has as many of anything.
  private static func count(_ reader: inout ByteReader) throws(ByteReader.Damage) -> Int {
    guard let count = Int(exactly: try reader.number()), count < 1 << 40 else {
      throw ByteReader.Damage()
    }
    return count
  }
}
