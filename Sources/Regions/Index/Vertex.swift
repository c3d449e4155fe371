/// A point of the plane of longitudes (`x`) and latitudes (`y`), in degrees.
struct Vertex: Hashable {
  let x: Double
  let y: Double

  /// Whether this vertex comes first when edges are written in one direction only.
  func precedes(_ other: Vertex) -> Bool {
    x == other.x ? y < other.y : x < other.x
  }
}
