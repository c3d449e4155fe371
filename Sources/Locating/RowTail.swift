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
  /// What stands before the distance, of rows that have one of their own.
  private var beginnings: [Placement: Int32] = [:]
  /// More are not kept, so that memory does not grow with the input.
  private static let maximumBeginnings = 1 << 12

  init(_ columns: AppendedColumns, separator: UInt8, regionCount: Int, zoneSetCount: Int) {
    self.columns = columns
    self.separator = separator
    self.zoneSetCount = zoneSetCount
    known = [Int32](repeating: -1, count: regionCount * zoneSetCount)
  }

  /// The names of the columns.
  func header() -> [UInt8] { bytes(of: columns.names.map { .text($0) }) }

  mutating func append(_ row: LocatedRow, to output: inout [UInt8]) {
    guard let placement = row.placement, let meters = row.distanceMeters,
      let beginning = beginning(of: row, at: placement)
    else { return output.append(contentsOf: bytes(of: columns.values(of: row))) }
    _ = append(beginning, to: &output)
    output.append(separator)
    output.append(contentsOf: AppendedColumns.text(meters: meters).utf8)
  }

  /// The number of what stands before the distance; `nil` where too many are kept.
  private mutating func beginning(of row: LocatedRow, at placement: Placement) -> Int32? {
    if let known = beginnings[placement] { return known }
    guard beginnings.count < RowTail.maximumBeginnings else { return nil }
    let number = keep(bytes(of: columns.values(of: row).dropLast()), row.status)
    beginnings[placement] = number
    return number
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
    keep(bytes(of: columns.values(of: row)), row.status)
  }

  private mutating func keep(_ text: [UInt8], _ status: PlaceStatus?) -> Int32 {
    let start = bytes.count
    bytes += text
    ranges.append(start..<bytes.count)
    statuses.append(status ?? .unplaced)
    return Int32(ranges.count - 1)
  }

  /// Makes the bytes that are appended to all points of a region and some zones.
  mutating func keep(_ row: LocatedRow, of region: RegionNumber, zoneSet: Int32) -> Int32 {
    let number = keep(row)
    known[place(of: region, zoneSet)] = number
    return number
  }

  /// The fields with a separator before each.
  private func bytes(of values: some Sequence<AppendedColumns.Value>) -> [UInt8] {
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
