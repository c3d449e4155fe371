import DelimitedText
import Records

/// Reads rows with nothing wrong with them as a template and a few numbers; all else it leaves to
/// the profile, row by row.
///
/// The profile stays the one source of meaning: the first row of each template goes through it,
/// and the template is used only where its record is, cell for cell, what the lane makes of the
/// same row. A row that has a finding, a cell in any but the plainest form, or a broken range is
/// not plain.
struct PlainLane {
  /// More templates are forgotten, and found anew, so that memory does not grow with the file.
  private static let maximumTemplates = 1 << 15

  private let profile: any PlainProfile
  private let layout: PlainLayout
  private let context: ReadContext
  private let own: OwnColumns
  private let runs: ColumnRuns
  private var table: TemplateTable
  /// What has become of each key of the table.
  private var known: [Known] = []
  private(set) var rows = PlainRows()
  private var templates: [PlainRows.Template] = []
  private var generation = 0
  private var pieces: [Range<Int>]
  /// The memory of a row's numbers, used again and again.
  private var scratch: [UInt32] = []
  private var taken = 0
  private var missed = 0

  /// In four bytes, as every row asks for one of thousands.
  private struct Known {
    /// -1 where rows like this are not plain.
    private let code: Int32

    static let notPlain = Known(code: -1)

    private init(code: Int32) { self.code = code }

    init(template: Int, days: PlainLayout.Days) {
      code = Int32(template) << 2 | Int32(days.rawValue)
    }

    /// Position among the templates.
    var template: Int32? { code < 0 ? nil : code >> 2 }
    var days: PlainLayout.Days { PlainLayout.Days(rawValue: UInt8(code & 3)) ?? .asWritten }
  }

  init(_ profile: any PlainProfile, context: ReadContext) {
    self.profile = profile
    self.context = context
    layout = profile.plainLayout
    own = OwnColumns(layout)
    runs = ColumnRuns(layout.template)
    pieces = runs.ranges
    table = TemplateTable(pieces: runs.count)
  }

  /// Whether hardly any row is like another, so that looking costs more than it saves.
  private var isHopeless: Bool { taken > 1 << 16 && 2 * missed > taken }

  /// Whether the rows taken must be handed on before more can be.
  var isFull: Bool { table.count >= PlainLane.maximumTemplates }

  /// Hands the rows taken on.
  mutating func takeRows() -> PlainRows {
    var taken = rows
    rows = PlainRows()
    // The next ones will be about as many.
    rows.reserve(taken.count + taken.count / 8)
    taken.templates = templates
    taken.generation = generation
    if isFull {
      table.removeAll()
      known = []
      templates = []
      generation += 1
    }
    return taken
  }

  /// Takes a row, or leaves it to the profile and returns `false`.
  mutating func take(_ index: Int, of block: RowBlock, ends: Span<UInt32>) -> Bool {
    guard !isHopeless, let row = block.cleanRow(index) else { return false }
    let held = block.bytes
    let bytes = held.span
    var numbers: [UInt32] = []
    var pieces: [Range<Int>] = []
    swap(&numbers, &scratch)
    swap(&pieces, &self.pieces)
    defer {
      swap(&numbers, &scratch)
      swap(&pieces, &self.pieces)
    }
    numbers.removeAll(keepingCapacity: true)
    guard let cells = own.read(row, bytes, ends, into: &numbers) else { return false }
    runs.find(in: row, ends, &pieces)
    let (number, isNew) = table.number(of: pieces.span, mask: cells.present, in: bytes)
    taken += 1
    if isNew {
      missed += 1
      learn(index, of: block, row, cells, numbers)
    }
    let known = known[number]
    guard let template = known.template, let span = PlainLane.span(cells, known.days) else {
      return false
    }
    rows.append(
      PlainRows.Cells(
        template: template, line: row.line, first: span.first, last: span.last,
        version: cells.version, longitude: cells.longitude, latitude: cells.latitude),
      id: bytes.extracting(cells.id), numbers: numbers.span)
    return true
  }

  private static func span(_ cells: OwnColumns.Cells, _ days: PlainLayout.Days) -> DateSpan? {
    switch days {
    case .asWritten: DateSpan(first: cells.firstDay, last: cells.lastDay)
    case .week: DateSpan(first: cells.firstDay.adding(-3), last: cells.firstDay.adding(3))
    case .month: DateSpan(monthOf: cells.firstDay)
    }
  }

  // MARK: - The first row of a template

  private mutating func learn(
    _ index: Int, of block: RowBlock, _ clean: CleanRow, _ cells: OwnColumns.Cells,
    _ numbers: [UInt32]
  ) {
    var row = Row(0, of: block.settledCopy(ofRow: index), in: context)
    var profile = profile
    let days = layout.days(row)
    guard let record = profile.record(from: &row), row.findings.isEmpty, !row.isRejected,
      let span = PlainLane.span(cells, days), PlainLane.isFlow(record)
    else { return known.append(.notPlain) }
    var one = PlainRows()
    one.templates = [PlainRows.Template(record: record, slots: own.slots(cells.present))]
    one.append(
      PlainRows.Cells(
        template: 0, line: clean.line, first: span.first, last: span.last,
        version: cells.version, longitude: cells.longitude, latitude: cells.latitude),
      id: block.bytes.span.extracting(cells.id), numbers: numbers.span)
    guard one.records == [record] else { return known.append(.notPlain) }
    known.append(Known(template: templates.count, days: days))
    templates.append(one.templates[0])
  }

  /// Whether the record is an event that counts by itself.
  private static func isFlow(_ record: Record) -> Bool {
    guard case .incident = record.content else { return false }
    return record.measure == .flow && record.subject == nil && !record.isDeletion
      && record.published == nil
  }
}
