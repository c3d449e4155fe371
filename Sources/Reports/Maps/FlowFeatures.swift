import Disclosure
import JSONText
import Regions

/// The features of `flows`: one line from label point to label point for every pair of origin and
/// destination, level, kind and unit.
struct FlowFeatures {
  private let output: ReleaseOutput

  init(_ output: ReleaseOutput) {
    self.output = output
  }

  /// What the lines lie in.
  var bounds: BoundingBox {
    var bounds = BoundingBox.empty
    for flow in output.release.flows {
      guard case .line(let start, let end) = shape(of: flow) else { continue }
      bounds.grow(longitude: start.longitude, latitude: start.latitude)
      bounds.grow(longitude: end.longitude, latitude: end.latitude)
    }
    return bounds
  }

  /// Hands on the features in their order.
  func add<Target: FeatureTarget & ~Copyable>(to target: inout Target) throws(PublishError) {
    for flow in output.release.flows {
      try target.feature(id: Self.id(of: flow), shape: shape(of: flow)) { writer in
        writeProperties(of: flow, to: &writer)
      }
    }
  }

  /// A line where both ends have a point and differ.
  private func shape(of flow: Release.Flow) -> FeatureShape {
    let start = point(of: flow.originID, flow.originStatus)
    let end = point(of: flow.destinationID, flow.destinationStatus)
    guard let start, let end, start != end else { return .none }
    return .line(from: start, to: end)
  }

  /// Where a flow begins or ends on a map; `nil` for places that are nowhere.
  func point(of id: String, _ status: Release.PlaceStatus) -> Coordinate? {
    switch status {
    case .region, .unspecified:
      output.catalog.number(of: RegionID(id)).map { output.catalog[$0].labelPoint }
    case .external: output.context.countryPoint(id)
    case .outside, .unplaced: nil
    }
  }

  private func writeProperties(of flow: Release.Flow, to writer: inout JSONWriter) {
    let coverage = output.release.coverage
    writer.member("level", flow.level)
    writer.member("origin_id", unlessEmpty: flow.originID)
    writer.member("origin_name", unlessEmpty: flow.originName)
    writer.member("origin_status", flow.originStatus.rawValue)
    writer.member("destination_id", unlessEmpty: flow.destinationID)
    writer.member("destination_name", unlessEmpty: flow.destinationName)
    writer.member("destination_status", flow.destinationStatus.rawValue)
    writer.member("kind", flow.kind)
    writer.member("unit", flow.unit)
    writer.member("best", flow.best)
    writer.member("low", flow.low)
    writer.member("high", flow.high)
    writer.member("records", flow.records)
    writer.member("status", flow.status.rawValue)
    writer.member("period_start", unlessEmpty: coverage.start)
    writer.member("period_end", unlessEmpty: coverage.end)
    writer.member("stroke", FlowStyle.color(ofKind: flow.kind))
  }

  /// `governorate/displacement/persons/SY06>external:LBN`.
  static func id(of flow: Release.Flow) -> String {
    let origin = end(flow.originID, flow.originStatus)
    let destination = end(flow.destinationID, flow.destinationStatus)
    return "\(flow.level)/\(flow.kind)/\(flow.unit)/\(origin)>\(destination)"
  }

  private static func end(_ id: String, _ status: Release.PlaceStatus) -> String {
    status == .region ? id : id.isEmpty ? status.rawValue : "\(status.rawValue):\(id)"
  }
}
