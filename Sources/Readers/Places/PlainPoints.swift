import DelimitedText
import Records
import Regions

/// Rows that only tell where something is: a point, with what further columns say that the user
/// names. Their records have no meaning beyond their place.
struct PlainPoints: RowProfile {
  private let longitude: Column
  private let latitude: Column
  private let precision: Column
  private let country: Column
  private let code: Column
  private let name: Column

  /// - Throws: `ReadError` where a column that is asked for is missing, or none tells of a place.
  init(
    columns: inout Columns, names: PlaceColumnNames, file: String
  ) throws(ReadError) {
    for (option, name) in names.given where !columns.has(Columns.folded(name)) {
      throw .missingPlaceColumn(
        file: file, option: option, name: name, header: columns.names)
    }
    longitude = columns.bind(names.longitude, or: PlaceColumnNames.usualLongitudes)
    latitude = columns.bind(names.latitude, or: PlaceColumnNames.usualLatitudes)
    precision = columns.bind(names.precision)
    country = columns.bind(names.country)
    code = columns.bind(names.code)
    name = columns.bind(names.name)
    let hasPoint = longitude.index != nil && latitude.index != nil
    guard hasPoint || code.index != nil || name.index != nil else {
      throw .noPlaceColumns(file: file, header: columns.names)
    }
  }

  /// Whether a row says nothing of its place but a point.
  var isPointOnly: Bool {
    [precision, country, code, name].allSatisfy { $0.index == nil }
  }

  func record(from row: inout Row) -> Record? {
    let key = RecordKey(source: "points", id: String(row.line))
    return Record(
      key: key, dates: DateSpan(Day(number: 0)),
      content: .incident(Incident(place: place(of: &row))),
      line: row.line)
  }

  private func place(of row: inout Row) -> Place {
    let code = row.code(code)
    let name = row.code(name)
    let says = code != nil || name != nil
    return Place(
      country: row.code(country), point: row.point(longitude: longitude, latitude: latitude),
      precision: row.precision(precision),
      designations: says ? [[Designation(code: code, name: name)]] : [])
  }

  /// The point of a row that has nothing wrong with it; `nil` where the row must be read.
  @inline(__always)
  func point(ofRow row: Int, of block: RowBlock) -> Coordinate? {
    guard block.problem(ofRow: row) == nil, !block.isDamaged(row: row),
      !block.hasNullBytes(inRow: row), let east = degrees(longitude, row, block),
      let north = degrees(latitude, row, block), east.magnitude <= 180, north.magnitude <= 90,
      east != 0 || north != 0
    else { return nil }
    return Coordinate(longitude: east, latitude: north)
  }

  @inline(__always)
  private func degrees(_ column: Column, _ row: Int, _ block: RowBlock) -> Double? {
    guard let index = column.index else { return nil }
    let cell = block.bytes.span.extracting(block.fieldRange(row: row, column: index))
    return NumberText.degrees(cell)
  }
}

extension Columns {
  /// Binds the column that the user names, else one of the usual names, else none.
  fileprivate mutating func bind(_ name: String?, or usual: [String] = []) -> Column {
    bind(name.map { [Columns.folded($0)] } ?? usual)
  }
}
