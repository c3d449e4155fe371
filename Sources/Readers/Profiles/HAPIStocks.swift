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
    let stated: LeveledFigure
    let series: AssessedSeries
    let dates: DateSpan?
  }

  mutating func survey(_ row: inout Row) {
    let statement = statement(of: &row)
    if !row.isRejected { overlaps.add(statement.stated) }
  }

  mutating func record(from row: inout Row) -> Record? {
    let statement = statement(of: &row)
    let stated = statement.stated
    guard !row.isRejected, let dates = statement.dates,
      !row.rejectIfRepeated(stated, population, &overlaps)
    else { return nil }
    let movement = Movement(
      kind: .displacement, origin: stated.area.wholeCountry, destination: stated.area.place,
      figure: stated.figure())
    return Record(
      key: RecordKey(source: statement.series.source(of: "HDX HAPI"), id: stated.id),
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
      stated: LeveledFigure(
        number: row.quantity(population), area: area,
        group: "\(series.id)|\(area.country ?? "")|\(turn)",
        id: "\(series.id)|\(turn)|\(area.level.name) \(area.id)"),
      series: series, dates: dates)
  }
}
