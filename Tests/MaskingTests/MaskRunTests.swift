import Disclosure
import Foundation
import Records
import Regions
import Tallies
import Testing

@testable import Masking

@Suite("Records become masked points")
struct MaskRunTests {
  private static let several: [Record] = (0..<60).map { number in
    .incident(
      "r\(number)", 36.05 + Double(number % 8) * 0.11, 34.05 + Double(number / 8) * 0.1,
      day: number * 3)
  }

  private func bytes(_ files: [[Record]], _ settings: MaskSettings? = nil) throws -> String {
    let outcome = try MaskSample.run(files, settings)
    return String(decoding: outcome.points.geoJSON(MaskSample.context), as: UTF8.self)
  }

  @Test("A3: the same bytes in any order of rows and files")
  func order() throws {
    let all = try bytes([Self.several])
    #expect(try bytes([Self.several.reversed()]) == all)
    #expect(try bytes([Array(Self.several[20...]), Array(Self.several[..<20])]) == all)
    #expect(all.contains("\"point_status\":\"masked\""))
  }

  @Test("other records that come and go move no point")
  func insertion() throws {
    let before = try MaskSample.run([Self.several]).points.points
    let less = try MaskSample.run([Array(Self.several.dropFirst(7))]).points.points
    #expect(before.count == 60 && less.count == 53)
    #expect(Set(less).isSubset(of: Set(before)))
  }

  @Test("records of one place, and of places that round to it, have one point")
  func sharedPlace() throws {
    let records: [Record] = [
      .incident("a", 36.2, 34.2), .incident("b", 36.2, 34.2, day: 70),
      .incident("c", 36.20041, 34.19962), .incident("d", 36.201, 34.2),
    ]
    let points = try MaskSample.run([records]).points.points
    #expect(Set(points.map(\.point)).count == 2)
    #expect(points.map(\.point).filter { $0 == points[0].point }.count % 2 == 1)
  }

  @Test("A2: a newer version replaces, and a record read twice is one point")
  func identity() throws {
    let old = Record.incident("a", 36.2, 34.2, version: 1)
    let new = Record.incident("a", 36.3, 34.3, version: 2)
    let outcome = try MaskSample.run([[old, new], [old]])
    #expect(outcome.points.points == (try MaskSample.run([[new]])).points.points)
    #expect(outcome.accounts.files.map(\.replaced) == [1, 1])
    var deletion = Record.incident("a", 36.3, 34.3, version: 3)
    deletion.isDeletion = true
    #expect(try MaskSample.run([[old, new, deletion]]).points.count == 0)
  }

  @Test(
    "A1: each record is a point, or stands under the reason why not",
    arguments: [
      (Record.incident("a", 36.2, 34.2), nil),
      (.incident("a", 36.2, 34.2, nil), nil),
      (.incident("a", 36.2, 34.2, .meters(500)), nil),
      (.incident("a", 36.12, 34.12, .level(.neighborhood)), nil),
      (.incident("a", 36.2, 34.2, .meters(501)), .knownTooCoarsely),
      (.incident("a", 36.2, 34.2, .settlement), .knownToTown),
      (.incident("a", 36.2, 34.2, .level(.subdistrict)), .knownTooCoarsely),
      (.incident("a", 36.2, 34.2, .level(.country)), .knownTooCoarsely),
      // Within 400 m of a border, a disc of 500 m lies in no one subdistrict.
      (.incident("a", 36.497, 34.2, .meters(500)), .knownTooCoarsely),
      (.incident("a", nil, nil), .noPoint),
      (.incident("a", 36.2, 34.2, country: "Lebanon"), .external),
      (.incident("a", 34.0, 30.0), .outside),
      (.incident("a", 34.5, 36.5), .unplaced),
      (.incident("a", 36.998, 34.5), .noRoom),
      (.incident("a", 36.2, 34.2, measure: .cumulative), .notAnEvent),
      (.incident("a", 36.2, 34.2, subject: "X"), .sharedSubject),
      (.movement("a", .eviction), .notPublic),
      (.movement("a", .displacement), .notPublic),
      (.movement("a", .return), .notPublic),
    ] as [(Record, Omission?)])
  func reasons(record: Record, reason: Omission?) throws {
    let accounts = try MaskSample.run([[record]]).accounts
    #expect(accounts.files[0].read == 1)
    #expect(accounts.masked == (reason == nil ? 1 : 0))
    #expect(accounts.files[0].omitted == (reason.map { [$0: 1] } ?? [:]))
    #expect(accounts.findings.count(of: .noRoomForMask) == (reason == .noRoom ? 1 : 0))
  }

  @Test("A1: days beyond the range are out of it, and accounts that add up say so in their JSON")
  func range() throws {
    let day = try #require(Day(year: 2025, month: 3, day: 1))
    let settings = try MaskSettings(policy: .public, from: day)
    let outcome = try MaskSample.run([Self.several], settings)
    let file = outcome.accounts.files[0]
    #expect(file.records == 60 && file.outOfRange == 0)
    let later = try MaskSettings(policy: .public, from: day.adding(30))
    let second = try MaskSample.run([Self.several], later).accounts.files[0]
    #expect(second.outOfRange > 0 && second.read + second.outOfRange == 60)
    #expect(String(decoding: outcome.accounts.json(), as: UTF8.self).contains("\"read\":60,"))
  }

  // MARK: - What is told

  @Test("D6: no id, no free text, no line, no true coordinate and no number that was not asked for")
  func canaries() throws {
    let record = Record.incident(
      "CANARY-id", 36.234567, 34.234567, kind: "CANARY-kind", killed: .exactly(90_817))
    let plain = try bytes([[record]])
    for word in ["CANARY", "90817", "36.2345", "34.2345", "36.235,", "34.235]", "line", "0.csv"] {
      #expect(!plain.contains(word), "\(word)")
    }
    let told = try bytes(
      [[record]],
      MaskSettings(policy: .public, kinds: ["Battles"], figures: [Indicator(.killed)]))
    #expect(told.contains("\"kind\":\"other\""))
    #expect(told.contains("\"killed\":90817"))
    #expect(!told.contains("CANARY"))
  }

  @Test("D1: what the policy does not call public is told neither as a point nor as its figure")
  func policy() throws {
    var policy = Policy.public
    #expect(throws: MaskError.self) {
      try MaskSettings(policy: .public, figures: [Indicator(.injured)])
    }
    policy[Indicator(.evicted)] = Policy.Decision(.public, "printed in the gazette")
    let evictions = try MaskSample.run(
      [[.movement("a", .eviction), .movement("b", .return)]],
      MaskSettings(policy: policy, figures: [Indicator(.evicted)]))
    #expect(evictions.accounts.masked == 1 && evictions.accounts.omitted(.notPublic) == 1)
    #expect(evictions.points.points.first?.figures.first?.best == "7")
    policy[Indicator(.incidents)] = Policy.Decision(.protected, "few know of them")
    let none = try MaskSample.run(
      [[.incident("a", 36.2, 34.2)]], MaskSettings(policy: policy))
    #expect(none.accounts.omitted(.notPublic) == 1)
  }

  @Test("periods are no shorter than the policy's, and longer where a record's days need it")
  func periods() throws {
    #expect(throws: MaskError.period(.day, shortest: .week)) {
      try MaskSettings(policy: .public, step: .day)
    }
    let settings = try MaskSettings(policy: .public)
    let last = try #require(Day(year: 2025, month: 3, day: 31))
    #expect(settings.period(of: DateSpan(last)).label == "2025-03")
    let over = try #require(DateSpan(first: last, last: last.adding(1)))
    #expect(settings.period(of: over).label == "2025")
    let quarter = try #require(DateSpan(first: last.adding(-40), last: last))
    #expect(settings.period(of: quarter).label == "2025-Q1")
    let years = try #require(DateSpan(first: last, last: last.adding(366)))
    #expect(settings.period(of: years).label.isEmpty)
  }

  @Test(
    "only governorate, district and subdistrict are held to",
    arguments: [Level.country, .neighborhood])
  func levels(level: Level) {
    #expect(throws: MaskError.self) { try MaskSample.run([[]], within: level) }
  }

  /// To take new bytes over after a wanted change, run with `NUZUH_RECORD_GOLDEN=1`.
  @Test("the file consists of these bytes")
  func golden() throws {
    let records: [Record] = [
      .incident("a", 36.2, 34.2, kind: "Battles", killed: Figure(Quantity(3), .atLeast)),
      .incident("b", 36.2, 34.2, day: 70, kind: "secret"),
      .incident("c", 36.55, 34.55, kind: "Riots"), .incident("d", 36.998, 34.5),
    ]
    let written = try bytes(
      [records],
      MaskSettings(
        policy: .public, kinds: ["Battles", "Riots"], figures: [Indicator(.killed)]))
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/masked-points.geojson")
    if ProcessInfo.processInfo.environment["NUZUH_RECORD_GOLDEN"] != nil {
      try Data(written.utf8).write(to: path)
      Issue.record("recorded; compare it in git and run again")
    }
    #expect(try String(contentsOf: path, encoding: .utf8) == written)
  }
}
