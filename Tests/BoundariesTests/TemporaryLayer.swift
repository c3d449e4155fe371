import Boundaries
import Foundation

/// A folder of layers that goes when the test ends.
final class TemporaryLayers {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "layers-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit { _ = try? FileManager.default.removeItem(atPath: folder) }

  /// Writes a file and returns its path.
  func write(_ text: String, as name: String = "layer.geojson") throws -> String {
    let path = "\(folder)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }
}

/// Text of features and layers.
enum Layer {
  static func collection(_ features: [String]) -> String {
    #"{"type":"FeatureCollection","features":[\#n"#
      + features.joined(separator: ",\n") + "\n]}\n"
  }

  static func feature(
    _ id: String, _ level: String, parent: String? = nil, country: String = "XX",
    coordinates: String, type: String = "Polygon"
  ) -> String {
    let parent = parent.map { #""\#($0)""# } ?? "null"
    return #"{"type":"Feature","properties":{"id":"\#(id)","name_en":"Name of \#(id)","#
      + #""level":"\#(level)","parent":\#(parent),"country":"\#(country)"},"#
      + #""geometry":{"type":"\#(type)","coordinates":\#(coordinates)}}"#
  }

  /// The coordinates of a rectangle, counter-clockwise.
  static func rectangle(west: Double, south: Double, east: Double, north: Double) -> String {
    "[[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],"
      + "[\(west),\(south)]]]"
  }

  /// Degree cells at the equator, from one meridian to another.
  static func cells(_ from: Double, _ to: Double) -> String {
    rectangle(west: from, south: 0, east: to, north: 1)
  }

  /// Area of the cell of one degree by one at the equator, in square kilometres, by GeographicLib.
  static let cellArea = 12_308.778_361_469
}
