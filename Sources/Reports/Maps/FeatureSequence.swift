import Disclosure
import JSONText

/// How features stand one after another in a file, so that programs can read them one by one.
public enum FeatureSequenceForm: String, CaseIterable, Sendable {
  /// One feature a line (https://stevage.github.io/ndgeojson).
  case newline
  /// A record separator before each feature (RFC 8142).
  case rfc8142

  var fileExtension: String {
    switch self {
    case .newline: "geojsonl"
    case .rfc8142: "geojsons"
    }
  }
}

/// A file of single features, the same as those of the collection.
///
/// There is no collection to say who may see them, so each feature says it itself, by the foreign
/// member `protection`: lines are cut out and sent around.
struct FeatureSequence: FeatureTarget, ~Copyable {
  private static let recordSeparator: UInt8 = 0x1E

  private var file: OutputFile
  private var writer = JSONWriter()
  private let form: FeatureSequenceForm
  private var outlines: Outlines?
  private let notice: String

  init(
    _ layer: MapLayer, as form: FeatureSequenceForm, of output: ReleaseOutput,
    outlines: Outlines?
  ) throws(PublishError) {
    self.form = form
    self.outlines = outlines
    notice = output.release.protection.notice
    file = try OutputFile(
      creating: "\(layer.rawValue).\(form.fileExtension)", in: output.directory)
  }

  mutating func feature(
    id: String, shape: FeatureShape, properties: (inout JSONWriter) -> Void
  ) throws(PublishError) {
    if form == .rfc8142 { try file.write([Self.recordSeparator]) }
    let notice = notice
    writer.feature(
      id: id, shape: shape, outlines?.text(of: shape),
      members: { $0.member("protection", notice) },
      properties: properties)
    writer.endLine()
    try file.write(writer.drain())
  }

  mutating func finish() throws(PublishError) -> PublishedFile {
    try file.finish()
  }
}
