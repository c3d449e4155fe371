import Records
import Regions

/// Internal displacement updates (IDU) of the Internal Displacement Monitoring Centre: people newly
/// displaced, from its API or from the tables on HDX.
///
/// `role` is *Recommended figure* or *Triangulation*; the latter only supports a figure and is
/// never counted. Days are local midnights told in UTC. `created_at` does not change when a row is
/// revised, so it is no version. IDMC rounds its figures, and publishes 0 as a blank.
struct IDMCUpdates: BuiltInProfile, RowProfile {
  static let name = "idmc-idu"
  static let required = [
    ["id"], ["iso3"], ["displacement_type"], ["figure"], ["qualifier"], ["displacement_date"],
    ["displacement_start_date"],
  ]

  private let id: Column
  private let role: Column
  private let displacementType: Column
  private let qualifier: Column
  private let figure: Column
  private let unit: Column
  private let householdSize: Column
  private let date: Column
  private let dateStart: Column
  private let dateEnd: Column
  private let places: IDMCPlaces
  /// Rows with a point of which nobody knows what it stands for.
  private var vaguePoints = 0

  init(columns: inout Columns) {
    id = columns.bind("id")
    role = columns.bind("role")
    displacementType = columns.bind("displacement_type")
    qualifier = columns.bind("qualifier")
    figure = columns.bind("figure")
    unit = columns.bind("unit")
    householdSize = columns.bind("household_size")
    date = columns.bind("displacement_date")
    dateStart = columns.bind("displacement_start_date")
    dateEnd = columns.bind("displacement_end_date")
    places = IDMCPlaces(columns: &columns)
  }

  mutating func record(from row: inout Row) -> Record? {
    checkRole(of: &row)
    let id = row.requiredCode(id)
    let dates = row.span(
      from: row.isBlank(dateStart) ? date : dateStart, to: dateEnd, clock: .midnight)
    let unit = unit(of: &row)
    let number = row.quantity(figure)
    let qualifier = row.qualifier(qualifier)
    guard !row.isRejected, let id, let dates else { return nil }
    let (origin, destination, isVague) = places.ends(of: &row)
    if isVague { vaguePoints += 1 }
    let movement = Movement(
      kind: .displacement, subkind: row.known(displacementType) ?? "", origin: origin,
      destination: destination, figure: Figure(number, number == nil ? .unstated : qualifier),
      unit: unit, householdSize: row.quantity(householdSize))
    return Record(
      key: RecordKey(source: "IDMC IDU", id: id), dates: dates, content: .movement(movement),
      line: row.line)
  }

  func closingFindings(in context: ReadContext) -> [Finding] {
    guard vaguePoints > 0 else { return [] }
    return [
      Finding(
        .noAccuracy, file: context.file, line: 0, column: "locations_accuracy",
        message: "\(vaguePoints) rows have a point but no accuracy, and are counted in their "
          + "country only; use an edition with locations_accuracy")
    ]
  }

  /// Older editions have no roles; all of their figures count.
  private func checkRole(of row: inout Row) {
    guard let text = row.known(role)?.lowercased(), !text.hasPrefix("recommended") else { return }
    guard text.hasPrefix("triangulation") else {
      row.note(
        .badCode, role,
        "\(row.quoted(role)) is neither a recommended figure nor a triangulation; look it up")
      return
    }
    row.note(
      .overlappingRow, role,
      "a triangulation is about people whom a recommended figure counts, and is not counted")
    row.reject()
  }

  private func unit(of row: inout Row) -> Movement.Unit {
    switch row.known(unit)?.lowercased() {
    case nil, "person", "persons", "people": return .persons
    case "household", "households": return .households
    default:
      row.note(
        .badCode, unit, "\(row.quoted(unit)) is neither Person nor Household; correct it")
      return .persons
    }
  }
}
