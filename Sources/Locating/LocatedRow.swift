import Tallies

/// Where a row was found to be; what is appended to it.
struct LocatedRow {
  /// `nil` for a row that is no data: all that is appended stays blank.
  var status: PlaceStatus?
  var placement: Placement?
  /// From the row's point to the nearest region, 0 inside one; `nil` where the row has no point
  /// or is abroad.
  var distanceMeters: Double?

  static let notData = LocatedRow()
  static let unreadable = LocatedRow(status: .unreadable)
}
