import Foundation
import Testing

@testable import Releases

@Suite("A store touches nothing that is not its own, and follows no link that leads out of it")
struct ForeignFilesTests {
  private let sample: SampleStore

  init() throws {
    sample = try SampleStore()
    try sample.publish("1", at: "2026-03-01T02:00:00Z")
    try sample.publish("2", at: "2026-03-02T02:00:00Z")
    try FileManager.default.createDirectory(
      atPath: sample.folder + "/precious", withIntermediateDirectories: false)
    try sample.put("years of work", at: sample.folder + "/precious/thesis.txt")
  }

  private var root: String { sample.store.root }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  private func expectPrecious() {
    #expect(
      FileManager.default.contents(atPath: sample.folder + "/precious/thesis.txt")
        == Data("years of work".utf8))
  }

  @Test("prune keeps the newest, never removes the current, and says what it removed")
  func prune() throws {
    let third = try sample.publish("3", at: "2026-03-03T02:00:00Z")
    let before = try sample.store.list()
    let removed = try sample.store.prune(keep: 2)
    #expect(removed.map(\.name) == [before[0].name])
    #expect(try sample.store.list().map(\.name) == before.dropFirst().map(\.name))
    try sample.store.prune(keep: 0)
    #expect(try sample.store.list() == [third])
    try sample.store.prune(keep: -1)
    #expect(sample.currentFigure == "3")
  }

  @Test(
    "files and folders of others are neither listed nor removed",
    arguments: ["notes.txt", "2026-03-01", "2020-01-01T00-00-00Z-0123456789ab.bak", ".hidden"])
  func foreign(name: String) throws {
    let path = "\(root)/releases/\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    try sample.put("mine", at: path + "/file")
    #expect(try sample.store.list().count == 2)
    #expect(try sample.store.prune(keep: 1).count == 1)
    try sample.publish("3", at: "2026-03-03T02:00:00Z")
    #expect(FileManager.default.fileExists(atPath: path + "/file"))
  }

  @Test("a link among the releases that bears the name of one is no release") func release() throws
  {
    let path = root + "/releases/2020-01-01T00-00-00Z-0123456789ab"
    try link(path, to: sample.folder + "/precious")
    #expect(try sample.store.list().count == 2)
    try sample.store.prune(keep: 1)
    expectPrecious()
  }

  @Test(
    "a current that leads elsewhere is refused, and nothing there is removed",
    arguments: [
      "../precious", "/", "releases/../../precious", "releases", ".",
      "releases/2020-01-01T00-00-00Z-0123456789ab",
    ])
  func current(target: String) throws {
    try FileManager.default.removeItem(atPath: root + "/current")
    try link(root + "/current", to: target)
    #expect(throws: ReleaseStoreError.self) { try sample.store.current() }
    #expect(throws: ReleaseStoreError.self) { try sample.store.prune(keep: 1) }
    #expect(throws: ReleaseStoreError.self) {
      try sample.publish("3", at: "2026-03-03T02:00:00Z")
    }
    expectPrecious()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: root + "/current") == target)
  }

  @Test("a current that is a folder is refused") func folder() throws {
    try FileManager.default.removeItem(atPath: root + "/current")
    try FileManager.default.createDirectory(
      atPath: root + "/current", withIntermediateDirectories: false)
    let error = #expect(throws: ReleaseStoreError.self) {
      try sample.publish("3", at: "2026-03-03T02:00:00Z")
    }
    #expect(error?.exitCode == 73)
  }

  @Test(
    "links under the store's own hidden names lead to no removal",
    arguments: [
      "releases/.incoming", "releases/.2020-01-01T00-00-00Z-0123456789ab.removed",
      ".current.next", ".current.again",
    ])
  func hidden(name: String) throws {
    try link("\(root)/\(name)", to: sample.folder + "/precious")
    do { try sample.publish("3", at: "2026-03-03T02:00:00Z") } catch {}
    do { try sample.store.prune(keep: 1) } catch {}
    expectPrecious()
    #expect(["2", "3"].contains(sample.currentFigure))
  }

  @Test("a prepared link to the current release does not take that away") func prepared() throws {
    let current = try #require(try sample.store.current())
    try link(root + "/.current.next", to: "releases/" + current.name)
    try sample.store.prune(keep: 2)
    #expect(sample.currentFigure == "2")
    #expect(try sample.store.list().count == 2)
  }

  @Test("a folder of releases that is a link is refused") func releases() throws {
    try FileManager.default.moveItem(
      atPath: root + "/releases", toPath: sample.folder + "/elsewhere")
    try link(root + "/releases", to: sample.folder + "/elsewhere")
    #expect(throws: ReleaseStoreError.self) { try sample.store.list() }
    #expect(throws: ReleaseStoreError.self) { try sample.store.prune(keep: 1) }
  }
}
