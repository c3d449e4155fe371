import Crypto
import Digests
import JSONText
import Reports

/// What a release says, apart from when it was made: the same again means that nothing changed.
///
/// Its hash is that of `datapackage.json`, which names every file with its SHA-256, without:
/// - `created`, the time itself;
/// - the size and hash of pages (`html`) and GeoPackages (`gpkg`): they hold the time, and show
///   nothing that the other files do not say;
/// - the size and hash of `ledger.jsonl`, which gets a line with every release.
///
/// All other files are functions of the figures, the settings, the boundaries and the version of
/// the program. That a page or a GeoPackage is there counts, and so does its name.
struct ReleaseContent {
  private static let timedFormats: Set<String> = ["html", "gpkg"]

  /// SHA-256 in lower-case hexadecimal digits.
  let hash: String

  /// - Parameter directory: a whole release.
  /// - Throws: `ReleaseStoreError.notARelease` where its manifest cannot be read as one.
  init(ofReleaseIn directory: String) throws(ReleaseStoreError) {
    let manifest = try ReleaseManifest(ofReleaseIn: directory)
    var writer = JSONWriter()
    writer.beginObject()
    for member in manifest.members where member.key != "created" {
      writer.key(member.key)
      if member.key == "resources" {
        Self.write(resources: member.value, to: &writer)
      } else {
        writer.value(member.value)
      }
    }
    writer.endObject()
    hash = SHA256.hash(data: writer.drain()).hexadecimal
  }

  private static func write(resources: JSONValue, to writer: inout JSONWriter) {
    writer.beginArray()
    for resource in resources.array ?? [] {
      let isTimed = isTimed(resource)
      writer.beginObject()
      for member in resource.object?.members ?? []
      where !isTimed || (member.key != "hash" && member.key != "bytes") {
        writer.key(member.key)
        writer.value(member.value)
      }
      writer.endObject()
    }
    writer.endArray()
  }

  private static func isTimed(_ resource: JSONValue) -> Bool {
    resource["path"]?.string == ReleaseWriter.ledgerName
      || resource["format"]?.string.map(timedFormats.contains) ?? false
  }
}
