import Disclosure
import GRDB
import Reports

/// The table `tallies`: the rows of `tallies.csv`.
struct TallyAttributes {
  static let tableName = "tallies"

  private let release: Release

  init(_ release: Release) {
    self.release = release
  }

  func write(to database: Database) throws {
    let columns = TallyTable.columns.map {
      "\($0.name.quotedDatabaseIdentifier) \(Self.type($0.type))"
    }
    let all = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"] + columns
    try database.execute(
      sql: "CREATE TABLE \(Self.tableName) (\(all.joined(separator: ", ")))")
    let marks = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
    let insertion = try database.makeStatement(
      sql: "INSERT INTO \(Self.tableName) VALUES (\(marks))")
    let isLeftOut = TallyTable.isLeftOut(release)
    var id = 0
    for row in release.rows where !isLeftOut[row.span] {
      id += 1
      try insertion.execute(arguments: StatementArguments([id.databaseValue] + values(of: row)))
    }
  }

  /// In the order of the columns. A text that is empty there is missing here.
  private func values(of row: Release.Row) -> [DatabaseValue] {
    let place = release.places[row.place]
    let texts = [
      place.level, place.status.rawValue, place.regionID, place.regionName, place.parentID,
      row.period.start, row.period.end, row.timeStatus.rawValue, row.indicator,
    ]
    var values: [DatabaseValue] = texts.map { $0.isEmpty ? .null : $0.databaseValue }
    // Empty stands for the total, which is something else than missing.
    values.append(row.category.databaseValue)
    for amount in [row.low, row.best, row.high] {
      values.append(amount?.value.databaseValue ?? .null)
    }
    values.append(release.indicators[row.indicatorNumber].unit.databaseValue)
    values.append(row.records?.databaseValue ?? .null)
    values.append(row.status.rawValue.databaseValue)
    return values
  }

  private static func type(_ type: String) -> String {
    switch type {
    case "number": "REAL"
    case "integer": "INTEGER"
    case "date": "DATE"
    default: "TEXT"
    }
  }
}
