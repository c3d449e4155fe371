import Foundation
import Testing

@testable import Masking

@Suite("The key of a mask is kept")
struct MaskKeyTests {
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "nuzuh-mask-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("a new key has 32 bytes for its owner alone, and each is another")
  func creation() throws {
    try inFolder { folder in
      let paths = ["a", "b"].map { folder.appending(path: $0).path() }
      for path in paths { try MaskKey.create(path) }
      let attributes = try FileManager.default.attributesOfItem(atPath: paths[0])
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(attributes[.size] as? Int == 32)
      #expect(try MaskKey(path: paths[0]).id != MaskKey(path: paths[1]).id)
      #expect(try MaskKey(path: paths[0]).id == MaskKey(path: paths[0]).id)
    }
  }

  @Test("no key is ever written over anything")
  func noReplacement() throws {
    try inFolder { folder in
      let path = folder.appending(path: "key").path()
      try MaskKey.create(path)
      let before = try Data(contentsOf: URL(filePath: path))
      #expect(throws: MaskError.self) { try MaskKey.create(path) }
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
      // Also not through a link that leads nowhere yet.
      let link = folder.appending(path: "link").path()
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: folder.appending(path: "later").path())
      #expect(throws: MaskError.self) { try MaskKey.create(link) }
    }
  }

  @Test(
    "a key that others may read or change is refused, and so is what is no key",
    arguments: [
      (0o640, 32, "others may read"), (0o604, 32, "others may read"),
      (0o620, 32, "others may read"), (0o700, 32, "others may read"),
      (0o600, 31, "does not hold"), (0o600, 33, "does not hold"), (0o600, 0, "does not hold"),
    ])
  func refusals(mode: Int, bytes: Int, cause: String) throws {
    try inFolder { folder in
      let path = folder.appending(path: "key").path()
      try Data(repeating: 7, count: bytes).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      let error = try #require(throws: MaskError.self) { _ = try MaskKey(path: path) }
      #expect(error.description.contains(cause), "\(error)")
      #expect(error.exitCode == 66)
    }
  }

  @Test("a link, a folder and a missing file are no key")
  func others() throws {
    try inFolder { folder in
      let key = folder.appending(path: "key").path()
      try MaskKey.create(key)
      let link = folder.appending(path: "link").path()
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: key)
      for path in [link, folder.path(), folder.appending(path: "missing").path()] {
        #expect(throws: MaskError.self) { _ = try MaskKey(path: path) }
      }
    }
  }
}
