import Records

/// Incidents from a row of fields.
struct MappedIncident: Sendable {
  private let columns: FieldColumns
  private let place: PlaceFields

  init(_ columns: FieldColumns) {
    self.columns = columns
    place = PlaceFields("", in: columns)
  }

  func content(of row: inout Row) -> Record.Content? {
    let qualifier = row.qualifier(columns["qualifier"])
    let country = row.code(columns["country"])
    let precision = row.precision(columns["precision"])
    let place = place.place(
      of: &row, country: country, within: columns["parent"], precision: precision)
    let hasEvents = columns["events"].index != nil
    return .incident(
      Incident(
        place: place ?? Place(country: country, precision: precision),
        kind: row.text(columns["kind"]), subkind: row.text(columns["subkind"]),
        events: hasEvents ? row.figure(figure("events"), qualifier) : .exactly(1),
        killed: row.figure(figure("killed"), qualifier)
          ?? TrackerColumns.figure(onlyBy: qualifier),
        injured: row.figure(figure("injured"), qualifier),
        detained: row.figure(figure("detained"), qualifier)))
  }

  private func figure(_ name: String) -> Row.FigureColumns {
    Row.FigureColumns(
      low: columns["\(name)_low"], best: columns[name], high: columns["\(name)_high"])
  }
}

/// Movements from a row of fields.
struct MappedMovement: Sendable {
  private let columns: FieldColumns
  private let origin: PlaceFields
  private let destination: PlaceFields
  /// Whether a row may be silent about this figure, because it has others.
  private let isOneOfSeveral: Bool

  init(_ columns: FieldColumns, isOneOfSeveral: Bool) {
    self.columns = columns
    self.isOneOfSeveral = isOneOfSeveral
    origin = PlaceFields("origin", in: columns)
    destination = PlaceFields("destination", in: columns)
  }

  func content(of row: inout Row) -> Record.Content? {
    let numbers = Row.FigureColumns(
      low: columns["low"], best: columns["best"], high: columns["high"])
    let qualifier = row.qualifier(columns["qualifier"])
    let stated =
      row.figure(numbers, qualifier) ?? TrackerColumns.figure(onlyBy: qualifier)
    if stated == nil, isOneOfSeveral { return nil }
    let kind = row.word(columns["kind"], Movement.Kind.self)
    let unit =
      row.isBlank(columns["unit"]) ? .persons : row.word(columns["unit"], Movement.Unit.self)
    let country = row.code(columns["country"])
    let precision = row.precision(columns["precision"])
    let origin = origin.place(
      of: &row, country: country, within: columns["parent"], precision: precision)
    let destination = destination.place(
      of: &row, country: country, within: columns["parent"], precision: precision)
    let householdSize = row.quantity(columns["household_size"])
    guard let kind, let unit else { return nil }
    return .movement(
      Movement(
        kind: kind, origin: origin, destination: destination,
        figure: stated ?? Figure(low: nil, best: nil, high: nil), unit: unit,
        householdSize: householdSize))
  }
}
