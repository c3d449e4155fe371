import Foundation
import Records
import Testing

@testable import Readers

/// Random tables in the layouts that have a plain form, with dirt in them.
enum DirtyTable {
  static func text(seed: UInt64, rows: Int, dirt: Int, profile: String) -> [UInt8] {
    var numbers = SeededNumbers(state: seed)
    func pick(_ words: [String]) -> String {
      words[Int.random(in: words.indices, using: &numbers)]
    }
    var text = header[profile, default: []].joined(separator: ",") + "\n"
    for row in 0..<rows {
      var cells = header[profile, default: []].map { name -> String in
        switch name {
        case "event_id_cnty", "id": "SYR\(row % 97 == 5 ? row - 1 : row)"
        default: pick(plain[name] ?? [""])
        }
      }
      if Int.random(in: 0..<100, using: &numbers) < dirt {
        cells[Int.random(in: cells.indices, using: &numbers)] = pick(dirty)
      }
      text += cells.joined(separator: ",") + (row % 50 == 49 ? "\r\n" : "\n")
      if Int.random(in: 0..<300, using: &numbers) < dirt {
        text += pick(["\n", header[profile, default: []].joined(separator: ",") + "\n", "a,b\n"])
      }
    }
    var bytes = Array(text.utf8)
    if dirt > 0, seed % 3 == 0 { bytes[bytes.count / 2] = 0xFF }
    if dirt > 0, seed % 5 == 0 { bytes.insert(0, at: bytes.count / 3) }
    return bytes
  }

  static let header: [String: [String]] = [
    "acled": [
      "event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1",
      "country", "admin1", "admin2", "admin3", "latitude", "longitude", "geo_precision", "notes",
      "fatalities", "timestamp",
    ],
    "ucdp-ged": [
      "id", "type_of_violence", "where_prec", "where_coordinates", "adm_1", "adm_2", "latitude",
      "longitude", "country", "date_start", "date_end", "best", "high", "low",
    ],
    "tracker-incidents": [
      "id", "source", "date_start", "date_end", "kind", "region", "latitude", "longitude",
      "precision", "killed_low", "killed", "killed_high", "injured", "qualifier", "country",
      "notes",
    ],
  ]

  private static let plain: [String: [String]] = [
    "event_date": ["2025-03-06", "2025-03-30", "2024-02-29", "2020-12-31"],
    "date_start": ["2025-03-06", "2025-02-01", "2024-02-29"],
    "date_end": ["2025-03-06", "2025-03-31", "", "2026-01-01"],
    "time_precision": ["1", "2", "3"], "geo_precision": ["1", "2", "3"],
    "where_prec": ["1", "2", "3", "4", "5", "6", "7"], "type_of_violence": ["1", "2", "3"],
    "event_type": ["Battles", "\"Riots, and more\"", "Protests"],
    "sub_event_type": ["Attack", "", "Mob violence"], "kind": ["attack", "shelling"],
    "country": ["Syria", "Syria", "Lebanon", ""], "source": ["A", "B"],
    "admin1": ["Hama", "Homs", ""], "admin2": ["As Salamiyeh", ""], "admin3": ["", "X"],
    "adm_1": ["Hamah Governorate", ""], "adm_2": ["", "Salamiyah"],
    "where_coordinates": ["Hama town", "\"Homs, the \"\"old\"\" town\""],
    "region": ["Hama", "SY05", "Hama;Homs", ""], "precision": ["", "district", "250m", "exact"],
    "latitude": ["35.0113", "35", "34.5"], "longitude": ["37.0532", "36.75", "-1.5"],
    "fatalities": ["0", "3", "12", ""], "best": ["3", "5"], "high": ["5", "9"],
    "low": ["1", "3"], "killed": ["3", "", "2"], "killed_low": ["", "1"],
    "killed_high": ["", "7"], "injured": ["", "4"],
    "qualifier": ["", "exact", "at least", "about", "dozens"],
    "timestamp": ["1741609001", "1741609002", ""],
    "notes": ["plain", "\"with \"\"quotes\"\", and a\nline end\"", "قصف على أطراف حماة", ""],
    "actor1": ["Group A", ""],
  ]

  private static let dirty = [
    "", " ", "x", "1,2", "\"3\"", " 4 ", "٣", "-1", "1e3", "2025-02-30", "06/03/2025",
    "1970-01-01", "2025-03-06T10:00:00Z", "99999999999999999999", "181", "0", "0.0", "36.",
    ".5", "+36.1", "\"unclosed", "a\"b", "\"a\"b", "Idlin", "1899-12-31", "9999999999", "007",
    "36.123456789012345678", "\u{200F}Hama", "tab\there",
  ]
}

struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

private func order(of finding: Finding) -> String {
  "\(finding.line) \(finding.rule) \(finding.column ?? "") \(finding.message)"
}

/// What several threads have been handed, put in the order of the file.
struct SharedReading {
  struct Taker: Sendable {
    var records: [Record] = []
    var findings: [Finding] = []
    var plainCount = 0
  }

  var records: [Record] = []
  var findings: [Finding] = []
  var plainCount = 0
  let summary: InputSummary

  init(_ file: InputFile, threads: Int, pieceSize: Int) throws {
    var takers = Array(repeating: Taker(), count: threads)
    summary = try file.read(into: &takers, pieceSize: pieceSize) { taker, batch in
      taker.records += batch.records + batch.plain.records
      taker.findings += batch.findings
      taker.plainCount += batch.plain.count
    }
    for taker in takers {
      records += taker.records
      findings += taker.findings
      plainCount += taker.plainCount
    }
    records.sort { $0.line < $1.line }
    findings.sort { order(of: $0) < order(of: $1) }
  }
}

@Suite("Rows read as templates and numbers")
struct PlainLaneTests {
  private static func withFile<Result>(
    _ bytes: [UInt8], name: String = "input.csv", _ body: (InputFile) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "nuzuh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: name)
    try Data(bytes).write(to: url)
    return try body(InputFile(path: url.path))
  }

  @Test(
    "Dirty tables give the same records, findings and accounts in either way, by any number of threads",
    arguments: 0..<24)
  func agrees(seed: UInt64) throws {
    let profile = ["acled", "ucdp-ged", "tracker-incidents"][Int(seed % 3)]
    let bytes = DirtyTable.text(
      seed: seed, rows: 400, dirt: [0, 3, 30, 8][Int(seed / 3 % 4)], profile: profile)
    try Self.withFile(bytes) { file in
      #expect(file.profileName == profile)
      var records: [Record] = []
      var findings: [Finding] = []
      let summary = try file.read { batch in
        records += batch.records
        findings += batch.findings
      }
      findings.sort { order(of: $0) < order(of: $1) }
      for (threads, pieceSize) in [(1, 1 << 18), (1, 1000), (2, 2000), (3, 500), (4, 90)] {
        let shared = try SharedReading(file, threads: threads, pieceSize: pieceSize)
        #expect(shared.records == records)
        #expect(shared.findings == findings)
        #expect(shared.summary == summary)
      }
    }
  }

  @Test("Most rows of a clean table are plain", arguments: ["acled", "tracker-incidents"])
  func isUsed(profile: String) throws {
    let bytes = DirtyTable.text(seed: 3, rows: 3000, dirt: 0, profile: profile)
    try Self.withFile(bytes) { file in
      let shared = try SharedReading(file, threads: 2, pieceSize: 4000)
      #expect(shared.plainCount * 10 > shared.records.count * 7)
    }
  }

  @Test("A file that cannot be split is read to its end all the same")
  func unsplittable() throws {
    var text = String(
      decoding: DirtyTable.text(seed: 9, rows: 300, dirt: 0, profile: "acled"), as: UTF8.self)
    // A single quote inside a field: from here on quotes seem to open where they close.
    text = text.replacing("Group A", with: "Group 5\" A", maxReplacements: 1)
    let tail = DirtyTable.text(seed: 10, rows: 300, dirt: 0, profile: "acled")
    try Self.withFile(Array(text.utf8) + tail) { file in
      var records: [Record] = []
      let summary = try file.read { records += $0.records }
      let shared = try SharedReading(file, threads: 3, pieceSize: 700)
      #expect(shared.records == records)
      #expect(shared.summary == summary)
    }
  }

  @Test("What a taker throws stops all threads and is passed on")
  func throwing() throws {
    struct Full: Error {}
    let bytes = DirtyTable.text(seed: 3, rows: 2000, dirt: 0, profile: "acled")
    try Self.withFile(bytes) { file in
      var takers = [0, 0]
      #expect(throws: Full.self) {
        try file.read(into: &takers, pieceSize: 1000) { taker, batch in
          taker += batch.plain.count
          if taker > 300 { throw Full() }
        }
      }
    }
  }

  @Test("Plain cells are read as the ordinary way reads them")
  func cells() {
    for text in ["36.75", "-0.5", "180", "36.123456789", "000.5", "1"] {
      let bytes = Array(text.utf8)
      #expect(PlainCell.decimal(bytes.span, 0..<bytes.count) == NumberText.degrees(bytes.span))
    }
    for text in ["", "-", ".", "36.", ".5", "1e3", "+1", "1.2.3", "1234567890123456", "٣"] {
      let bytes = Array(text.utf8)
      #expect(PlainCell.decimal(bytes.span, 0..<bytes.count) == nil)
    }
    for text in ["2025-03-06", "1900-01-01", "2024-02-29"] {
      let bytes = Array(text.utf8)
      let day = PlainCell.day(bytes.span, 0..<bytes.count)
      #expect(day.map { DateText.Outcome.day($0) } == DateText.parse(bytes.span, order: .iso))
    }
    for text in ["2023-02-29", "1970-01-01", "1899-12-31", "2025-3-6", "2025/03/06", "x"] {
      let bytes = Array(text.utf8)
      #expect(PlainCell.day(bytes.span, 0..<bytes.count) == nil)
    }
  }
}
