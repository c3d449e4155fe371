import Records

/// The columns that the tables of HDX HAPI share.
struct HAPIColumns {
  let admins: AdminColumns
  private let periodStart: Column
  private let periodEnd: Column
  private let warning: Column
  private let error: Column

  init(columns: inout Columns) {
    admins = AdminColumns(
      country: [columns.bind("location_code")],
      steps: ["admin1", "admin2"].map { name in
        AdminColumns.Step(
          code: columns.bind("\(name)_code"),
          names: [columns.bind("\(name)_name"), columns.bind("provider_\(name)_name")])
      },
      level: columns.bind("admin_level"))
    periodStart = columns.bind("reference_period_start")
    periodEnd = columns.bind("reference_period_end")
    warning = columns.bind("warning")
    error = columns.bind("error")
  }

  /// The days of the period; HAPI writes the last day that belongs to it.
  func dates(of row: inout Row) -> DateSpan? {
    row.span(from: periodStart, to: periodEnd, clock: .ignored)
  }

  /// Rejects a row that HAPI itself holds to be wrong, and passes on its warnings.
  func noteProblems(of row: inout Row) {
    if let text = row.known(error) {
      row.note(
        .publisherError, error,
        "HDX HAPI marks the row with \(CellText.quoted(text)); it is not counted")
    }
    if let text = row.known(warning) {
      row.note(
        .publisherWarning, warning,
        "HDX HAPI warns: \(CellText.quoted(text)); check the place of the row")
    }
  }
}
