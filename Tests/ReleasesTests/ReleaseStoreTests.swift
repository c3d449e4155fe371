import Foundation
import Reports
import Testing

@testable import Releases

@Suite("A store keeps releases side by side, and current leads to the latest")
struct ReleaseStoreTests {
  private let sample: SampleStore

  init() throws {
    sample = try SampleStore()
  }

  private var store: ReleaseStore { sample.store }

  @Test("a release is named by its time and content, and current leads to it") func publish() throws
  {
    let release = try sample.publish("12", at: "2026-03-01T02:00:00Z")
    #expect(release.name.hasPrefix("2026-03-01T02-00-00Z-"))
    #expect(release.name.hasSuffix(release.hash))
    #expect(release.created == "2026-03-01T02:00:00Z")
    #expect(release.path == store.root + "/releases/" + release.name)
    #expect(try store.current() == release)
    #expect(sample.currentFigure == "12")
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: store.root + "/current")
    #expect(target == "releases/" + release.name)
    #expect(try sample.names == ["current", "releases", release.name])
  }

  @Test("an empty or missing store has no releases") func empty() throws {
    #expect(try store.current() == nil)
    #expect(try store.list().isEmpty)
    #expect(try store.prune(keep: 1).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: store.root))
  }

  @Test("releases are listed from the oldest, and one is the current") func list() throws {
    let made = try ["1", "2", "3"].enumerated().map { number, figure in
      try sample.publish(figure, at: "2026-03-0\(number + 1)T02:00:00Z")
    }
    let listed = try store.list()
    #expect(listed.map(\.name) == made.map(\.name))
    #expect(listed.map(\.isCurrent) == [false, false, true])
  }

  @Test("the same content is published once, whatever the time, the page and the ledger say")
  func once() throws {
    let first = try sample.publish("12", at: "2026-03-01T02:00:00Z")
    let again = try store.publish(created: "2026-03-02T02:00:00Z") {
      try sample.write(
        "12", created: "2026-03-02T02:00:00Z", page: "another time", ledger: "2", to: $0)
    }
    #expect(again == first)
    #expect(try store.list() == [first])
    #expect(try sample.names == ["current", "releases", first.name])
  }

  @Test("what was published before, but is not current, is published again") func returning()
    throws
  {
    let first = try sample.publish("1", at: "2026-03-01T02:00:00Z")
    try sample.publish("2", at: "2026-03-02T02:00:00Z")
    let third = try sample.publish("1", at: "2026-03-03T02:00:00Z")
    #expect(third.hash == first.hash)
    #expect(try store.list().count == 3)
    #expect(sample.currentFigure == "1")
  }

  @Test("at the same second too: then current goes back to the release of that name")
  func sameSecond() throws {
    let first = try sample.publish("1", at: "2026-03-01T02:00:00Z")
    try sample.publish("2", at: "2026-03-01T02:00:00Z")
    let third = try sample.publish("1", at: "2026-03-01T02:00:00Z")
    #expect(third == first)
    #expect(try store.list().count == 2)
    #expect(sample.currentFigure == "1")
  }

  @Test("a clock that jumps back changes neither what is current nor that it stays")
  func clock() throws {
    try sample.publish("1", at: "2026-03-05T02:00:00Z")
    let late = try sample.publish("2", at: "2020-01-01T00:00:00Z")
    #expect(try store.current() == late)
    let removed = try store.prune(keep: 1)
    #expect(removed.isEmpty)
    #expect(try store.current() == late)
    #expect(try store.list().count == 2)
  }

  @Test(
    "only instants in UTC to the second name releases",
    arguments: [
      "2026-03-01", "2026-03-01T02:00:00", "2026-03-01T02:00:00+03:00", "../../etc/cron.d/x",
      "2026-03-01T02:00:00Z/", "", "2026-03-01T02:00:0٣Z",
    ])
  func times(created: String) throws {
    #expect(throws: ReleaseStoreError.unreadableTime(created)) {
      try sample.publish("1", at: created)
    }
    #expect(!FileManager.default.fileExists(atPath: store.root))
  }

  @Test(
    "what is written must be a release",
    arguments: ["nothing", "an empty directory", "no manifest", "more than the manifest names"])
  func noRelease(kind: String) throws {
    try sample.publish("1", at: "2026-03-01T02:00:00Z")
    #expect(throws: ReleaseStoreError.self) {
      try store.publish(created: "2026-03-02T02:00:00Z") { path in
        if kind == "nothing" { return }
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: false)
        if kind == "no manifest" { try sample.put("1", at: path + "/tallies.csv") }
        if kind == "more than the manifest names" {
          try FileManager.default.removeItem(atPath: path)
          try sample.write("2", created: "2026-03-02T02:00:00Z", to: path)
          try sample.put("x", at: path + "/notes.txt")
        }
      }
    }
    #expect(sample.currentFigure == "1")
    try sample.publish("2", at: "2026-03-02T02:00:00Z")
    #expect(sample.currentFigure == "2")
  }

  @Test("a current release whose manifest is damaged is replaced by the next") func damaged() throws
  {
    let first = try sample.publish("1", at: "2026-03-01T02:00:00Z")
    try sample.put("{", at: first.path + "/datapackage.json")
    let second = try sample.publish("1", at: "2026-03-02T02:00:00Z")
    #expect(second.name != first.name)
    #expect(try store.current() == second)
  }
}
