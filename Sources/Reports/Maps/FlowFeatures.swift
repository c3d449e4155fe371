import Disclosure
import JSONText
import Regions

/// Writes `flows.geojson`: one line from label point to label point for every pair of origin and
/// destination, level, kind and unit.
struct FlowFeatures {
  private let output: ReleaseOutput

  init(_ output: ReleaseOutput) {
    self.output = output
  }

  func write() throws(PublishError) -> PublishedFile {
    var bounds = BoundingBox.empty
    for flow in output.release.flows {
      let (start, end) = ends(of: flow)
      guard let start, let end, start != end else { continue }
      bounds.grow(longitude: start.longitude, latitude: start.latitude)
      bounds.grow(longitude: end.longitude, latitude: end.latitude)
    }
    var file = try FeatureFile("flows", of: output, bounds: bounds)
    for flow in output.release.flows {
      let (start, end) = ends(of: flow)
      try file.feature(id: Self.id(of: flow)) { writer in
        writer.line(from: start, to: end)
      } properties: { writer in
        writeProperties(of: flow, to: &writer)
      }
    }
    return try file.finish()
  }

  private func ends(of flow: Release.Flow) -> (Coordinate?, Coordinate?) {
    (
      point(of: flow.originID, flow.originStatus),
      point(of: flow.destinationID, flow.destinationStatus)
    )
  }

  private func point(of id: String, _ status: Release.PlaceStatus) -> Coordinate? {
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
    writer.member("stroke", flow.kind == "return" ? "#1f6f8b" : "#b04a12")
  }

  /// `governorate/displacement/persons/SY06>external:LBN`.
  private static func id(of flow: Release.Flow) -> String {
    let origin = end(flow.originID, flow.originStatus)
    let destination = end(flow.destinationID, flow.destinationStatus)
    return "\(flow.level)/\(flow.kind)/\(flow.unit)/\(origin)>\(destination)"
  }

  private static func end(_ id: String, _ status: Release.PlaceStatus) -> String {
    status == .region ? id : id.isEmpty ? status.rawValue : "\(status.rawValue):\(id)"
  }
}
