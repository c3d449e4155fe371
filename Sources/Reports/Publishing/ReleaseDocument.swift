/// A file of a release that another module makes from the same release: the page, the GeoPackage.
///
/// It is written beside the files of this module, and `datapackage.json` names it as it does them.
public struct ReleaseDocument: Sendable {
  /// Where the content comes from.
  public enum Content: Sendable {
    /// Bytes made in memory.
    case bytes(@Sendable () throws(PublishError) -> [UInt8])
    /// A file that a library writes itself, at the path given; it must not exist before, and must
    /// stand there alone and closed after.
    case file(@Sendable (_ path: String) throws(PublishError) -> Void)
  }

  /// Plain file name with its extension, such as `report.html`.
  public let name: String
  public let content: Content

  public init(name: String, content: Content) {
    self.name = name
    self.content = content
  }

  /// - Parameter directory: where the file goes.
  func write(to directory: String) throws(PublishError) -> PublishedFile {
    switch content {
    case .bytes(let make):
      var file = try OutputFile(creating: name, in: directory)
      try file.write(try make())
      return try file.finish()
    case .file(let write):
      let path = "\(directory)/\(name)"
      try write(path)
      return try OutputFile.adopt(name, in: directory)
    }
  }
}
