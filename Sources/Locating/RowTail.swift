import DelimitedText
import Regions
import Tallies

/// What is appended to a row of delimited text, as bytes.
///
/// Points in the same region and zones get the same bytes, which are made once.
struct RowTail {
  private let columns: AppendedColumns
  private let separator: UInt8
  private let zoneSetCount: Int
  /// For each region and set of zones, where its bytes lie; -1 where they have not been made.
  private var known: [Int32]
  private var ranges: [Range<Int>] = []
  private var statuses: [PlaceStatus] = []
  private var bytes: [UInt8] = []

  init(_ columns: AppendedColumns, separator: UInt8, regionCount: Int, zoneSetCount: Int) {
    self.columns = columns
    self.separator = separator
    self.zoneSetCount = zoneSetCount
    known = [Int32](repeating: -1, count: regionCount * zoneSetCount)
  }

  /// The names of the columns.
  func header() -> [UInt8] { bytes(of: columns.names.map { .text($0) }) }

  func append(_ row: LocatedRow, to output: inout [UInt8]) {
    output.append(contentsOf: bytes(of: columns.values(of: row)))
  }

  /// Appends what has been kept.
  @inline(__always)
  func append(_ number: Int32, to output: inout [UInt8]) -> PlaceStatus {
    let kept = bytes.span.extracting(ranges[Int(number)])
    unsafe kept.withUnsafeBufferPointer { unsafe output.append(contentsOf: $0) }
    return statuses[Int(number)]
  }

  /// The number of what stands behind a point inside a region; -1 where it has not been kept.
  @inline(__always)
  func number(of region: RegionNumber, zoneSet: Int32) -> Int32 {
    known[place(of: region, zoneSet)]
  }

  private func place(of region: RegionNumber, _ zoneSet: Int32) -> Int {
    Int(region.value) * zoneSetCount + Int(zoneSet)
  }

  /// Makes the bytes that are appended to a row, to be used again.
  mutating func keep(_ row: LocatedRow) -> Int32 {
    let start = bytes.count
    bytes += bytes(of: columns.values(of: row))
    ranges.append(start..<bytes.count)
    statuses.append(row.status ?? .unplaced)
    return Int32(ranges.count - 1)
  }

  /// Makes the bytes that are appended to all points of a region and some zones.
  mutating func keep(_ row: LocatedRow, of region: RegionNumber, zoneSet: Int32) -> Int32 {
    let number = keep(row)
    known[place(of: region, zoneSet)] = number
    return number
  }

  /// The fields with a separator before each.
  private func bytes(of values: [AppendedColumns.Value]) -> [UInt8] {
    var writer = DelimitedWriter(separator: separator)
    writer.append(number: nil)
    for value in values {
      switch value {
      case .text(let text): writer.append(text: text)
      case .number(let text): writer.append(number: text)
      case .blank: writer.append(number: nil)
      }
    }
    writer.endRow()
    return writer.takeBytes().dropLast()
  }
}
