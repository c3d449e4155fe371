import DelimitedText
import Records
import Regions

/// Reads where rows are that say it in words known from a row before, and in a point of their own.
///
/// As in `PlainLane`, the profile stays the one source of meaning: the first row of each wording
/// goes through it, and a wording with anything to be said about it is left to the profile.
struct PlaceLane {
  /// More wordings are forgotten, and found anew, so that memory does not grow with the file.
  static let maximumWordings = 1 << 15

  private let point: PointColumns
  private let runs: ColumnRuns
  private var table: TemplateTable
  /// By number of the table: position among the wordings; -1 where the profile must look.
  private var known: [Int32] = []
  /// The places of the first rows.
  private var wordings: [Place] = []
  /// Counts how often the wordings have been forgotten.
  private var generation = 0

  /// What a row says.
  private struct Saying {
    /// A number of the table.
    let number: Int
    let isNew: Bool
    let point: Coordinate?
  }

  init(_ layout: PlainLayout) {
    point = PointColumns(layout)
    runs = ColumnRuns(layout.places)
    table = TemplateTable(pieces: runs.count)
  }

  /// - Parameter read: what the profile makes of a row, and `nil` where there is something to be
  ///   said about it; asked for the first row of each wording.
  mutating func findWorded(
    in block: RowBlock, from first: Int, into worded: inout WordedPlaces, read: (Int) -> Place?
  ) {
    forgetIfFull()
    let (bytes, ends) = (block.bytes, block.fieldEnds)
    var pieces = runs.ranges
    for index in first..<max(first, block.count) {
      guard table.count < TemplateTable.limit, let row = block.cleanRow(index),
        let saying = saying(row, bytes.span, ends.span, &pieces)
      else {
        worded.append(nil)
        continue
      }
      if saying.isNew { learn(saying, read(index)) }
      let wording = known[saying.number]
      worded.append(wording < 0 ? nil : (wording, saying.point))
    }
    worded.wordings = wordings
    worded.generation = generation
  }

  private mutating func saying(
    _ row: CleanRow, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ pieces: inout [Range<Int>]
  ) -> Saying? {
    let point: Coordinate?
    switch self.point.read(row, bytes, ends) {
    case .notPlain: return nil
    case .blank: point = nil
    case .point(let read): point = read
    }
    runs.find(in: row, ends, &pieces)
    let mask: UInt64 = point == nil ? 0 : 1
    let (number, isNew) = table.number(of: pieces.span, mask: mask, in: bytes)
    return Saying(number: number, isNew: isNew, point: point)
  }

  /// A row that says nothing at all may be a blank line, which the profile must not see.
  private mutating func learn(_ saying: Saying, _ place: Place?) {
    guard let place, place.point == saying.point, !place.isEmpty else { return known.append(-1) }
    known.append(Int32(wordings.count))
    wordings.append(place)
  }

  /// Forgets all wordings where there are too many; their numbers begin anew.
  private mutating func forgetIfFull() {
    guard table.count >= PlaceLane.maximumWordings else { return }
    table.removeAll()
    known = []
    wordings = []
    generation += 1
  }
}
