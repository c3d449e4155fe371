import Records
public import Tallies

/// What became of the rows, for people; data goes to the output.
public struct LocateSummary: Sendable {
  /// Name of the input, without folders.
  public let file: String
  /// The profile that told the places; `nil` for plain points.
  public internal(set) var profile: String?
  public internal(set) var rows = 0
  /// By position of the status.
  private var numbers = [Int](repeating: 0, count: PlaceStatus.allCases.count)
  public internal(set) var findings = FindingLog()
  /// Rows that ended without a place because of something wrong in them.
  public internal(set) var misplaced = 0

  init(file: String) {
    self.file = file
  }

  /// How many rows ended in each status, of those that occur.
  public var counts: [PlaceStatus: Int] {
    Dictionary(uniqueKeysWithValues: zip(PlaceStatus.allCases, numbers)).filter { $0.value > 0 }
  }

  /// Whether rows could not be read or placed because of errors in them.
  public var needsPerson: Bool { misplaced > 0 || numbers[PlaceStatus.unreadable.position] > 0 }

  /// Notes a row that has nothing wrong with it; `nil` for one that is no data.
  mutating func count(_ status: PlaceStatus?) {
    rows += 1
    if let status { numbers[status.position] += 1 }
  }

  /// Notes a row, and what was found about it.
  mutating func count(_ status: PlaceStatus?, _ notes: [Finding]) {
    count(status)
    guard !notes.isEmpty else { return }
    findings.add(notes)
    if status == .unplaced, notes.contains(where: { $0.severity >= .warning }) { misplaced += 1 }
  }

  /// Notes a row, and what is to be said of its place.
  mutating func count(_ status: PlaceStatus?, line: Int, _ remarks: [Placer.Answer.Remark]) {
    count(status)
    note(remarks, line: line)
    if status == .unplaced, remarks.contains(where: { $0.rule.severity >= .warning }) {
      misplaced += 1
    }
  }

  /// Notes what is to be said of a row's place, in words only where they are listed.
  mutating func note(_ remarks: [Placer.Answer.Remark], line: Int) {
    for remark in remarks { note(remark.rule, line: line) { remark } }
  }

  /// Notes something about a row that has a place all the same; made only where it is listed.
  mutating func note(_ rule: FindingRule, line: Int, _ make: () -> Placer.Answer.Remark?) {
    let file = file
    findings.add(rule, file: file, line: line) {
      make().map { LocateSummary.finding($0, file: file, line: line) }
    }
  }

  func finding(_ remark: Placer.Answer.Remark, line: Int) -> Finding {
    LocateSummary.finding(remark, file: file, line: line)
  }

  private static func finding(
    _ remark: Placer.Answer.Remark, file: String, line: Int
  ) -> Finding {
    Finding(remark.rule, file: file, line: line, message: remark.message)
  }

  /// Takes over what became of other rows of the same input.
  mutating func add(_ other: LocateSummary) {
    rows += other.rows
    misplaced += other.misplaced
    for position in numbers.indices { numbers[position] += other.numbers[position] }
    findings.add(other.findings)
  }
}
