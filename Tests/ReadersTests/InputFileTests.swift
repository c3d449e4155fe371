import Foundation
import Readers
import Records
import Testing

@Suite("A file is recognised, or refused with what to do")
struct InputFileTests {
  static let incidents = "id,source,date_start,kind,region,killed\n"

  @Test("A file that is not there is told from one that cannot be read")
  func missing() {
    #expect(throws: ReadError.noSuchFile(path: "/nowhere/x.csv")) {
      try InputFile(path: "/nowhere/x.csv")
    }
    #expect(throws: ReadError.self) { try Reading(path: NSTemporaryDirectory()) }
  }

  @Test("Where no profile fits, each says what it lacks")
  func noProfile() throws {
    let error = #expect(throws: ReadError.self) { try Reading("date,place\n2025-03-06,Hama\n") }
    guard case .noProfileFits(let file, let header, let gaps) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(file == "input.csv" && header == ["date", "place"])
    let gap = try #require(gaps.first { $0.profile == "tracker-incidents" })
    #expect(gap.lacking == ["id", "source", "date_start", "kind", "region or latitude"])
  }

  @Test("A profile that is asked for must find its columns")
  func askedProfile() {
    let gap = ReadError.Gap(profile: "tracker-incidents", lacking: ["date_start"])
    let header = ["id", "source", "kind", "region"]
    #expect(throws: ReadError.missingColumns(file: "input.csv", header: header, gap: gap)) {
      try Reading(
        header.joined(separator: ",") + "\n",
        settings: ReadSettings(profile: "Tracker-Incidents"))
    }
    #expect(throws: ReadError.self) {
      try Reading(Self.incidents, settings: ReadSettings(profile: "acledd"))
    }
  }

  @Test("A column that is read must not occur twice; one that is not read may")
  func repeatedColumn() throws {
    #expect(throws: ReadError.repeatedColumn(file: "input.csv", name: "KILLED")) {
      try Reading("id,source,date_start,kind,region,killed,KILLED\n")
    }
    #expect(
      try Reading("id,source,date_start,kind,region,x,x\n1,S,2025-03-06,raid,Hama,,\n")
        .records.count == 1)
  }

  @Test(
    "Files that are no text are named",
    arguments: [
      ([0x28, 0xB5, 0x2F, 0xFD], "zstd"), (Array("PAR1".utf8), "Parquet"),
      ([0xFF, 0xFE, 0x69, 0x00], "UTF-16"),
    ] as [([UInt8], String)])
  func otherFormats(bytes: [UInt8], word: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let error = #expect(throws: ReadError.self) { try InputFile(path: file.path) }
    guard case .unsupportedFormat(_, let kind) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(kind.contains(word))
  }

  @Test("An empty file and an unknown time zone are errors of their own")
  func emptyFile() {
    #expect(throws: ReadError.empty(file: "input.csv")) { try Reading("") }
    #expect(throws: ReadError.unknownTimeZone(name: "Asia/Nowhere")) {
      try Reading(Self.incidents, settings: ReadSettings(timeZone: "Asia/Nowhere"))
    }
  }

  @Test("A header alone is a file without rows")
  func headerOnly() throws {
    let reading = try Reading(Self.incidents)
    #expect(reading.summary.rows == 0 && reading.records.isEmpty && reading.findings.isEmpty)
  }

  @Test("Blank rows are no rows, also where only separators are left of them")
  func blankRows() throws {
    let reading = try Reading(Self.incidents + "\n,,,,,\n1,S,2025-03-06,raid,Hama,2\n ,,,,,\n")
    #expect(reading.summary.rows == 1 && reading.records[0].line == 4)
    reading.expectBalance()
  }

  @Test("A repeated header is known in another case, and where its first column has no name")
  func repeatedHeader() throws {
    let header = ",id,source,date_start,kind,region\n"
    let reading = try Reading(
      header + "0,1,S,2025-03-06,raid,Hama\n" + header.uppercased()
        + "1,i2,S,2025-03-06,raid,Hama\n")
    #expect(reading.findingLines == ["3 row/repeated-header -"])
    #expect(reading.records.map(\.key.id) == ["1", "i2"])
    reading.expectBalance()
  }

  @Test("A short row is read only where nothing that is read is missing from it")
  func shortRows() throws {
    let header = "id,source,date_start,kind,region,note,more\n"
    let reading = try Reading(
      header + "1,S,2025-03-06,raid,Hama\n2,S,2025-03-06,raid\n3,S,2025-03-06,raid,Hama,x,y,z\n")
    #expect(reading.records.map(\.key.id) == ["1"])
    #expect(reading.findingLines == ["3 row/unreadable -", "4 row/unreadable -"])
    reading.expectBalance()
  }

  @Test("Notes and names of people are never quoted in a finding")
  func noNotes() throws {
    let reading = try Reading(sample: "acled.csv")
    #expect(!reading.findings.isEmpty)
    for finding in reading.findings {
      #expect(!finding.message.contains("Invented") && !finding.message.contains("Group"))
    }
  }

  @Test("The summary has the checksum and size of the bytes; a second pass gives the same")
  func summary() throws {
    let text = Self.incidents + "1,S,2025-03-06,raid,Hama,2\n"
    let first = try Reading(text)
    // sha256sum of the same bytes.
    let hash = "e7cc9ec16a97ea6e19261da5c09d80c8f482268edd4387e2563f16ca4fdd18a0"
    #expect(first.summary.sha256 == hash && first.summary.bytes == text.utf8.count)
    let url = try #require(Bundle.module.url(forResource: "Samples/acled.csv", withExtension: nil))
    let file = try InputFile(path: url.path)
    var passes: [[Record]] = [[], []]
    let summaries = try [0, 1].map { pass in
      try file.read { passes[pass] += $0.records }
    }
    #expect(passes[0] == passes[1] && summaries[0] == summaries[1] && !passes[0].isEmpty)
  }

  @Test("What the receiver throws ends the reading")
  func receiverThrows() throws {
    struct Full: Error {}
    let url = try #require(Bundle.module.url(forResource: "Samples/acled.csv", withExtension: nil))
    let file = try InputFile(path: url.path)
    #expect(throws: Full.self) { try file.read { _ in throw Full() } }
  }

  @Test("Rows come in batches of about a thousand, in the order of the file")
  func batches() throws {
    let rows = (1...5000).map { "\($0),S,2025-03-06,raid,Hama,2\n" }.joined()
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    try Data((Self.incidents + rows).utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var sizes: [Int] = []
    var ids: [String] = []
    let summary = try InputFile(path: url.path).read { batch in
      sizes.append(batch.records.count)
      ids += batch.records.map(\.key.id)
    }
    #expect(summary.read == 5000 && (sizes.max() ?? 0) <= 1000)
    #expect(ids == (1...5000).map(String.init))
  }
}
