import Foundation
import Testing

@testable import Releases

@Suite("Whenever publishing stops, current leads to a whole release, and the next run mends all")
struct CrashPointTests {
  private struct Killed: Error {}

  private let sample: SampleStore

  init() throws {
    sample = try SampleStore()
    try sample.publish("1", at: "2026-03-01T02:00:00Z")
  }

  /// What a series that was never disturbed leaves.
  private func undisturbed(_ figures: [String]) throws -> [String] {
    let other = try SampleStore()
    for (number, figure) in figures.enumerated() {
      try other.publish(figure, at: "2026-03-0\(number + 1)T02:00:00Z")
    }
    return try other.names
  }

  @Test("stopped after any step, then run again", arguments: PublishStep.allCases)
  func again(step: PublishStep) throws {
    #expect(throws: Killed.self) {
      try sample.publish("2", at: "2026-03-02T02:00:00Z") { if $0 == step { throw Killed() } }
    }
    #expect(sample.currentFigure == (step == .switched ? "2" : "1"))
    try sample.publish("2", at: "2026-03-02T02:00:00Z")
    #expect(sample.currentFigure == "2")
    #expect(try sample.names == undisturbed(["1", "2"]))
  }

  @Test(
    "stopped after any step, then run when the input has changed once more",
    arguments: PublishStep.allCases)
  func changed(step: PublishStep) throws {
    #expect(throws: Killed.self) {
      try sample.publish("2", at: "2026-03-02T02:00:00Z") { if $0 == step { throw Killed() } }
    }
    try sample.publish("3", at: "2026-03-03T02:00:00Z")
    #expect(sample.currentFigure == "3")
    // Nobody ever saw a release that was stopped before it became current.
    #expect(try sample.store.list().count == (step == .switched ? 3 : 2))
  }

  @Test(
    "stopped while going back to a release of the same second",
    arguments: [PublishStep.written, .announced, .switched])
  func goingBack(step: PublishStep) throws {
    try sample.publish("2", at: "2026-03-01T02:00:00Z")
    let names = try sample.names
    #expect(throws: Killed.self) {
      try sample.publish("1", at: "2026-03-01T02:00:00Z") { if $0 == step { throw Killed() } }
    }
    #expect(sample.currentFigure == (step == .switched ? "1" : "2"))
    try sample.publish("1", at: "2026-03-01T02:00:00Z")
    #expect(sample.currentFigure == "1")
    #expect(try sample.names == names)
  }

  @Test("stopped in the midst of writing: nothing of it stays") func midst() throws {
    #expect(throws: Killed.self) {
      try sample.store.publish(created: "2026-03-02T02:00:00Z") { path in
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        try sample.put("half", at: path + "/tallies.csv")
        throw Killed()
      }
    }
    #expect(sample.currentFigure == "1")
    try sample.publish("2", at: "2026-03-02T02:00:00Z")
    #expect(try sample.names == undisturbed(["1", "2"]))
  }

  @Test("a release that was being taken apart is gone after the next run, never listed in part")
  func pruning() throws {
    let second = try sample.publish("2", at: "2026-03-02T02:00:00Z")
    let first = try sample.store.list()[0]
    let hidden = "\(sample.store.root)/releases/.\(first.name).removed"
    try FileManager.default.moveItem(atPath: first.path, toPath: hidden)
    try FileManager.default.removeItem(atPath: hidden + "/tallies.csv")
    #expect(try sample.store.list() == [second])
    try sample.store.prune(keep: 5)
    #expect(try sample.names == ["current", "releases", second.name])
  }
}
