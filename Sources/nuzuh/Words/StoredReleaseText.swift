import JSONText
import Records
import Releases

/// Releases of a store as people and programs read them.
enum StoredReleaseText {
  static func line(_ release: StoredRelease) -> String {
    "\(release.isCurrent ? "*" : " ") \(release.name)"
  }

  static func page(_ release: StoredRelease, _ files: [StoredRelease.File]) -> [String] {
    [
      release.name + (release.isCurrent ? "  (current)" : ""), "  made: \(release.created)",
      "  path: \(Finding.escaped(release.path))",
    ]
      + files.map {
        "  \(Finding.escaped($0.name))  \($0.bytes) bytes  \(Finding.escaped($0.hash))"
      }
  }

  static func json(_ releases: [StoredRelease]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray(onLines: true)
    for release in releases {
      writer.beginObject()
      write(release, to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endLine()
    return writer.drain()
  }

  static func json(_ release: StoredRelease, _ files: [StoredRelease.File]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    write(release, to: &writer)
    writer.key("files")
    writer.beginArray(onLines: true)
    for file in files {
      writer.beginObject()
      writer.member("name", file.name)
      writer.member("bytes", file.bytes)
      writer.member("hash", file.hash)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  private static func write(_ release: StoredRelease, to writer: inout JSONWriter) {
    writer.member("name", release.name)
    writer.member("created", release.created)
    writer.member("content", release.hash)
    writer.member("current", release.isCurrent)
    writer.member("path", release.path)
  }
}
