import Records
import Regions

/// Displaced people by place from HDX HAPI, which takes them from IOM's Displacement Tracking
/// Matrix and adds up reasons and origins.
///
/// Rows with an `error` are not counted; a `warning` is passed on. Days are taken as written: the
/// offset beside them is that of the publisher's program.
struct HAPIStocks: BuiltInProfile, RowProfile, SurveyingProfile {
  static let name = "hapi-idps"
  static let required = [
    ["location_code"], ["operation"], ["assessment_type"], ["population"], ["reporting_round"],
    ["reference_period_start"],
  ]

  private let common: HAPIColumns
  private let operation: Column
  private let assessment: Column
  private let population: Column
  private let round: Column
  private var overlaps = LevelOverlaps()

  init(columns: inout Columns) {
    common = HAPIColumns(columns: &columns)
    operation = columns.bind("operation")
    assessment = columns.bind("assessment_type")
    population = columns.bind("population")
    round = columns.bind("reporting_round")
  }

  private struct Statement {
    let area: AdminArea
    let number: Quantity?
    let series: AssessedSeries
    let dates: DateSpan?
    let group: String
    let id: String
  }

  mutating func survey(_ row: inout Row) {
    let statement = statement(of: &row)
    guard !row.isRejected else { return }
    overlaps.add(
      statement.number, at: statement.area, in: statement.group, id: statement.id)
  }

  mutating func record(from row: inout Row) -> Record? {
    let statement = statement(of: &row)
    guard !row.isRejected, let dates = statement.dates else { return nil }
    if overlaps.isRepeated(statement.number, at: statement.area, in: statement.group) {
      row.rejectRepeated(population, &overlaps, at: statement.area, in: statement.group)
      return nil
    }
    let movement = Movement(
      kind: .displacement, origin: statement.area.wholeCountry,
      destination: statement.area.place,
      figure: Figure(statement.number, statement.number == nil ? .unstated : .exact))
    return Record(
      key: RecordKey(source: statement.series.source(of: "HDX HAPI"), id: statement.id),
      dates: dates, subject: statement.series.subject, measure: .stock,
      content: .movement(movement), line: row.line)
  }

  private func statement(of row: inout Row) -> Statement {
    common.noteProblems(of: &row)
    let area = common.admins.area(of: &row)
    let dates = common.dates(of: &row)
    let series = AssessedSeries(
      operation: row.known(operation), assessment: row.known(assessment), country: area.country)
    let turn = "\(row.known(round) ?? "")|\(dates?.last.description ?? "")"
    return Statement(
      area: area, number: row.quantity(population), series: series, dates: dates,
      group: "\(series.id)|\(area.country ?? "")|\(turn)",
      id: "\(series.id)|\(turn)|\(area.level.name) \(area.id)")
  }
}
