/// A layer that a user brings: a file, or a folder of files, and what its properties mean.
public struct UserLayer: Hashable, Sendable {
  public let path: String
  public let mapping: LayerMapping

  public init(path: String, mapping: LayerMapping = .shipped) {
    self.path = path
    self.mapping = mapping
  }
}
