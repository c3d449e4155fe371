import Disclosure
import JSONText

/// Writes `datapackage.json` (Data Package v2, https://datapackage.org/standard/data-package/):
/// every other file with its size and hash, the inputs with theirs, and the licences.
struct DataPackage {
  private static let profile = "https://datapackage.org/profiles/2.0/datapackage.json"

  private let output: ReleaseOutput

  init(_ output: ReleaseOutput) {
    self.output = output
  }

  func write(_ files: [PublishedFile]) throws(PublishError) -> PublishedFile {
    let context = output.context
    var writer = JSONWriter()
    writer.beginObject(onLines: true)
    writer.member("$schema", Self.profile)
    writer.member("name", context.name)
    writer.member("title", context.title)
    writer.member("created", context.created)
    writer.member("generator", context.generator)
    writer.member("protection", output.release.protection.notice)
    writer.member("boundary_edition", context.boundaryEdition)
    writer.member("attribution", context.attribution)
    writer.key("temporal_coverage")
    writer.beginObject()
    writer.member("start", unlessEmpty: output.release.coverage.start)
    writer.member("end", unlessEmpty: output.release.coverage.end)
    writer.endObject()
    writeLicenses(to: &writer)
    writeSources(to: &writer)
    writer.key("resources")
    writer.beginArray(onLines: true)
    for file in files { write(file, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    var file = try OutputFile(creating: ReleaseDirectory.manifest, in: output.directory)
    try file.write(writer.drain())
    return try file.finish()
  }

  /// The standard wants at least one licence where the property stands.
  private func writeLicenses(to writer: inout JSONWriter) {
    guard !output.context.licenses.isEmpty else { return }
    writer.key("licenses")
    writer.beginArray(onLines: true)
    for license in output.context.licenses {
      writer.beginObject()
      if let name = license.name { writer.member("name", name) }
      if let path = license.path { writer.member("path", path) }
      writer.member("title", license.title)
      writer.endObject()
    }
    writer.endArray()
  }

  private func writeSources(to writer: inout JSONWriter) {
    let inputs = output.release.accounts.inputs
    guard !inputs.isEmpty else { return }
    writer.key("sources")
    writer.beginArray(onLines: true)
    for input in inputs {
      writer.beginObject()
      writer.member("title", input.file)
      writer.member("profile", input.profile)
      writer.member("hash", "sha256:\(input.sha256)")
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ file: PublishedFile, to writer: inout JSONWriter) {
    let kind = Kind(of: file.name)
    writer.beginObject()
    writer.member("name", kind.name)
    writer.member("path", file.name)
    let columns = TableHeader.columns(of: file.name)
    if columns != nil { writer.member("type", "table") }
    writer.member("format", kind.format)
    writer.member("mediatype", kind.mediaType)
    if kind.isText { writer.member("encoding", "utf-8") }
    writer.member("bytes", file.bytes)
    writer.member("hash", "sha256:\(file.sha256)")
    if let columns { writeSchema(columns, to: &writer) }
    writer.endObject()
  }

  private func writeSchema(_ columns: [TableColumn], to writer: inout JSONWriter) {
    if output.context.formats.hasHashtags, TableHeader.hashtags(of: columns) != nil {
      Self.writeDialect(to: &writer)
    }
    writer.key("schema")
    writer.beginObject()
    writer.key("fields")
    writer.beginArray()
    for column in columns {
      writer.beginObject()
      writer.member("name", column.name)
      writer.member("type", column.type)
      writer.member("description", column.description)
      writer.endObject()
    }
    writer.endArray()
    writer.key("missingValues")
    writer.beginArray()
    writer.string("")
    writer.endArray()
    writer.endObject()
  }
}

extension DataPackage {
  /// Table Dialect: the second row of the file, the hashtags, is no row of the table.
  private static func writeDialect(to writer: inout JSONWriter) {
    writer.key("dialect")
    writer.beginObject()
    writer.key("commentRows")
    writer.beginArray()
    writer.number(2)
    writer.endArray()
    writer.endObject()
  }
}

/// What a file's name says about it.
private struct Kind {
  /// Name of the resource: lower-case letters, digits, `-`, `_` and `.`.
  let name: String
  let format: String
  let mediaType: String

  var isText: Bool { format != "gpkg" }

  init(of fileName: String) {
    let parts = fileName.split(separator: ".")
    let stem = parts.dropLast().joined(separator: ".").lowercased()
    format = parts.last.map { $0.lowercased() } ?? ""
    // Names of resources are unique, and maps have sidecars that bear their names.
    name = ["geojson", "json", "jsonl", "csv", "txt"].contains(format) ? stem : "\(stem)-\(format)"
    switch format {
    case "geojson": mediaType = "application/geo+json"
    case "json": mediaType = "application/json"
    case "csv": mediaType = "text/csv"
    case "jsonl": mediaType = "application/jsonl"
    case "geojsonl": mediaType = "application/x-ndjson"
    case "geojsons": mediaType = "application/geo+json-seq"
    case "gpkg": mediaType = "application/geopackage+sqlite3"
    case "html": mediaType = "text/html"
    case "md": mediaType = "text/markdown"
    case "qml": mediaType = "application/xml"
    default: mediaType = "text/plain"
    }
  }
}
