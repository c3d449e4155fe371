import JSONText

/// Some features of a GeoJSON collection as text.
struct FeatureText: FeatureTarget, ~Copyable {
  /// So many features go into one text, about: half a megabyte.
  static let size = 512

  private var outlines: Outlines
  private var writer = JSONWriter()

  init(_ outlines: Outlines) {
    self.outlines = outlines
    writer.beginArray(onLines: true)
  }

  mutating func feature(
    id: String, shape: FeatureShape, properties: (inout JSONWriter) -> Void
  ) throws(PublishError) {
    writer.feature(id: id, shape: shape, outlines.text(of: shape), properties: properties)
  }

  consuming func elements() -> JSONElements {
    writer.endArray()
    return JSONElements(ofArray: writer)
  }
}
