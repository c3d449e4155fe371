import GEOS
import Regions

extension RegionBuilder {
  /// A valid outline, as values and as the library holds it.
  struct Shape {
    let boundary: Boundary
    let geometry: GEOSGeometry
  }

  /// The outline of a feature, mended if that is asked for; `nil` where it is invalid.
  mutating func shape(of feature: LayerFeature, id: RegionID, file: String) -> Shape? {
    do throws(GEOSError) {
      let geometry = try context.polygons(feature.boundary.coordinates)
      guard let flaw = try geometry.flaw() else {
        return Shape(boundary: feature.boundary, geometry: geometry)
      }
      let location = flaw.location
      guard repair else {
        note(
          .invalidGeometry, .error, feature, file,
          "the outline is invalid: \(flaw.reason); --repair mends it", id: id, at: location)
        return nil
      }
      return try mended(geometry, of: feature, flaw: flaw, id: id, file: file)
    } catch {
      note(.invalidGeometry, .error, feature, file, "\(error)", id: id)
      return nil
    }
  }

  private mutating func mended(
    _ geometry: GEOSGeometry, of feature: LayerFeature, flaw: GeometryFlaw, id: RegionID,
    file: String
  ) throws(GEOSError) -> Shape? {
    let location = flaw.location
    let coordinates = try geometry.madeValid().polygonCoordinates()
    guard coordinates.polygonCount > 0 else {
      note(
        .invalidGeometry, .error, feature, file,
        "the outline is invalid: \(flaw.reason); nothing is left of it when mended", id: id,
        at: location)
      return nil
    }
    let boundary = Boundary(coordinates)
    let before = LayerIssue.rounded(feature.boundary.areaSquareKilometers)
    let after = boundary.areaSquareKilometers
    note(
      .repaired, .warning, feature, file,
      "the outline was invalid and was mended: \(flaw.reason); area \(before) km² before, "
        + "\(LayerIssue.rounded(after)) km² after", id: id, at: location, area: after)
    return Shape(boundary: boundary, geometry: try context.polygons(coordinates))
  }

  /// The layer's label point if it lies inside, else one that does.
  mutating func labelPoint(
    _ properties: FeatureProperties, shape: Shape, id: RegionID, file: String
  ) -> Coordinate {
    do throws(GEOSError) {
      if let given = properties.labelPoint {
        let prepared = try PreparedGeometry(shape.geometry)
        if try prepared.covers(longitude: given.longitude, latitude: given.latitude) {
          return given
        }
        note(
          .labelPoint, .note, properties.feature, file,
          "the label point lies outside; another is used", id: id, at: given)
      }
      let point = try shape.geometry.pointOnSurface()
      return Coordinate(longitude: point.longitude, latitude: point.latitude)
    } catch {
      note(.labelPoint, .warning, properties.feature, file, "\(error)", id: id)
      return Coordinate(
        longitude: shape.boundary.longitudes[0], latitude: shape.boundary.latitudes[0])
    }
  }
}

extension GeometryFlaw {
  /// Where the flaw lies, if the library could tell.
  fileprivate var location: Coordinate? {
    guard longitude.isFinite, latitude.isFinite else { return nil }
    return Coordinate(longitude: longitude, latitude: latitude)
  }
}
