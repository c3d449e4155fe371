import Records
public import Tallies

/// What became of the rows, for people; data goes to the output.
public struct LocateSummary: Sendable {
  /// Name of the input, without folders.
  public let file: String
  /// The profile that told the places; `nil` for plain points.
  public internal(set) var profile: String?
  public internal(set) var rows = 0
  public internal(set) var counts: [PlaceStatus: Int] = [:]
  public internal(set) var findings = FindingLog()
  /// Rows that ended without a place because of something wrong in them.
  public internal(set) var misplaced = 0

  init(file: String) {
    self.file = file
  }

  /// Whether rows could not be read or placed because of errors in them.
  public var needsPerson: Bool { misplaced > 0 || counts[.unreadable, default: 0] > 0 }

  /// Notes a row, and what was found about it.
  mutating func count(_ status: PlaceStatus?, _ notes: [Finding]) {
    rows += 1
    if let status { counts[status, default: 0] += 1 }
    guard !notes.isEmpty else { return }
    findings.add(notes)
    if status == .unplaced, notes.contains(where: { $0.severity >= .warning }) { misplaced += 1 }
  }

  /// Notes something about a row that has a place all the same; made only where it is listed.
  mutating func note(_ rule: FindingRule, line: Int, _ make: () -> Finding?) {
    findings.add(rule, file: file, line: line, make)
  }

  /// Notes rows of one status that have nothing wrong with them.
  mutating func count(_ status: PlaceStatus, rows count: Int) {
    rows += count
    counts[status, default: 0] += count
  }
}
