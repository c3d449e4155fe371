import Foundation
import Geodesy

/// Meridians and parallels of round degrees on a map.
struct Graticule {
  struct Line {
    /// Degrees east or north; negative for west and south.
    let degrees: Double
    let isMeridian: Bool
    let points: [DrawingPoint]
  }

  private static let steps = [0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10]
  /// About so many lines a map is wide.
  private static let wanted = 4.0

  let lines: [Line]

  init(_ frame: MapFrame) {
    let center = frame.projection.center
    let high = frame.height / 2 * frame.metersPerUnit / 110_900
    let wide =
      MapFrame.width / 2 * frame.metersPerUnit / (111_320 * cos(center.latitude * .pi / 180))
    let step = Self.steps.first { 2 * wide / $0 <= Self.wanted + 1 } ?? 10
    // A little more than the frame, whose corners lie further out than its middle.
    let longitudes = Self.multiples(
      of: step, center.longitude - 1.1 * wide, center.longitude + 1.1 * wide)
    let latitudes = Self.multiples(
      of: step, center.latitude - 1.1 * high, center.latitude + 1.1 * high)
    let parts = (0...24).map { 2 * Double($0) / 24 - 1 }
    lines =
      longitudes.map { longitude in
        Line(
          degrees: longitude, isMeridian: true,
          points: parts.map {
            frame.point(longitude: longitude, latitude: center.latitude + 1.2 * high * $0)
          })
      }
      + latitudes.map { latitude in
        Line(
          degrees: latitude, isMeridian: false,
          points: parts.map {
            frame.point(longitude: center.longitude + 1.2 * wide * $0, latitude: latitude)
          })
      }
  }

  private static func multiples(of step: Double, _ start: Double, _ end: Double) -> [Double] {
    let first = Int((start / step).rounded(.up))
    let last = Int((end / step).rounded(.down))
    // Dividing keeps 36.1 from becoming 36.100000000000001.
    return first > last ? [] : (first...last).map { (Double($0) * step * 1000).rounded() / 1000 }
  }
}

extension Graticule.Line {
  /// Where the line leaves the frame at the bottom (meridians) or on the left (parallels).
  func exit(of box: DrawingBox) -> DrawingPoint? {
    for (start, end) in zip(points, points.dropFirst()) {
      let (from, to, edge) =
        isMeridian ? (start.y, end.y, box.bottom) : (start.x, end.x, box.left)
      guard (from - edge) * (to - edge) <= 0, from != to else { continue }
      let part = (edge - from) / (to - from)
      let point = DrawingPoint(
        x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y))
      if box.inset(by: -0.5).contains(point) { return point }
    }
    return nil
  }
}
