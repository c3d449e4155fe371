/// The code of a region: a p-code such as `SY06` or `N0271`, or any other text a layer uses.
///
/// Codes are opaque. They are never cut or read as numbers; a region's parent comes from its
/// `parent` property. The order is that of the UTF-8 bytes, which is also how ties on shared
/// borders are decided (rule P2).
public struct RegionID: Hashable, Sendable, Comparable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  public let code: String

  public init(_ code: String) {
    self.code = code
  }

  public init(stringLiteral code: String) {
    self.code = code
  }

  public var description: String { code }

  public static func < (left: RegionID, right: RegionID) -> Bool {
    left.code.utf8.lexicographicallyPrecedes(right.code.utf8)
  }
}
