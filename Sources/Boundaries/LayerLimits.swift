import JSONText

/// How much of a layer is read before it is refused.
///
/// GEOS has no bounds of its own: version 3.11.1 crashes on deep nesting and takes hours over
/// outlines of very many rings.
struct LayerLimits {
  static let standard = LayerLimits()

  /// How many arrays and objects may stand inside one another; GeoJSON needs nine.
  var depth = 32
  /// Size of a file, in bytes.
  var bytes = 1 << 29
  /// Values in one property.
  var members = 100_000
  /// Positions of one outline. The most detailed coasts of whole countries have about a million.
  var positions = 5_000_000
  /// Shells and holes of one outline.
  var rings = 100_000

  var json: JSONLimits { JSONLimits(depth: depth, bytes: bytes, members: members) }
}
