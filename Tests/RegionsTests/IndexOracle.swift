import Regions

/// A second, slow and plain way to locate points, exact for coordinates below 128 degrees that
/// are whole multiples of 2^-54: as integers, their products fit into 128 bits.
struct IndexOracle {
  let catalog: RegionCatalog

  func location(_ point: Coordinate) -> (location: RegionIndex.Location, zones: [RegionNumber]) {
    let covering = catalog.regions.indices.dropFirst().filter {
      Self.covers(catalog.regions[$0].boundary, point)
    }
    var location = RegionIndex.Location.nowhere
    var current = RegionNumber.country
    for level in Level.layered {
      let alike = covering.filter { catalog.regions[$0].level == level }
      let children = alike.filter { catalog.parent(of: RegionNumber(Int32($0))) == current }
      guard let first = children.first else { continue }
      current = RegionNumber(Int32(first))
      location.region = current
      if alike.count > 1 { location.ties |= 1 << level.rawValue }
    }
    let zones = covering.filter { catalog.regions[$0].kind == .zone }
    return (location, zones.map { RegionNumber(Int32($0)) })
  }

  /// Even-odd over all rings, the border included.
  static func covers(_ boundary: Boundary, _ point: Coordinate) -> Bool {
    let (x, y) = (point.longitude, point.latitude)
    guard boundary.bounds.contains(longitude: x, latitude: y) else { return false }
    let xs = boundary.longitudes
    let ys = boundary.latitudes
    var isInside = false
    for ring in 0..<boundary.ringCount {
      for index in boundary.vertices(ofRing: ring).dropLast() {
        let next = index + 1
        if max(ys[index], ys[next]) < y || min(ys[index], ys[next]) > y { continue }
        if max(xs[index], xs[next]) < x { continue }
        let side = orientation(
          (xs[index], ys[index]), (xs[next], ys[next]), (x, y))
        if side == 0, min(xs[index], xs[next]) <= x { return true }
        let isUp = ys[index] <= y && ys[next] > y
        let isDown = ys[next] <= y && ys[index] > y
        if isUp && side > 0 || isDown && side < 0 { isInside.toggle() }
      }
    }
    return isInside
  }

  typealias Pair = (x: Double, y: Double)

  static func orientation(_ a: Pair, _ b: Pair, _ p: Pair) -> Int {
    let (ax, ay) = (whole(a.x) - whole(p.x), whole(a.y) - whole(p.y))
    let (bx, by) = (whole(b.x) - whole(p.x), whole(b.y) - whole(p.y))
    let (left, right) = (ax * by, ay * bx)
    return left > right ? 1 : left < right ? -1 : 0
  }

  private static func whole(_ value: Double) -> Int128 {
    let scaled = value * 0x1p54
    precondition(scaled == scaled.rounded() && abs(value) < 128)
    return Int128(scaled)
  }
}
