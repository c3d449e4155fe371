import Foundation

@testable import Releases

/// A store in a folder of one test, removed with everything in it when the test is over.
final class SampleStore {
  let folder: String
  let store: ReleaseStore

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/nuzuh-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    store = ReleaseStore(root: folder + "/root")
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: folder) } catch { print(error) }
  }

  /// Publishes a release that says `figure`.
  @discardableResult
  func publish(
    _ figure: String, at created: String, after: (PublishStep) throws -> Void = { _ in }
  ) throws -> StoredRelease {
    try store.publish(
      created: created, { try self.write(figure, created: created, to: $0) }, after: after)
  }

  /// What a release consists of, as far as the store looks at it.
  func write(
    _ figure: String, created: String, page: String = "hash of a page", ledger: String = "1",
    to path: String
  ) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let manifest = """
      {"created":"\(created)","generator":"nuzuh 0.1.0","resources":[
      {"path":"tallies.csv","format":"csv","bytes":1,"hash":"sha256:\(figure)"},
      {"path":"report.html","format":"html","bytes":\(page.utf8.count),"hash":"\(page)"},
      {"path":"ledger.jsonl","format":"jsonl","bytes":1,"hash":"\(ledger)"}]}
      """
    let files = [
      "tallies.csv": figure, "report.html": page, "ledger.jsonl": ledger,
      "datapackage.json": manifest,
    ]
    for (name, text) in files { try put(text, at: "\(path)/\(name)") }
  }

  func put(_ text: String, at path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  /// What `current` says, read as a reader does who follows the link.
  var currentFigure: String? {
    FileManager.default.contents(atPath: store.root + "/current/tallies.csv")
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every name in the store, hidden ones too.
  var names: [String] {
    get throws {
      let manager = FileManager.default
      return try manager.contentsOfDirectory(atPath: store.root).sorted()
        + manager.contentsOfDirectory(atPath: store.root + "/releases").sorted()
    }
  }
}
