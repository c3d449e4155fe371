import Foundation
import Testing

@testable import Reports

@Suite("A release is published whole or not at all")
struct PublishingTests {
  private let folder: TemporaryFolder
  private let target: String

  init() throws {
    folder = try TemporaryFolder()
    target = folder.path + "/release"
  }

  @Test("only the owner may read it, and nothing else is left beside it") func modes() throws {
    let files = try SampleRelease.writer().publish(to: target)
    #expect(try folder.names == ["release"])
    #expect(try folder.mode("release") == 0o700)
    #expect(files.count == 10)
    for file in files {
      #expect(try folder.mode("release/" + file.name) == 0o600)
      #expect(try folder.read("release/" + file.name).count == file.bytes)
    }
  }

  @Test("A3: the same release gives the same bytes again") func sameBytes() throws {
    let first = try SampleRelease.writer().publish(to: target)
    let second = try SampleRelease.writer().publish(to: folder.path + "/other")
    #expect(first == second)
  }

  @Test("a release is replaced whole, also through a link or with a slash at the end")
  func replacement() throws {
    try SampleRelease.writer().publish(to: target)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/current", withDestinationPath: "release")
    let smaller = try SampleRelease.release(step: nil, periods: [])
    for path in [target, target + "//", folder.path + "/current"] {
      try SampleRelease.writer().publish(to: path)
      #expect(try folder.names == ["current", "release"])
      #expect(FileManager.default.fileExists(atPath: target + "/periods.geojson"))
      try SampleRelease.writer(smaller).publish(to: path)
      #expect(try folder.names == ["current", "release"])
      #expect(!FileManager.default.fileExists(atPath: target + "/periods.geojson"))
    }
  }

  @Test("a reader finds a release at every moment while others replace it") func readers()
    async throws
  {
    try SampleRelease.writer().publish(to: target)
    let (manifest, stop) = (target + "/datapackage.json", folder.path + "/stop")
    async let looks = Self.watch(manifest, until: stop)
    for _ in 0..<20 {
      try SampleRelease.writer(SampleRelease.release(step: nil, periods: [])).publish(to: target)
      try SampleRelease.writer().publish(to: target)
      await Task.yield()
    }
    try folder.write("", to: "stop")
    #expect(await looks.found > 0)
    #expect(await looks.missing == 0)
  }

  private static func watch(
    _ path: String, until stop: String
  ) async -> (found: Int, missing: Int) {
    var looks = (found: 0, missing: 0)
    repeat {
      if FileManager.default.fileExists(atPath: path) {
        looks.found += 1
      } else {
        looks.missing += 1
      }
    } while !FileManager.default.fileExists(atPath: stop)
    return looks
  }

  @Test("an empty directory is filled") func emptyDirectory() throws {
    _ = try folder.makeFolder("release")
    try SampleRelease.writer().publish(to: target)
    #expect(try folder.names == ["release"])
  }

  @Test(
    "nothing that is not a release is replaced",
    arguments: [
      ["thesis.txt": "ten years of work"],
      ["datapackage.json": #"{"name":"someone-elses","resources":[]}"#],
      ["datapackage.json": #"{"generator":"nuzuh 0.1.0""#],
      [
        "datapackage.json": #"{"generator":"nuzuh 0.1.0","resources":[{"path":"tallies.csv"}]}"#,
        "notes.txt": "mine",
      ],
    ])
  func refusal(contents: [String: String]) throws {
    _ = try folder.makeFolder("release")
    for (name, text) in contents { try folder.write(text, to: "release/" + name) }
    let error = #expect(throws: PublishError.self) {
      try SampleRelease.writer().publish(to: target)
    }
    #expect(error?.exitCode == 73)
    #expect(error?.description.contains(target) == true)
    for (name, text) in contents {
      #expect(try folder.read("release/" + name) == Array(text.utf8))
    }
    #expect(try folder.names == ["release"])
  }

  @Test("a file is not replaced") func file() throws {
    try folder.write("mine", to: "release")
    #expect(throws: PublishError.notARelease(path: target, cause: "it is not a directory")) {
      try SampleRelease.writer().publish(to: target)
    }
  }

  @Test("a missing parent is named") func missingParent() throws {
    let path = folder.path + "/no/where"
    let error = #expect(throws: PublishError.self) { try SampleRelease.writer().publish(to: path) }
    #expect(error?.exitCode == 73)
    #expect(error?.description.contains(folder.path + "/no does not exist") == true)
  }

  @Test("what a killed run left behind is removed, what a living one holds is not")
  func leftovers() throws {
    _ = try folder.makeFolder(".release.nuzuh-dead01")
    try folder.write("half", to: ".release.nuzuh-dead01/regions.geojson")
    _ = try folder.makeFolder(".release.nuzuh-alive1")
    let living = try Descriptor(directory: folder.path + "/.release.nuzuh-alive1")
    let isLocked = living.lock()
    #expect(isLocked)
    _ = try folder.makeFolder(".other.nuzuh-dead02")
    try SampleRelease.writer().publish(to: target)
    #expect(
      try folder.names == [".other.nuzuh-dead02", ".release.nuzuh-alive1", "release"])
    withExtendedLifetime(living) {}
  }

  @Test("an old release that stepped aside in a killed run is put back") func asideIsPutBack()
    throws
  {
    try SampleRelease.writer().publish(to: target)
    let bytes = try folder.read("release/tallies.csv")
    try FileManager.default.moveItem(
      atPath: target, toPath: folder.path + "/.release.nuzuh-dead01.old")
    try Leftovers(of: TargetPlace(target)).remove()
    #expect(try folder.names == ["release"])
    #expect(try folder.read("release/tallies.csv") == bytes)
  }

  @Test("a file system that cannot exchange directories replaces in two steps") func twoSteps()
    throws
  {
    let staged = try StagedDirectory(for: target)
    var file = try OutputFile(creating: "datapackage.json", in: staged.path)
    try file.write(#"{"generator":"nuzuh 0","resources":[]}"#)
    _ = try file.finish()
    _ = try folder.makeFolder("release")
    try folder.write("old", to: "release/datapackage.json")
    try staged.replaceInTwoSteps()
    #expect(try folder.names == ["release"])
    #expect(try folder.read("release/datapackage.json") != Array("old".utf8))
  }
}
