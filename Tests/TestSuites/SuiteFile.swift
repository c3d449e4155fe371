public import Foundation

/// One file of a suite.
public struct SuiteFile: Sendable {
  public let url: URL
  /// Where it lies inside the folder that was asked for, such as `general/TestOverlay.xml`.
  public let path: String

  init(url: URL, root: URL) {
    self.url = url
    let parts = url.resolvingSymlinksInPath().pathComponents
    path = parts.dropFirst(root.resolvingSymlinksInPath().pathComponents.count)
      .joined(separator: "/")
  }

  /// The file's name without its ending.
  public var name: String { url.deletingPathExtension().lastPathComponent }

  public func bytes() throws -> [UInt8] { Array(try Data(contentsOf: url)) }
}
