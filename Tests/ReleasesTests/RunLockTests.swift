import Foundation
import Reports
import Testing

@testable import Releases

@Suite("One run at a time")
struct RunLockTests {
  private let sample: SampleStore

  init() throws {
    sample = try SampleStore()
  }

  private var path: String { sample.folder + "/run.lock" }

  private func holder() throws -> RunLock.Holder? {
    let lock = try RunLock(path: path, since: "2026-03-03T02:00:00Z")
    return lock.interrupted
  }

  @Test("a second run is told who holds the lock, and may try again") func held() throws {
    let lock = try RunLock(path: path, since: "2026-03-01T02:00:00Z")
    let error = #expect(throws: RunLockError.self) { try holder() }
    #expect(error?.exitCode == 75)
    guard case .held(_, let other?) = error else {
      Issue.record("\(String(describing: error)) names nobody")
      return
    }
    #expect(other.pid == ProcessInfo.processInfo.processIdentifier)
    #expect(other.since == "2026-03-01T02:00:00Z")
    #expect(error?.description.contains("process \(other.pid)") == true)
    #expect(lock.interrupted == nil)
  }

  @Test("a lock that was given back is free, and nobody was interrupted") func freed() throws {
    for _ in 0..<3 { #expect(try holder() == nil) }
    #expect(FileManager.default.contents(atPath: path) == Data())
  }

  @Test("a file that a killed run left holds nobody up, whatever its time, and is told of")
  func stale() throws {
    try sample.put(
      #"{"pid":1,"since":"2099-01-01T00:00:00Z","host":"elsewhere"}"#, at: path)
    let interrupted = try holder()
    #expect(interrupted?.pid == 1)
    #expect(interrupted?.host == "elsewhere")
    #expect(try holder() == nil)
  }

  @Test(
    "a file with other content holds nobody up",
    arguments: ["{", "{}", #"{"pid":99999999999,"since":"","host":""}"#, "\u{0}\u{0}"])
  func damaged(content: String) throws {
    try sample.put(content, at: path)
    #expect(try holder() == nil)
  }

  @Test("a lock file that is a link is refused") func link() throws {
    try sample.put("precious", at: sample.folder + "/other")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "other")
    #expect(throws: RunLockError.self) { try holder() }
    #expect(FileManager.default.contents(atPath: sample.folder + "/other") == Data("precious".utf8))
  }

  @Test("while one process publishes, another is told to try again") func store() throws {
    let error = #expect(throws: ReleaseStoreError.self) {
      try sample.publish("1", at: "2026-03-01T02:00:00Z") { step in
        if step == .cleaned { try sample.store.prune(keep: 1) }
      }
    }
    #expect(error?.exitCode == 75)
  }
}
