import Disclosure
import JSONText
import Regions

/// A GeoJSON file of a release, written feature by feature.
struct FeatureFile: ~Copyable {
  private var file: OutputFile
  private var writer = JSONWriter()

  /// Begins the collection with what holds for all of it; `members` adds foreign members.
  init(
    _ layer: String, of output: ReleaseOutput, bounds: BoundingBox,
    members: (inout JSONWriter) -> Void = { _ in }
  ) throws(PublishError) {
    file = try OutputFile(creating: "\(layer).geojson", in: output.directory)
    let (release, context) = (output.release, output.context)
    writer.beginObject(onLines: true)
    writer.member("type", "FeatureCollection")
    writer.member("name", layer)
    writer.member("title", context.title)
    writer.key("period")
    writer.beginObject()
    writer.member("start", unlessEmpty: release.coverage.start)
    writer.member("end", unlessEmpty: release.coverage.end)
    writer.member("label", release.coverage.label)
    writer.endObject()
    writer.member("protection", release.protection.notice)
    writer.member("attribution", context.attribution)
    writer.member("disclaimer", context.disclaimer)
    writer.member("generator", context.generator)
    members(&writer)
    writer.bounds(bounds)
    writer.key("features")
    writer.beginArray(onLines: true)
  }

  /// Writes one feature.
  mutating func feature(
    id: String, geometry: (inout JSONWriter) -> Void, properties: (inout JSONWriter) -> Void
  ) throws(PublishError) {
    writer.beginObject()
    writer.member("type", "Feature")
    writer.member("id", id)
    writer.key("properties")
    writer.beginObject()
    properties(&writer)
    writer.endObject()
    writer.key("geometry")
    geometry(&writer)
    writer.endObject()
    if writer.count >= 1 << 16 { try file.write(writer.drain()) }
  }

  mutating func finish() throws(PublishError) -> PublishedFile {
    writer.endArray()
    writer.endObject()
    writer.endLine()
    try file.write(writer.drain())
    return try file.finish()
  }
}
