import Records
import Regions
import Threads

@testable import Archive

enum Sample {
  static func incident(
    _ id: String, killed: Int = 1, version: Int64? = nil, region: String = "SY05",
    isDeletion: Bool = false, point: Coordinate? = nil
  ) -> Records.Record {
    Records.Record(
      key: RecordKey(source: "S", id: id), version: version, isDeletion: isDeletion,
      dates: DateSpan(RecordCodeTests.day),
      content: .incident(
        Incident(
          place: Place(point: point, designations: [[Designation(code: region)]]),
          killed: Figure(Quantity(killed), .exact))), line: 2)
  }

  static let file = ArchivedFile(
    name: "a.csv", sha256: "00", bytes: 1, profile: "p", reading: "r", rows: 1, rejected: 0)
}

/// Takes records in by a run of their own.
///
/// - Parameters:
///   - mostSingle: see `Contest`.
///   - fewestPacked: see `Packing`.
@discardableResult
func take(
  _ records: [Records.Record], into archive: RecordArchive, isSnapshot: Bool = true,
  origin name: String = "o", mostSingle: Int = 1000, fewestPacked: Int = 1 << 10
) throws -> IntakeChanges {
  try archive.begin()
  let run = try archive.startRun(at: "2026-03-01T02:00:00Z")
  let origin = try archive.origin(named: name)
  var intake = try Intake(
    archive, origin, run, isSnapshot: isSnapshot,
    contest: Contest(run: run, mostSingle: mostSingle),
    packing: Packing(origin: origin, fewestRows: fewestPacked))
  try intake.begin("a.csv")
  try intake.take(records)
  try intake.end(
    Sample.file, [ArchivedFindings(rule: "date/missing", count: 3, lines: [4, 900])])
  let changes = try intake.finish()
  try archive.commit()
  return changes
}

/// All records that count, in the order of their keys.
///
/// - Parameter shares: how many threads share them.
func counted(_ archive: RecordArchive, shares: Int = 1) throws -> [Records.Record] {
  var all: [Records.Record] = []
  for origin in try archive.origins() {
    let counted = try archive.counted(of: origin)
    var shared = [[Records.Record]](repeating: [], count: shares)
    _ = try Workers.results(on: &shared) { own, _ in
      try counted.forEach { records, plain in own += records + plain.records }
    }
    all += shared.joined()
  }
  return all.sorted { $0.key < $1.key }
}
