import JSONText
import Regions

extension LayerReport {
  /// The report as one JSON object, in UTF-8, with a line end.
  ///
  /// `files[] {file, bytes}`, `regions {level: count}`, `errors`, `warnings`, `notes`, and
  /// `issues[] {rule, severity, file, line, feature, region, reason, longitude, latitude,
  /// area_km2}` with null for what an issue has not.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject(onLines: true)
    writer.key("files")
    writer.beginArray()
    for file in files {
      writer.beginObject()
      writer.member("file", file.path)
      writer.member("bytes", file.byteCount)
      writer.endObject()
    }
    writer.endArray()
    writer.key("regions")
    writer.beginObject()
    for name in regionCounts.keys.sorted() { writer.member(name, regionCounts[name]) }
    writer.endObject()
    writer.member("errors", count(.error))
    writer.member("warnings", count(.warning))
    writer.member("notes", count(.note))
    writer.key("issues")
    writer.beginArray(onLines: true)
    for issue in issues {
      writer.beginObject()
      writer.members(of: issue)
      writer.member("longitude", issue.location?.longitude, places: 9)
      writer.member("latitude", issue.location?.latitude, places: 9)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  /// The faulty places as GeoJSON (RFC 7946), in UTF-8, with a line end: the polygon where an
  /// issue has an area of its own, else its point. Issues without a place are left out.
  public func geojson() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("type", "FeatureCollection")
    writer.key("features")
    writer.beginArray(onLines: true)
    for issue in issues where issue.outline != nil || issue.location != nil {
      writer.beginObject()
      writer.member("type", "Feature")
      writer.key("properties")
      writer.beginObject()
      writer.members(of: issue)
      writer.endObject()
      writer.key("geometry")
      if let outline = issue.outline {
        writer.geometry(outline)
      } else if let location = issue.location {
        writer.point(location)
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }
}

extension JSONWriter {
  fileprivate mutating func members(of issue: LayerIssue) {
    member("rule", issue.rule.rawValue)
    member("severity", issue.severity.rawValue)
    member("file", issue.file)
    member("line", issue.line)
    member("feature", issue.feature)
    member("region", issue.region?.code)
    member("reason", issue.reason)
    member("area_km2", issue.areaSquareKilometers, places: 6)
  }

  fileprivate mutating func point(_ point: Coordinate) {
    beginObject()
    member("type", "Point")
    key("coordinates")
    position(point.longitude, point.latitude)
    endObject()
  }

  /// A multipolygon, shells turning counter-clockwise and holes clockwise.
  fileprivate mutating func geometry(_ boundary: Boundary) {
    beginObject()
    member("type", "MultiPolygon")
    key("coordinates")
    beginArray()
    for polygon in 0..<boundary.polygonCount {
      beginArray()
      for (index, ring) in boundary.rings(ofPolygon: polygon).enumerated() {
        let vertices = boundary.vertices(ofRing: ring)
        let isRight = boundary.isCounterclockwise(vertices) == (index == 0)
        beginArray()
        for vertex in isRight ? Array(vertices) : vertices.reversed() {
          position(boundary.longitudes[vertex], boundary.latitudes[vertex])
        }
        endArray()
      }
      endArray()
    }
    endArray()
    endObject()
  }

  private mutating func position(_ longitude: Double, _ latitude: Double) {
    beginArray()
    rounded(longitude, places: 9)
    rounded(latitude, places: 9)
    endArray()
  }
}
