/// The ring around a place in which its masked point lies: no nearer than one distance, so that
/// nobody finds the place at the point, and no farther than another, so that the map stays true.
///
/// After K. H. Hampton et al., "Mapping health data: improved privacy protection with donut method
/// geomasking", American Journal of Epidemiology 172 (2010), and W. B. Allshouse et al.,
/// "Geomasking sensitive health data and privacy protection", Geocarto International 25 (2010).
public struct Donut: Hashable, Sendable {
  /// Metres along the geodesic.
  public let leastMeters: Int
  public let mostMeters: Int

  /// - Throws: `MaskError.ring` for a ring that is too near, too narrow or too wide to protect.
  public init(leastMeters: Int, mostMeters: Int) throws(MaskError) {
    guard leastMeters >= 100, mostMeters - leastMeters >= 1000, mostMeters <= 50_000 else {
      throw .ring(least: leastMeters, most: mostMeters)
    }
    self.leastMeters = leastMeters
    self.mostMeters = mostMeters
  }

  /// The ring in which points of the grid are moved, in metres: so much smaller on both sides as
  /// rounding twice may add or take away.
  package var innerMeters: Double { Double(leastMeters) + GridPoint.slackMeters }
  package var outerMeters: Double { Double(mostMeters) - GridPoint.slackMeters }

  /// The distance within which a share of the ring's area lies: 0 gives the inner, 1 the outer.
  package func meters(within share: Double) -> Double {
    let (inner, outer) = (innerMeters * innerMeters, outerMeters * outerMeters)
    return (share * (outer - inner) + inner).squareRoot()
  }
}
