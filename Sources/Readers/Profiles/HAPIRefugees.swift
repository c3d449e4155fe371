import Records
import Regions

/// Refugees and returnees by country pair and year from HDX HAPI, which takes them from UNHCR.
///
/// Both tables have one layout, and `population_group` tells them apart. Codes from HAPI's enums:
/// REF refugees, ROC people in a refugee-like situation, OIP others in need of international
/// protection, ASY asylum seekers, IDP internally displaced, IOC in a situation like theirs,
/// RET returned refugees, RDP returned displaced people. STA stateless, OOC others of concern,
/// HST host community, RST resettled, NAT naturalised, POC all of concern and RRI, which HAPI does
/// not explain, are no displaced people or repeat others, and are not counted.
struct HAPIRefugees: BuiltInProfile, RowProfile, SurveyingProfile {
  static let name = "hapi-refugees"
  static let required = [
    ["origin_location_code", "origin_location"], ["asylum_location_code", "asylum_location"],
    ["population_group"], ["gender"], ["age_range"], ["population"], ["reference_period_start"],
  ]

  private let common: HAPIColumns
  private let origin: Column
  private let asylum: Column
  private let group: Column
  private let gender: Column
  private let age: Column
  private let population: Column
  private var overlaps = BreakdownOverlaps()

  init(columns: inout Columns) {
    common = HAPIColumns(columns: &columns)
    origin = columns.bind("origin_location_code", "origin_location")
    asylum = columns.bind("asylum_location_code", "asylum_location")
    group = columns.bind("population_group")
    gender = columns.bind("gender")
    age = columns.bind("age_range")
    population = columns.bind("population")
  }

  /// The groups that are counted, and as what.
  private enum People: String {
    case refugees = "REF"
    case likeRefugees = "ROC"
    case protected = "OIP"
    case asylumSeekers = "ASY"
    case displaced = "IDP"
    case likeDisplaced = "IOC"
    case returnedRefugees = "RET"
    case returnedDisplaced = "RDP"

    static let notCounted: Set<String> = [
      "STA", "OOC", "HST", "RST", "NAT", "POC", "RRI", "ALL", "*",
    ]

    var isReturn: Bool { self == .returnedRefugees || self == .returnedDisplaced }
  }

  private struct Statement {
    let people: People?
    let from: String?
    let to: String?
    let dates: DateSpan?
    let part: BreakdownOverlaps.Part
    let group: String
  }

  mutating func survey(_ row: inout Row) {
    let statement = statement(of: &row)
    let number = row.quantity(population)
    guard !row.isRejected, number != nil else { return }
    overlaps.add(statement.part, in: statement.group)
  }

  mutating func record(from row: inout Row) -> Record? {
    let statement = statement(of: &row)
    let number = row.quantity(population)
    guard !row.isRejected, let people = statement.people, let dates = statement.dates else {
      return nil
    }
    if overlaps.isRepeated(statement.part, in: statement.group) {
      row.note(
        .overlappingRow, population,
        "the row is a part by gender or age of one that counts, and is not counted")
      row.reject()
      return nil
    }
    let figure = Figure(number, number == nil ? .unstated : .exact)
    return Record(
      key: RecordKey(source: "HDX HAPI UNHCR", id: "\(statement.group)|\(statement.part)"),
      dates: dates,
      subject: UNHCRFigure.subject(
        group: people.rawValue, of: statement.from ?? "", in: statement.to ?? ""),
      measure: people.isReturn ? .flow : .stock,
      content: .movement(movement(statement, people, figure)), line: row.line)
  }

  /// Who returns leaves the country of asylum; the others live in it.
  private func movement(
    _ statement: Statement, _ people: People, _ figure: Figure
  ) -> Movement {
    let home = statement.from.map { Place(country: $0) }
    let asylum = statement.to.map { Place(country: $0) }
    let subkind = people.rawValue + (statement.part.isAll ? "" : " \(statement.part)")
    guard people.isReturn else {
      return Movement(
        kind: .displacement, status: people == .asylumSeekers ? .asylumSeeker : .unstated,
        subkind: subkind, origin: home, destination: asylum, figure: figure)
    }
    return Movement(
      kind: .return, subkind: subkind,
      origin: people == .returnedRefugees ? asylum : nil, destination: home, figure: figure)
  }

  private func statement(of row: inout Row) -> Statement {
    common.noteProblems(of: &row)
    let dates = common.dates(of: &row)
    let code = row.text(group).uppercased()
    let people = People(rawValue: code)
    if People.notCounted.contains(code) {
      row.note(
        .noIndicator, group,
        "the group \(row.quoted(group)) has no figure of its own and is not counted")
      row.reject()
    } else if people == nil {
      row.note(
        .badCode, group, "\(row.quoted(group)) is no population group of UNHCR; look it up")
    }
    let (from, to) = (row.known(origin), row.known(asylum))
    let part = BreakdownOverlaps.Part(gender: one(row, gender), age: one(row, age))
    let days = dates.map { "\($0.first)/\($0.last)" } ?? ""
    return Statement(
      people: people, from: from, to: to, dates: dates, part: part,
      group: "\(code)|\(from ?? "")|\(to ?? "")|\(days)")
  }

  /// A gender or a range of ages; `nil` for all.
  private func one(_ row: Row, _ column: Column) -> String? {
    row.known(column).map { $0.lowercased() }.flatMap { $0 == "all" || $0 == "*" ? nil : $0 }
  }
}
