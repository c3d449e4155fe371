import DelimitedText
import Records
import Regions

/// Reads the cells that each plain row has of its own.
struct OwnColumns: Sendable {
  struct Cells {
    var id: Range<Int>
    var firstDay: Day
    var lastDay: Day
    var version: Int64 = 0
    var longitude = 0.0
    var latitude = 0.0
    /// A bit for each cell that may be blank and is not.
    var present: UInt64 = 0
  }

  private struct Number {
    let column: Int
    let slot: PlainRows.Slot
  }

  private let id: Int?
  private let firstDay: Int?
  private let lastDay: Int?
  private let version: Int?
  private let point: PointColumns
  private let numbers: [Number]

  private static let versionBit: UInt64 = 1 << 62
  private static let pointBit: UInt64 = 1 << 61

  init(_ layout: PlainLayout) {
    id = layout.id.index
    firstDay = layout.firstDay.index
    lastDay = layout.lastDay?.index
    version = layout.version?.index
    point = PointColumns(layout)
    numbers = layout.figures.flatMap { columns in
      [(columns.low, .low), (columns.best, .best), (columns.high, .high)]
        .compactMap { (column: Column?, bound: PlainRows.Slot.Bound) in
          column?.index.map { Number(column: $0, slot: PlainRows.Slot(columns.figure, bound)) }
        }
    }
  }

  /// Where a field lies, with its quotes.
  @inline(__always)
  static func range(of column: Int, _ row: CleanRow, _ ends: Span<UInt32>) -> Range<Int> {
    let index = row.firstEnd &+ column
    let start = column == 0 ? row.start : Int(ends[index &- 1]) &+ 1
    let isLast = column &+ 1 == row.fieldCount
    return start..<(Int(ends[index]) &- (isLast && row.endsInReturn ? 1 : 0))
  }

  /// The numbers that are present.
  func slots(_ present: UInt64) -> [PlainRows.Slot] {
    numbers.enumerated().filter { present & 1 << UInt64($0.offset) != 0 }.map(\.element.slot)
  }

  /// `nil` where a cell is not plain.
  func read(
    _ row: CleanRow, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, into values: inout [UInt32]
  ) -> Cells? {
    guard let id, let firstDay else { return nil }
    let idRange = OwnColumns.range(of: id, row, ends)
    guard PlainCell.isID(bytes, idRange),
      let day = PlainCell.day(bytes, OwnColumns.range(of: firstDay, row, ends))
    else { return nil }
    var cells = Cells(id: idRange, firstDay: day, lastDay: day)
    if let lastDay {
      let range = OwnColumns.range(of: lastDay, row, ends)
      if !range.isEmpty {
        guard let last = PlainCell.day(bytes, range), last >= day else { return nil }
        cells.lastDay = last
      }
    }
    if let version {
      let range = OwnColumns.range(of: version, row, ends)
      if !range.isEmpty {
        guard let value = PlainCell.whole(bytes, range) else { return nil }
        cells.version = Int64(value)
        cells.present |= OwnColumns.versionBit
      }
    }
    guard readPoint(row, bytes, ends, &cells), readNumbers(row, bytes, ends, &cells, &values)
    else { return nil }
    return cells
  }

  @inline(__always)
  private func readPoint(
    _ row: CleanRow, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ cells: inout Cells
  ) -> Bool {
    switch point.read(row, bytes, ends) {
    case .blank: return true
    case .notPlain: return false
    case .point(let point):
      cells.longitude = point.longitude
      cells.latitude = point.latitude
      cells.present |= OwnColumns.pointBit
      return true
    }
  }

  /// Numbers below 10^9, and `low ≤ best ≤ high` in each figure.
  @inline(__always)
  private func readNumbers(
    _ row: CleanRow, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ cells: inout Cells,
    _ values: inout [UInt32]
  ) -> Bool {
    var before: (figure: PlainRows.Slot.Figure, value: Int)?
    for index in numbers.indices {
      let range = OwnColumns.range(of: numbers[index].column, row, ends)
      if range.isEmpty { continue }
      guard let value = PlainCell.whole(bytes, range, digits: 9) else { return false }
      let figure = numbers[index].slot.figure
      if let before, before.figure == figure, before.value > value { return false }
      before = (figure, value)
      values.append(UInt32(truncatingIfNeeded: value))
      cells.present |= 1 << UInt64(index)
    }
    return true
  }
}
