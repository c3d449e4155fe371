import Records
import Regions
import Tallies

/// Finds where one row is, by all rules of placement.
struct RowPlacer {
  private let levels: [Level]
  private var finder: PlaceFinder

  init(_ placer: Placer, levels: [Level]) {
    self.levels = levels
    finder = PlaceFinder(placer)
  }

  var placer: Placer { finder.placer }

  /// - Returns: the row, and what a person should know of it.
  mutating func locate(_ place: Place) -> (LocatedRow, [Placer.Answer.Remark]) {
    guard !place.isEmpty else {
      return (LocatedRow(status: .unplaced), [Placer.Answer.Remark(.noPlace, "no usable place")])
    }
    let answer = finder.place(place)
    return (row(of: answer.placement, point: place.point), answer.remarks)
  }

  /// The row of a placement; the distance is measured where the placement is not abroad.
  func row(of placement: Placement, point: Coordinate?) -> LocatedRow {
    var row = LocatedRow(status: status(of: placement), placement: placement)
    if let point, let status = row.status, [.region, .unspecified, .outside].contains(status) {
      row.distanceMeters = finder.placer.distanceMeters(from: point)
    }
    return row
  }

  /// The row of a point that lies inside a region.
  func row(inside placement: Placement) -> LocatedRow {
    LocatedRow(status: status(of: placement), placement: placement, distanceMeters: 0)
  }

  private func status(of placement: Placement) -> PlaceStatus {
    PlaceStatus(placement, levels: levels, catalog: finder.placer.catalog)
  }
}
