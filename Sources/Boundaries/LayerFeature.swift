import JSONText
import Regions

/// One feature of a layer as it was read: properties, and an outline that is finite and closed.
struct LayerFeature {
  /// Position in the file, counted from 1.
  let index: Int
  let line: Int
  /// The feature's own `id`, beside its properties.
  let id: JSONValue?
  let properties: JSONObject?
  let boundary: Boundary
}

/// One layer as it was read.
struct LayerContent {
  let file: String
  var features: [LayerFeature] = []
  var issues: [LayerIssue] = []
  /// How many features could not be used.
  var refused = 0

  /// Notes an issue that concerns the feature at a line.
  mutating func note(
    _ rule: LayerRule, _ severity: LayerIssue.Severity, line: Int?, feature: Int? = nil,
    at location: Coordinate? = nil, _ reason: String
  ) {
    var issue = LayerIssue(rule, severity, file: file, reason: reason)
    issue.line = line
    issue.feature = feature
    issue.location = location
    issues.append(issue)
  }
}
