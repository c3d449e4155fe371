public import Regions

/// Why no catalogue of regions could be made.
public enum BoundaryError: Error, Equatable, CustomStringConvertible {
  /// No folder with geographic data was found in any of these places.
  case noGeoData(lookedIn: [String])
  case unreadable(file: String, reason: String)
  /// A mapping of property names cannot be understood.
  case mapping(text: String, reason: String)
  /// The layers have errors; all of them are listed, the first in the message.
  case faultyLayers([LayerIssue])
  case catalog(CatalogError)
  /// A geometric operation failed.
  case geometry(String)

  /// After `sysexits.h`: 64 usage, 65 bad data, 66 no input.
  public var exitCode: Int32 {
    switch self {
    case .mapping: 64
    case .faultyLayers, .catalog, .geometry: 65
    case .noGeoData, .unreadable: 66
    }
  }

  public var description: String {
    switch self {
    case .noGeoData(let places):
      "no folder with geographic data (boundaries/*.geojson) found; looked in "
        + places.joined(separator: ", ") + "; give one with --geodata DIR or NUZUH_GEODATA"
    case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
    case .mapping(let text, let reason): "mapping \"\(text)\": \(reason)"
    case .faultyLayers(let issues): Self.summary(of: issues)
    case .catalog(let error): "\(error)"
    case .geometry(let reason): "geometry: \(reason)"
    }
  }

  private static func summary(of issues: [LayerIssue]) -> String {
    let shown = issues.prefix(10).map(\.description).joined(separator: "\n")
    let more = issues.count > 10 ? "\nand \(issues.count - 10) more" : ""
    let repairable = issues.contains { $0.rule == .invalidGeometry }
    return shown + more + (repairable ? "\nuse --repair to mend invalid geometries" : "")
  }
}
