public import Records
public import Regions

/// How places that differ in their points alone are found, so that what they have in common is looked
/// up once for all of them.
extension Placer {
  public enum Way: Hashable, Sendable {
    /// Words decide alone, whatever point there is (rules P4, P5 and P8).
    case settled(Placement)
    /// The index decides; the governorate is the one that words say (P5).
    case point(governorate: RegionNumber?, isSettlement: Bool)
    /// Only `place(_:)` can tell, for each point.
    case placer
  }

  /// - Parameter place: one of the places; that it has a point matters, and not which.
  /// - Returns: the way, and what is to be said of each place by its words alone; nothing where the
  ///   placer says all.
  func way(
    of place: Place, _ memory: inout Memory
  ) -> (way: Way, remarks: [Answer.Remark]) {
    if let answer = byWords(place, &memory) { return (.settled(answer.placement), answer.remarks) }
    if trustsPoints { return (.point(governorate: nil, isSettlement: false), []) }
    let isSettlement: Bool
    switch place.precision {
    case nil, .exact: isSettlement = false
    case .settlement: isSettlement = true
    default: return (.placer, [])
    }
    guard place.detail == nil else { return (.placer, []) }
    let described = memory.description(of: place, by: self)
    return (
      .point(governorate: governorate(of: described), isSettlement: isSettlement), described.remarks
    )
  }
}

extension PlaceFinder {
  /// As `Placer.way`.
  public mutating func way(
    of place: Place
  ) -> (way: Placer.Way, remarks: [Placer.Answer.Remark]) { placer.way(of: place, &memory) }
}

extension Placer {
  /// A region as the index names it, as far as it matters for points in it.
  public struct PointNode: Sendable {
    /// Whether the index says all there is to say: no country, and nothing finer to go down to.
    public let isSettled: Bool
    public let governorate: RegionNumber?
    /// The subdistrict that holds it, or itself.
    public let subdistrict: RegionNumber
  }

  /// By number of the region.
  public var pointNodes: [PointNode] {
    catalog.regions.indices.map { index in
      let number = RegionNumber(Int32(index))
      return PointNode(
        isSettled: number != .country && isSettled(in: number),
        governorate: catalog.ancestor(of: number, at: .governorate),
        subdistrict: catalog.ancestor(of: number, at: .subdistrict) ?? number)
    }
  }
}
