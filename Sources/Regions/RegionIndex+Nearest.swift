extension RegionIndex {
  /// How much farther than asked for a border may lie on the plane, because distances there differ
  /// from those on the ellipsoid.
  private static let slack = 1.01

  /// The candidate whose border is nearest to the point, and the point of its border that is
  /// closest; of several equally near, the one with the smallest id. `nil` where none is nearer
  /// than about `meters`; the caller measures the exact distance on the ellipsoid.
  ///
  /// Distances are measured on the plane that touches the ellipsoid at the point, with edges
  /// straight in longitude and latitude. A border up to a hundredth beyond `meters` can be
  /// returned. The border alone counts: inside a region the distance is not zero.
  public func nearest(
    to point: Coordinate, among candidates: [RegionNumber], within meters: Double
  ) -> Neighbor? {
    guard point.longitude.isFinite, point.latitude.isFinite, meters >= 0 else { return nil }
    let origin = Vertex(x: point.longitude, y: point.latitude)
    let plane = TangentPlane(at: origin)
    let limit = meters * Self.slack + 1e-6
    var best = OutlineChunks.Nearest(point: origin, squaredDistance: (limit * limit).nextUp)
    let candidates = candidates.filter { outlines.indices.contains(Int($0.value)) }
    bound(&best, by: candidates, in: plane)
    var nearest: RegionNumber?
    for candidate in candidates {
      // A larger id must be nearer, a smaller one only as near.
      var own = best
      if let nearest, candidate < nearest { own.squaredDistance = own.squaredDistance.nextUp }
      if outlines[Int(candidate.value)].improve(&own, in: plane) {
        best = own
        nearest = candidate
      }
    }
    return nearest.map {
      Neighbor(
        region: $0, closest: Coordinate(longitude: best.point.x, latitude: best.point.y))
    }
  }

  /// Begins a search with a distance that is not exceeded: that to the nearest boxes of the candidate
  /// whose own box is nearest. Nearly all other boxes are left out then; what is found, and which of
  /// several equally near, does not depend on it.
  private func bound(
    _ best: inout OutlineChunks.Nearest, by candidates: [RegionNumber], in plane: TangentPlane
  ) {
    let nearest = candidates.min {
      outlines[Int($0.value)].squaredDistanceToBox(in: plane)
        < outlines[Int($1.value)].squaredDistanceToBox(in: plane)
    }
    guard let nearest else { return }
    let likely = outlines[Int(nearest.value)].likelySquaredDistance(in: plane)
    best.squaredDistance = min(best.squaredDistance, likely.nextUp)
  }
}
