import Records
import Regions

/// Stocks of displaced people of IOM's Displacement Tracking Matrix, as its API (v3) hands them
/// out for the admin levels 0, 1 and 2, and as HDX publishes them in one table.
///
/// Rows of a round are told apart by level, place, reason and origin, as HDX does; `id` counts the
/// rows of a download and is no key. The assessment types, BA baseline, ETT event tracking and SA
/// site assessment, reach the same people, so each is a source of its own for one subject.
/// Males and females are parts of the total. `Not available` stands for a blank.
struct DTMStocks: BuiltInProfile, RowProfile, SurveyingProfile {
  static let name = "dtm"
  static let required = [
    ["operation"], ["admin0pcode", "admin0name"], ["numpresentidpind"], ["reportingdate"],
    ["roundnumber"], ["assessmenttype"],
  ]

  private let operation: Column
  private let admins: AdminColumns
  private let people: Column
  private let date: Column
  private let round: Column
  private let reason: Column
  private let originCode: Column
  private let originName: Column
  private let assessment: Column
  private var overlaps = LevelOverlaps()

  init(columns: inout Columns) {
    operation = columns.bind("operation")
    admins = AdminColumns(
      country: [columns.bind("admin0pcode"), columns.bind("admin0name")],
      steps: ["admin1", "admin2"].map { name in
        AdminColumns.Step(
          code: columns.bind("\(name)pcode"), names: [columns.bind("\(name)name")])
      },
      level: columns.bind("adminlevel", "admin_level"))
    people = columns.bind("numpresentidpind")
    date = columns.bind("reportingdate")
    round = columns.bind("roundnumber")
    reason = columns.bind("displacementreason")
    originCode = columns.bind("idporiginadmin1pcode")
    originName = columns.bind("idporiginadmin1name")
    assessment = columns.bind("assessmenttype")
  }

  /// What a row says, whether it counts or not.
  private struct Statement {
    let stated: LeveledFigure
    let series: AssessedSeries
    let day: Day?
  }

  mutating func survey(_ row: inout Row) {
    let statement = statement(of: &row)
    if !row.isRejected { overlaps.add(statement.stated) }
  }

  mutating func record(from row: inout Row) -> Record? {
    let statement = statement(of: &row)
    let stated = statement.stated
    guard !row.isRejected, let day = statement.day,
      !row.rejectIfRepeated(stated, people, &overlaps)
    else { return nil }
    let movement = Movement(
      kind: .displacement, subkind: row.known(reason) ?? "",
      origin: origin(of: row, stated.area), destination: stated.area.place,
      figure: stated.figure())
    return Record(
      key: RecordKey(source: statement.series.source(of: "IOM DTM"), id: stated.id),
      dates: DateSpan(day), subject: statement.series.subject, measure: .stock,
      content: .movement(movement), line: row.line)
  }

  private func statement(of row: inout Row) -> Statement {
    let area = admins.area(of: &row)
    let day = row.requiredDay(date, clock: .ignored)
    let series = AssessedSeries(
      operation: row.known(operation), assessment: row.known(assessment), country: area.country)
    let turn = "\(row.known(round) ?? "")|\(day?.description ?? "")"
    let group = "\(series.id)|\(area.country ?? "")|\(turn)"
    let part = [reason, originCode, originName].map { row.known($0) ?? "" }.joined(separator: "/")
    return Statement(
      stated: LeveledFigure(
        number: row.quantity(people), area: area, group: group,
        id: "\(series.id)|\(turn)|\(area.level.name) \(area.id)|\(part)"),
      series: series, day: day)
  }

  /// Internally displaced people come from the country they are in, if nothing more is said.
  private func origin(of row: Row, _ area: AdminArea) -> Place? {
    let (code, name) = (row.known(originCode), row.known(originName))
    guard code != nil || name != nil else { return area.wholeCountry }
    let step = Designation(level: .governorate, code: code, name: name)
    return Place(country: area.country, designations: [[step]])
  }
}

/// The stocks of one operation in a country, by one type of assessment.
struct AssessedSeries {
  let operation: String?
  /// BA, ETT or SA.
  let assessment: String?
  let country: String?

  var id: String { "\(operation ?? "")|\(assessment ?? "")" }

  /// The same for IOM's own files and for what HDX makes of them, so that they never add up.
  var subject: String {
    "IDPs, \(operation ?? "operation not stated"), \(country ?? "country not stated") (IOM DTM)"
  }

  func source(of publisher: String) -> String {
    assessment.map { "\(publisher) \($0.uppercased())" } ?? publisher
  }
}
