import Records
import Regions

extension Row {
  /// A point; `nil` where both cells are blank or they give no point on earth, which is a finding
  /// and does not reject the row.
  mutating func point(longitude: Column, latitude: Column) -> Coordinate? {
    switch (isAbsent(longitude), isAbsent(latitude)) {
    case (true, true): return nil
    case (true, false): return lacks(longitude, beside: latitude)
    case (false, true): return lacks(latitude, beside: longitude)
    case (false, false): break
    }
    let east = degrees(longitude, limit: 180)
    let north = degrees(latitude, limit: 90)
    guard let east, let north else { return nil }
    if east == 0, north == 0 {
      note(.badCoordinate, latitude, "0, 0 stands for a missing point; leave both cells blank")
      return nil
    }
    return Coordinate(longitude: east, latitude: north)
  }

  /// Whether a cell is blank, or says so.
  private func isAbsent(_ column: Column) -> Bool {
    isBlank(column) || NumberText.meansBlank(text(column))
  }

  private mutating func lacks(_ column: Column, beside other: Column) -> Coordinate? {
    note(
      .badCoordinate, column,
      "the cell is blank beside a \(other.name); the record is placed by its codes and names alone")
    return nil
  }

  private mutating func degrees(_ column: Column, limit: Double) -> Double? {
    let value = withCell(column, NumberText.degrees)
    if let value, value.magnitude <= limit { return value }
    let problem =
      value == nil ? "is not a number of degrees" : "lies beyond \(Int(limit)) degrees"
    note(
      .badCoordinate, column,
      "\(quoted(column)) \(problem); the record is placed by its codes and names alone")
    return nil
  }

  /// How well the place is known; `nil` where the cell is blank or wrong.
  mutating func precision(_ column: Column) -> Precision? {
    if isBlank(column) { return nil }
    if let precision = PrecisionText.parse(text(column)) { return precision }
    note(
      .badCode, column,
      "\(quoted(column)) is no precision; write a level such as district, a distance such as "
        + "250m, settlement or exact")
    return nil
  }
}
