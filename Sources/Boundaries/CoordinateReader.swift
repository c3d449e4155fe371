import JSONText
import Regions

/// Reads the `coordinates` of a geometry into flat arrays, whatever its type turns out to be.
///
/// How deep the positions stand tells a polygon (3) from a multipolygon (4); members of a JSON
/// object have no order, so the type may come later.
struct CoordinateReader {
  private(set) var longitudes: [Double] = []
  private(set) var latitudes: [Double] = []
  private(set) var ringStarts = [0]
  private(set) var polygonStarts = [0]
  /// How many arrays stand around each position's numbers; `nil` while there is none.
  private(set) var depth: Int?
  private(set) var hasExtraCoordinates = false
  /// The first thing wrong with the nesting, or `nil`.
  private(set) var problem: String?
  /// Set where the outline is larger than the limits; what is beyond them is not kept.
  private(set) var excess: String?
  private let limits: LayerLimits

  init(limits: LayerLimits = .standard) { self.limits = limits }

  /// Reads on after the bracket that opens `coordinates`.
  mutating func read(_ parser: inout JSONParser) throws(JSONError) {
    var open = 1
    while open > 0 {
      switch try parser.next() {
      case .beginArray: open += 1
      case .number:
        try readPosition(&parser, depth: open)
        open -= 1
      case .endArray:
        close(open)
        open -= 1
      case let other: throw parser.mismatch(expected: .number, found: other)
      }
    }
  }

  private mutating func readPosition(
    _ parser: inout JSONParser, depth: Int
  ) throws(JSONError) {
    let longitude = parser.number
    guard let latitude = try parser.nextNumberOrEnd() else {
      problem = problem ?? "a position has one number only; it needs a longitude and a latitude"
      return
    }
    while try parser.nextNumberOrEnd() != nil { hasExtraCoordinates = true }
    if let known = self.depth, known != depth {
      problem = problem ?? "positions stand at different depths"
    }
    self.depth = depth
    guard longitudes.count < limits.positions else {
      excess = excess ?? "more than \(limits.positions) positions"
      return
    }
    longitudes.append(longitude)
    latitudes.append(latitude)
  }

  /// An array at `level` ends: a ring, a polygon or something around them.
  private mutating func close(_ level: Int) {
    guard let depth else {
      // No positions at all is what RFC 7946 writes for an empty geometry (section 3.1).
      if level > 1 { problem = problem ?? "an empty array stands where positions should be" }
      return
    }
    if level == depth - 1 { endRing() }
    if level == depth - 2 { endPolygon() }
    if level >= depth { problem = problem ?? "an empty array stands where a position should be" }
  }

  private mutating func endRing() {
    guard ringStarts.count <= limits.rings else { return noteExcessOfRings() }
    ringStarts.append(longitudes.count)
  }

  private mutating func endPolygon() {
    guard polygonStarts.count <= limits.rings else { return noteExcessOfRings() }
    polygonStarts.append(ringStarts.count - 1)
  }

  private mutating func noteExcessOfRings() {
    excess = excess ?? "more than \(limits.rings) rings"
  }

  /// The outline, where the positions stand three or four arrays deep.
  func boundary() -> Boundary {
    Boundary(
      longitudes: longitudes, latitudes: latitudes, ringStarts: ringStarts,
      polygonStarts: polygonStarts)
  }
}
