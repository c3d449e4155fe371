import Foundation
import Readers
import Records
import Regions
import Tallies
import Testing

@testable import Locating

/// The oracle is `TableLocator` alone, which reads every row the ordinary way.
@Suite("Plain rows in lanes come out as rows read one by one do")
struct PlainRowsTests {
  private static func plainly(_ text: [UInt8], _ settings: LocateSettings) throws -> Located {
    var locator = TableLocator(
      file: "points.csv", settings: settings, placer: try SmallCountry.placer())
    var located = Located(summary: locator.summary)
    try locator.take(text, into: &located.output)
    try locator.finish(into: &located.output)
    located.summary = locator.summary
    return located
  }

  /// Through files, as the command does it.
  private static func streamed(
    _ text: [UInt8], _ settings: LocateSettings, threads: Int
  ) throws -> Located {
    let folder = FileManager.default.temporaryDirectory
    let (from, to) = (folder.appending(path: "\(UUID())"), folder.appending(path: "\(UUID())"))
    defer { for url in [from, to] { _ = try? FileManager.default.removeItem(at: url) } }
    try Data(text).write(to: from)
    try Data().write(to: to)
    var stream = RowStream(
      file: "points.csv", input: try FileHandle(forReadingFrom: from),
      output: try FileHandle(forWritingTo: to), settings: settings,
      placer: try SmallCountry.placer(), threads: threads)
    // Small enough for many batches, and for rows across their ends.
    stream.batchSize = 20_000
    #expect(try stream.run() == .complete)
    return Located(output: [UInt8](try Data(contentsOf: to)), summary: stream.summary)
  }

  private static func expectSame(
    _ text: [UInt8], _ settings: LocateSettings = LocateSettings(), threads: [Int] = [1, 2, 3]
  ) throws {
    let expected = try plainly(text, settings)
    for count in threads {
      let found = try streamed(text, settings, threads: count)
      // Whole outputs in a message would fill the screen.
      let isSame = found.output == expected.output
      #expect(isSame, "\(count) threads: \(difference(found.output, expected.output))")
      #expect(found.summary.rows == expected.summary.rows)
      #expect(found.summary.counts == expected.summary.counts)
      #expect(found.summary.needsPerson == expected.summary.needsPerson)
      #expect(Self.findings(found.summary) == Self.findings(expected.summary))
    }
  }

  private static func findings(_ summary: LocateSummary) -> [String] {
    summary.findings.groups.map { rule, group in
      "\(rule) \(group.count) \(group.first.map { "\($0.line) \($0.message)" })"
    }.sorted()
  }

  private static func difference(_ found: [UInt8], _ expected: [UInt8]) -> String {
    let place = zip(found, expected).enumerated().first { $1.0 != $1.1 }?.offset
    let start = max(0, (place ?? min(found.count, expected.count)) - 60)
    let shown = [found, expected].map {
      String(decoding: $0[min(start, $0.count)..<min(start + 160, $0.count)], as: UTF8.self)
    }
    return "at \(start): \(shown[0]) instead of \(shown[1])"
  }

  /// What can stand in a row, plain and unusual.
  private static func rows(_ count: Int, ending: String, seed: UInt64, odd: Int) -> String {
    var numbers = SeededNumbers(seed)
    var text = ""
    for row in 0..<count {
      let x = Double.random(in: 35.9...38.2, using: &numbers)
      let y = Double.random(in: 33.9...36.2, using: &numbers)
      let note = notes.randomElement(using: &numbers) ?? ""
      let point = "\(String(format: "%.5f", x)),\(String(format: "%.4f", y))"
      switch Int.random(in: 0..<max(odd, 1), using: &numbers) {
      case 0 where odd > 0: text += oddities.randomElement(using: &numbers) ?? ""
      default: text += "\(row),\(note),\(point),\(kinds[row % kinds.count])"
      }
      text += ending
    }
    return text
  }

  private static let kinds = ["settlement", "exact", "", "district", "250m", "\"exact\""]
  private static let notes = [
    "", "plain", "\"a, b\"", "\"two\nlines\"", "\"say \"\"yes\"\"\"", "\"x\r\ny\"", "حي الميدان",
    "\"قصف، على \n الأطراف\"", "5 \" of rain", "\"\"",
  ]
  private static let oddities = [
    "a,b,,,", "a,b,36.5,,exact", ",,,,", "a,b,36.5", "a,b,36.5,34.5,exact,,", "a,b,0,0,exact",
    "a,b,36.5,34.5,exact,more", "id,note,lon,lat,precision", "a,b,٣٦٫٥,34.5,exact", "",
    "a,\"b\"c,36.5,34.5,exact", "a,b, 36.5 ,34.5,exact", "a,b,\"36.5\",\"34.5\",exact",
    "a,b,99.5,34.5,exact", "a,b,36.5,34.5,nonsense", "#id,#note,#lon,#lat,#precision", "\"\"",
    "a,b,1e2,34.5,exact", "\u{FEFF}a,b,36.5,34.5,exact",
  ]

  private static let header = "id,note,lon,lat,precision"
  private static let precise = LocateSettings(
    request: PlaceReader.Request(names: PlaceColumnNames(precision: "precision")), names: .both)

  @Test(
    "Whatever stands in the rows, and however they end",
    arguments: [("\n", 0), ("\n", 3), ("\r\n", 5), ("\n", 40), ("\r", 9), ("\n\n", 7)])
  func mixture(ending: String, odd: Int) throws {
    for seed in [1, 2] as [UInt64] {
      let text = Self.header + ending + Self.rows(9_000, ending: ending, seed: seed, odd: odd)
      for settings in [LocateSettings(), Self.precise] {
        try Self.expectSame(Array(text.utf8), settings)
      }
    }
  }

  @Test("Damaged text, zero bytes and a last line without an end")
  func damage() throws {
    var bytes = Array((Self.header + "\n" + Self.rows(12_000, ending: "\n", seed: 4, odd: 50)).utf8)
    bytes.removeLast()
    for (place, byte) in [(700_000, 0xFF), (720_000, 0), (900_000, 0xC3), (1_100_000, 0)] {
      if place < bytes.count { bytes[place] = UInt8(byte) }
    }
    for at in stride(from: 30_000, to: bytes.count, by: 61_111) { bytes[at] = 0xE9 }
    try Self.expectSame(bytes, Self.precise)
  }

  @Test("A quote that never closes swallows no more than it does one by one")
  func openQuote() throws {
    let rows = Self.rows(30_000, ending: "\n", seed: 5, odd: 0)
    let open = "a,\"never closed,36.5,34.5,exact\n"
    for parts in [1, 3] {
      let middle = rows.utf8.index(rows.startIndex, offsetBy: rows.utf8.count / (parts + 1))
      let cut = rows[..<middle].lastIndex(of: "\n") ?? middle
      let text = Self.header + "\n" + rows[...cut] + open + rows[rows.index(after: cut)...]
      try Self.expectSame(Array(text.utf8), threads: [2])
    }
  }

  @Test("ACLED's rows are placed by their codes and precision")
  func profile() throws {
    let header =
      "event_id_cnty,event_date,time_precision,event_type,country,admin1,admin2,latitude,longitude,"
      + "geo_precision,notes,fatalities\n"
    var numbers = SeededNumbers(9)
    var text = header
    let words = ["North", "South", "", "Nowhere", "G1"]
    for row in 0..<12_000 {
      let admin = words.randomElement(using: &numbers) ?? ""
      let y = String(format: "%.4f", Double.random(in: 33.9...36.2, using: &numbers))
      let x = String(format: "%.4f", Double.random(in: 35.9...38.2, using: &numbers))
      let date = row % 50 == 0 ? "not a day" : "2025-03-0\(1 + row % 9)"
      text += "SYR\(row),\(date),\(row % 97 == 0 ? 9 : 1 + row % 3),Battles,"
      text += "\(["Syria", "Lebanon", "", "Syrien"][row % 40 < 37 ? 0 : row % 4]),\(admin),,"
      text += "\(y),\(x),\(row % 301 == 0 ? 7 : 1 + row % 3),\"قرب \(admin), \n\",\(row % 5)\n"
    }
    try Self.expectSame(Array(text.utf8))
  }

  @Test("UTF-8 is what the standard library takes for it")
  func validity() {
    var numbers = SeededNumbers(21)
    let samples = ["aé漢😀", "حي", "\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}", "plain text"]
    for round in 0..<60_000 {
      var bytes = Array((samples[round % 4] + samples[(round / 4) % 4]).utf8)
      for _ in 0..<(round % 3) {
        bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = .random(
          in: 0...255, using: &numbers)
      }
      if round % 5 == 0 { bytes.removeLast() }
      let isText = String(validating: bytes, as: UTF8.self) != nil
      #expect(PlainBytes.isUTF8(bytes.span, 0..<bytes.count) == isText, "\(bytes)")
    }
  }
}

/// SplitMix64.
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
