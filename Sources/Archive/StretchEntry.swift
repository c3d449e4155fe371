import Digests

/// What the archive keeps of a stretch of a file: what tells it from others, and what reading it
/// came to.
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

  mutating func add(_ id: Int64) {
    if let last = ids.last, last.upperBound == id {
      ids[ids.count - 1] = last.lowerBound..<(id + 1)
    } else {
      ids.append(id..<(id + 1))
    }
  }

  func write(to writer: inout ByteWriter) {
    for word in [digest.high, digest.low] {
      for shift in stride(from: 0, to: 64, by: 8) {
        writer.add(byte: UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
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

  init(_ reader: inout ByteReader) throws(ByteReader.Damage) {
    digest = ShortDigest(high: try Self.word(&reader), low: try Self.word(&reader))
    lineFeeds = try Self.count(&reader)
    rows = try Self.count(&reader)
    rejected = try Self.count(&reader)
    forgotten = try Self.count(&reader)
    var last: Int64 = 0
    for _ in 0..<(try Self.count(&reader)) {
      let (first, overflow) = last.addingReportingOverflow(try reader.signed())
      let length = Int64(try Self.count(&reader))
      guard !overflow, first > 0, first < 1 << 48 else { throw ByteReader.Damage() }
      last = first + length
      ids.append(first..<last)
    }
    for _ in 0..<(try Self.count(&reader)) {
      remarks.append(Remark(rule: try reader.text(), line: try Self.count(&reader)))
    }
  }

  private static func word(_ reader: inout ByteReader) throws(ByteReader.Damage) -> UInt64 {
    var word: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      word |= UInt64(try reader.byte()) << shift
    }
    return word
  }

  /// No stretch has as many of anything.
  private static func count(_ reader: inout ByteReader) throws(ByteReader.Damage) -> Int {
    guard let count = Int(exactly: try reader.number()), count < 1 << 40 else {
      throw ByteReader.Damage()
    }
    return count
  }
}
