import JSONText
public import Reports

/// Writes masked points and what belongs inside, each whole or not at all.
public struct MaskedPointsFile: Sendable {
  /// Of the GeoJSON file.
  public let path: String

  public init(_ path: String) {
    self.path = path
  }

  /// The file beside it that stays inside the organisation.
  public var accountsPath: String {
    for suffix in [".geojson", ".json"] where path.hasSuffix(suffix) {
      return path.dropLast(suffix.count) + ".internal.json"
    }
    return path + ".internal.json"
  }

  /// Checks that nothing but earlier masked points would be lost, and that no release would be.
  public func checkReplaceable() throws(MaskError) {
    let folder = Together.folder(of: path)
    guard try ReleaseStatement(of: folder) == nil else {
      throw .taken(
        path: path,
        cause: "\(folder) is a release, which the next one replaces with all that is in it; put "
          + "the points beside it")
    }
    switch FileSystem.entry(at: path) {
    case .missing: return
    case .directory, .link: throw .taken(path: path, cause: "it is no file; name another")
    case .other:
      guard try MaskStatement(ofFile: path) != nil else {
        throw .taken(
          path: path, cause: "it is no file of masked points; name another, or move it away")
      }
    }
  }

  /// Both files are readable by their owner alone until somebody publishes the first.
  public func write(points: [UInt8], accounts: [UInt8]) throws(PublishError) {
    try replace(accountsPath, with: accounts)
    try replace(path, with: points)
  }

  private func replace(_ path: String, with bytes: [UInt8]) throws(PublishError) {
    let folder = Together.folder(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let staged = "\(folder)/.\(name).part"
    if FileSystem.entry(at: staged) != .missing { try FileSystem.remove(file: staged) }
    let file = try Descriptor(creating: staged)
    try file.write(bytes)
    try file.synchronize()
    try FileSystem.rename(staged, to: path)
    try Descriptor(directory: folder).synchronize()
  }
}
