import Disclosure
import JSONText
import Regions

/// A GeoJSON file of a release, written feature by feature, or many of them at once.
struct FeatureFile: FeatureTarget, ~Copyable {
  private var file: OutputFile
  private var writer = JSONWriter()
  /// What is written next, in memory that is used again.
  private var block: [UInt8] = []

  /// Begins the collection with what holds for all of it; `members` adds foreign members.
  init(
    _ layer: MapLayer, of output: ReleaseOutput, bounds: BoundingBox,
    members: (inout JSONWriter) -> Void
  ) throws(PublishError) {
    file = try OutputFile(creating: "\(layer.rawValue).geojson", in: output.directory)
    let (release, context) = (output.release, output.context)
    writer.beginObject(onLines: true)
    writer.member("type", "FeatureCollection")
    writer.member("name", layer.rawValue)
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

  mutating func feature(
    id: String, shape: FeatureShape, properties: (inout JSONWriter) -> Void
  ) throws(PublishError) {
    writer.feature(id: id, shape: shape, nil, properties: properties)
    if writer.count >= OutputFile.capacity { try flush() }
  }

  /// Writes features that have been made into text.
  mutating func write(_ features: JSONElements) throws(PublishError) {
    writer.elements(features)
    try flush()
  }

  private mutating func flush() throws(PublishError) {
    block.removeAll(keepingCapacity: true)
    writer.drain(into: &block)
    try file.write(block)
  }

  mutating func finish() throws(PublishError) -> PublishedFile {
    writer.endArray()
    writer.endObject()
    writer.endLine()
    try file.write(writer.drain())
    return try file.finish()
  }
}

/// What every feature says in the same words.
private enum FeatureWords {
  static let type = JSONMembers { $0.member("type", "Feature") }
  static let id = JSONKey("id")
  static let properties = JSONKey("properties")
  static let geometry = JSONKey("geometry")
}

extension JSONWriter {
  /// Writes one feature.
  /// - Parameters:
  ///   - outline: that of a shape that is one.
  ///   - members: writes foreign members behind the type.
  mutating func feature(
    id: String, shape: FeatureShape, _ outline: JSONFragment?,
    members: (inout JSONWriter) -> Void = { _ in }, properties: (inout JSONWriter) -> Void
  ) {
    beginObject()
    self.members(FeatureWords.type)
    members(&self)
    member(FeatureWords.id, id)
    key(FeatureWords.properties)
    beginObject()
    properties(&self)
    endObject()
    key(FeatureWords.geometry)
    self.shape(shape, outline)
    endObject()
  }
}
