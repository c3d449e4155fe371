import Records
import Regions

/// OCHA Syria's monthly flows of displaced people and spontaneous returnees by community: the
/// sheet `Flow_Estimation`, or that sheet saved as CSV.
///
/// Figures are estimates and may have fractions. An IDP row counts arrivals from elsewhere in the
/// country; a row has no id, so its codes, its month and its estimate make its key.
struct OCHAFlows: BuiltInProfile, RowProfile {
  static let name = "ocha-flows"
  static let required = [
    ["reporting_month"], ["idp_returnees"], ["community_pcode"],
    ["sum_of_idp_flow_estimation", "idp_flow_estimation"],
  ]

  /// Codes and names from the governorate down to the community.
  private struct Place4 {
    let steps: [(level: Level?, code: Column, name: Column)]

    init(_ prefix: String, columns: inout Columns) {
      steps = [
        (.governorate, "mohafaza"), (.district, "mantika"), (.subdistrict, "nahya"),
        (nil, "community"),
      ].map { level, name in
        (level, columns.bind("\(prefix)\(name)_pcode"), columns.bind("\(prefix)\(name)"))
      }
    }

    func place(of row: Row, country: String?) -> Place? {
      let designations = steps.compactMap { step -> Designation? in
        let (code, name) = (row.code(step.code), row.code(step.name))
        guard code != nil || name != nil else { return nil }
        return Designation(level: step.level, code: code, name: name)
      }
      return designations.isEmpty ? nil : Place(country: country, designations: [designations])
    }

    func codes(of row: Row) -> String {
      steps.map { row.text($0.code) + "/" + row.text($0.name) }.joined(separator: "/")
    }
  }

  private let month: Column
  private let flowKind: Column
  private let destination: Place4
  private let origin: Place4
  private let estimate: Column
  private var keys = ContentKeys()
  private var totals = RunningTotals()

  init(columns: inout Columns) {
    month = columns.bind("reporting_month")
    flowKind = columns.bind("idp_returnees")
    destination = Place4("", columns: &columns)
    origin = Place4("origin_", columns: &columns)
    estimate = columns.bind("sum_of_idp_flow_estimation", "idp_flow_estimation")
  }

  mutating func record(from row: inout Row) -> Record? {
    if isTotal(row) {
      totals.check(&row, estimate)
      return nil
    }
    let kind = kind(of: &row)
    let dates = row.month(month)
    let number = row.quantity(estimate)
    if let number { totals.add(number) }
    guard let kind, let dates else { return nil }
    let movement = Movement(
      kind: kind, origin: originPlace(of: row, kind),
      destination: destination.place(of: row, country: nil),
      figure: Figure(number, number == nil ? .unstated : .exact))
    return Record(
      key: key(of: row), dates: dates, content: .movement(movement), line: row.line)
  }

  /// People displaced inside the country come from inside it, if nothing more is said.
  private func originPlace(of row: Row, _ kind: Movement.Kind) -> Place? {
    if let stated = origin.place(of: row, country: nil) { return stated }
    guard kind == .displacement else { return nil }
    return Place(
      precision: .level(.country),
      designations: [[Designation(level: .country, code: "SY")]])
  }

  private func kind(of row: inout Row) -> Movement.Kind? {
    switch row.text(flowKind).lowercased() {
    case "idp", "idps": return .displacement
    case "returnees", "returnee", "spontaneous returnees": return .return
    default:
      row.note(
        .badCode, flowKind, "\(row.quoted(flowKind)) is neither IDP nor Returnees; correct it")
      return nil
    }
  }

  private mutating func key(of row: Row) -> RecordKey {
    let content = [
      row.text(month), row.text(flowKind), destination.codes(of: row), origin.codes(of: row),
      row.text(estimate),
    ].joined(separator: "|")
    return RecordKey(source: "OCHA", id: keys.id(content))
  }

  /// A row without a community whose label says that it is a sum.
  private func isTotal(_ row: Row) -> Bool {
    let cells = [month, flowKind] + destination.steps.map(\.name)
    return destination.steps.last.map { row.isBlank($0.code) } ?? false
      && cells.contains { row.text($0).lowercased().contains("total") }
  }
}

/// Checks rows that repeat sums of others: they are never counted.
private struct RunningTotals {
  private var all = CheckedSum()
  private var sinceTotal = CheckedSum()

  mutating func add(_ number: Quantity) {
    all.add(number)
    sinceTotal.add(number)
  }

  /// Rejects a row of totals; what it states must be the sum of all rows before it, or of those
  /// since the total before.
  mutating func check(_ row: inout Row, _ estimate: Column) {
    row.note(.totalRow, estimate, "a row of totals repeats other rows and is not counted")
    row.reject()
    if let stated = row.quantity(estimate), !all.isNear(stated), !sinceTotal.isNear(stated) {
      row.note(
        .totalMismatch, estimate,
        "the total \(stated.exactText) is not the sum of its rows, \(all.text) in all and "
          + "\(sinceTotal.text) since the total before; compare with the publisher's file")
    }
    sinceTotal = CheckedSum()
  }
}
