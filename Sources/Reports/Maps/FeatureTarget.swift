import JSONText
package import Regions

/// What a feature is drawn as.
package enum FeatureShape: Sendable {
  /// A place that no map shows: unspecified, abroad, outside, unplaced.
  case none
  case outline(RegionID)
  case line(from: Coordinate, to: Coordinate)
}

/// Takes the features of a layer one by one: a file of some format, or memory.
///
/// All formats are fed by the same calls, so none can show what another does not.
protocol FeatureTarget: ~Copyable {
  /// - Parameter properties: writes the members of one object.
  mutating func feature(
    id: String, shape: FeatureShape, properties: (inout JSONWriter) -> Void
  ) throws(PublishError)
}
