import Records
import Regions
import Tallies

/// Finds where one row is, by all rules of placement.
struct RowPlacer {
  private let levels: [Level]
  private let file: String
  private var finder: PlaceFinder

  init(_ placer: Placer, levels: [Level], file: String) {
    self.levels = levels
    self.file = file
    finder = PlaceFinder(placer)
  }

  var placer: Placer { finder.placer }

  /// - Returns: the row, and what a person should know of it.
  mutating func locate(_ place: Place, line: Int) -> (LocatedRow, [Finding]) {
    guard !place.isEmpty else {
      let finding = Finding(.noPlace, file: file, line: line, message: "no usable place")
      return (LocatedRow(status: .unplaced), [finding])
    }
    let answer = finder.place(place)
    let findings = answer.remarks.map {
      Finding($0.rule, file: file, line: line, message: $0.message)
    }
    return (row(of: answer.placement, point: place.point), findings)
  }

  /// The row of a placement; the distance is measured where the placement is not abroad.
  func row(of placement: Placement, point: Coordinate?) -> LocatedRow {
    let status = PlaceStatus(placement, levels: levels, catalog: placer.catalog)
    let isMeasured = status == .region || status == .unspecified || status == .outside
    return LocatedRow(
      status: status, placement: placement,
      distanceMeters: isMeasured ? point.flatMap(placer.distanceMeters) : nil)
  }

  /// The row of a point that lies inside a region.
  func row(inside placement: Placement) -> LocatedRow {
    LocatedRow(
      status: PlaceStatus(placement, levels: levels, catalog: placer.catalog),
      placement: placement, distanceMeters: 0)
  }
}
