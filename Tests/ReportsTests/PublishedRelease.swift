import Disclosure
import JSONText
import Reports

/// A release written to a folder, and its files read back.
struct PublishedRelease {
  let folder: TemporaryFolder

  init(
    _ release: Release? = nil, formats: ReleaseContext.Formats = ReleaseContext.Formats()
  ) throws {
    folder = try TemporaryFolder()
    try SampleRelease.writer(release, formats: formats).publish(to: folder.path + "/release")
  }

  func text(_ name: String) throws -> String {
    String(decoding: try folder.read("release/" + name), as: UTF8.self)
  }

  func json(_ name: String) throws -> JSONValue {
    try JSONValue(parsing: folder.read("release/" + name))
  }

  func features(_ name: String) throws -> [JSONValue] {
    try json(name)["features"]?.array ?? []
  }

  /// The properties of the feature with an id, or `nil`.
  func properties(_ name: String, of id: String) throws -> JSONValue? {
    try features(name).first { $0["id"]?.string == id }?["properties"]
  }
}

extension JSONValue {
  /// Text, number or truth value as text; `nil` for null.
  var plainText: String? {
    string ?? number?.text ?? bool.map { "\($0)" }
  }
}
