import JSONText
import Regions

extension JSONWriter {
  /// Writes an outline by RFC 7946: closed rings, shells counter-clockwise and holes clockwise,
  /// six decimal places; null where there is no polygon.
  mutating func geometry(_ boundary: Boundary) {
    let polygons = GeometryRing.polygons(of: boundary)
    guard let first = polygons.first else { return null() }
    beginObject()
    member("type", polygons.count == 1 ? "Polygon" : "MultiPolygon")
    key("coordinates")
    if polygons.count == 1 {
      polygon(first)
    } else {
      beginArray()
      for rings in polygons { polygon(rings) }
      endArray()
    }
    endObject()
  }

  /// Writes what a feature is drawn as; null where it is not drawn.
  /// - Parameter outline: where it is one.
  mutating func shape(_ shape: FeatureShape, _ outline: JSONFragment?) {
    switch shape {
    case .none: null()
    case .outline: if let outline { fragment(outline) } else { null() }
    case .line(let start, let end): line(from: start, to: end)
    }
  }

  private mutating func line(from start: Coordinate, to end: Coordinate) {
    beginObject()
    member("type", "LineString")
    key("coordinates")
    beginArray()
    for point in [start, end] {
      beginArray()
      rounded(point.longitude, places: 6)
      rounded(point.latitude, places: 6)
      endArray()
    }
    endArray()
    endObject()
  }

  /// Writes the member `bbox`; nothing where the box is empty.
  mutating func bounds(_ box: BoundingBox) {
    guard box.west <= box.east else { return }
    key("bbox")
    beginArray()
    for side in [box.west, box.south, box.east, box.north] { rounded(side, places: 6) }
    endArray()
  }

  private mutating func polygon(_ rings: [GeometryRing]) {
    beginArray()
    for ring in rings {
      beginArray()
      for index in ring.longitudes.indices {
        position(
          longitude: Int(ring.longitudes[index]), latitude: Int(ring.latitudes[index]))
      }
      endArray()
    }
    endArray()
  }
}
