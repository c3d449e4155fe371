import Records
import Regions

/// OCHA Syria's matrices of origins and destinations, beside the flows by community: one figure of
/// estimated persons, perhaps with a fraction, for each pair of regions.
///
/// A blank means that there is no estimate, which is not zero. Sums in rows, in columns and in all
/// are compared and never counted. The month stands in a column, above the header, in the name of
/// the sheet or in that of the file; "return" in one of the latter tells returns from displacement.
struct OCHAMatrix: Profile {
  static let name = "ocha-matrix"

  /// One column of figures.
  private struct Partner {
    let column: Column
    let place: Place
    var sum = CheckedSum()
  }

  private let layout: MatrixLayout
  private let corner: Column
  private let month: Column
  private var partners: [Partner] = []
  private let total: Column?
  private var all = CheckedSum()
  private var keys = ContentKeys()

  static let entry = ProfileEntry(
    name: name, required: [["origin_/_destination"], ["columns named by governorates"]],
    lacking: MatrixLayout.lacking
  ) { columns in OCHAMatrix(columns: &columns) }

  init(columns: inout Columns) {
    let layout = MatrixLayout(columns.names) ?? MatrixLayout.unknown
    self.layout = layout
    month = columns.bind("reporting_month", "month")
    corner = columns.bind([Columns.folded(layout.corner)])
    total = columns.names.first(where: MatrixLayout.isTotal).map { name in
      columns.bind([Columns.folded(name)])
    }
    for name in columns.names where layout.isPartner(name) {
      let place = Place(designations: PlaceText.designations(name, level: layout.level))
      partners.append(Partner(column: columns.bind([Columns.folded(name)]), place: place))
    }
  }

  mutating func read(_ row: inout Row, into records: inout [Record]) {
    let label = row.text(corner)
    if MatrixLayout.isTotal(label) { return checkColumns(&row) }
    guard !label.isEmpty else {
      row.note(.badCode, corner, "the row names no region; write one, or remove the row")
      return
    }
    let dates = dates(of: &row)
    let kind = kind(of: row)
    let place = Place(designations: PlaceText.designations(label, level: layout.level))
    var sum = CheckedSum()
    for index in partners.indices {
      let column = partners[index].column
      guard !row.isBlank(column), let number = row.part({ $0.quantity(column) }) else { continue }
      sum.add(number)
      partners[index].sum.add(number)
      guard let dates else { continue }
      records.append(record(label, place, partners[index], number, kind, dates, row.line))
    }
    check(&row, label, sum)
  }

  private mutating func record(
    _ label: String, _ place: Place, _ partner: Partner, _ number: Quantity,
    _ kind: Movement.Kind, _ dates: DateSpan, _ line: Int
  ) -> Record {
    let (origin, destination) =
      layout.rowsAreOrigins ? (place, partner.place) : (partner.place, place)
    let names = [label, partner.column.name]
    let pair = (layout.rowsAreOrigins ? names : names.reversed()).joined(separator: " > ")
    let content = "matrix|\(dates.first)|\(kind.rawValue)|\(pair)"
    return Record(
      key: RecordKey(source: "OCHA", id: keys.id(content)), dates: dates,
      content: .movement(
        Movement(
          kind: kind, origin: origin, destination: destination, figure: Figure(number, .exact))),
      line: line)
  }

  private func dates(of row: inout Row) -> DateSpan? {
    if month.index != nil { return row.month(month) }
    for text in row.context.titles + [row.context.file] {
      if let span = MonthInText.only(in: text) { return span }
    }
    row.note(
      .missingDate, corner,
      "the month is missing; write it above the table as January 2022, or in a column "
        + "Reporting_Month")
    return nil
  }

  private func kind(of row: Row) -> Movement.Kind {
    let texts = row.context.titles + [row.context.file]
    return texts.contains { $0.lowercased().contains("return") } ? .return : .displacement
  }

  // MARK: - Sums

  private mutating func check(_ row: inout Row, _ label: String, _ sum: CheckedSum) {
    guard !row.isRejected else { return }
    all.add(sum)
    guard let total, !row.isBlank(total), let stated = row.part({ $0.quantity(total) }) else {
      return
    }
    compare(stated, sum, "row \(CellText.quoted(label))", total, &row)
  }

  /// A row of sums: each must be that of its column, and the last that of all.
  private mutating func checkColumns(_ row: inout Row) {
    row.note(.totalRow, corner, "a row of totals repeats other rows and is not counted")
    for partner in partners where !row.isBlank(partner.column) {
      guard let stated = row.part({ $0.quantity(partner.column) }) else { continue }
      compare(stated, partner.sum, "column", partner.column, &row)
    }
    if let total, !row.isBlank(total), let stated = row.part({ $0.quantity(total) }) {
      compare(stated, all, "whole table", total, &row)
    }
    row.reject()
  }

  private func compare(
    _ stated: Quantity, _ sum: CheckedSum, _ what: String, _ column: Column, _ row: inout Row
  ) {
    guard !sum.isNear(stated) else { return }
    row.note(
      .totalMismatch, column,
      "the \(what) states the total \(stated.exactText), and its figures add up to \(sum.text); "
        + "compare with the publisher's file")
  }
}
