import Disclosure

extension RegionFeatures {
  /// The properties of a feature in their order, which `MapTable` relies on.
  var columns: [MapColumn] {
    let hasChange = !release.periods.isEmpty
    return Self.placeColumns
      + (hasChange ? ["change_period", "change_before"].map { MapColumn($0, .text) } : [])
      + IndicatorProperties.columns(release, hasChange: hasChange) + Self.styleColumns
  }

  private static let placeColumns =
    ["id", "region_id", "name", "name_ar", "level", "parent", "period"].map {
      MapColumn($0, .text)
    } + ["period_start", "period_end"].map { MapColumn($0, .date) }
    + ["time_status", "place_status"].map { MapColumn($0, .text) }
    + ["population", "population_year"].map { MapColumn($0, .integer) }
    + [MapColumn("population_kind", .text), MapColumn("area_km2", .real)]

  private static let styleColumns = [
    MapColumn("description", .text), MapColumn("fill", .text), MapColumn("fill-opacity", .real),
    MapColumn("stroke", .text), MapColumn("stroke-width", .real),
  ]
}

extension FlowFeatures {
  /// The properties of a feature in their order.
  static let columns =
    [
      "level", "origin_id", "origin_name", "origin_status", "destination_id", "destination_name",
      "destination_status", "kind", "unit",
    ].map { MapColumn($0, .text) } + ["best", "low", "high"].map { MapColumn($0, .real) }
    + [MapColumn("records", .integer), MapColumn("status", .text)]
    + ["period_start", "period_end"].map { MapColumn($0, .date) } + [MapColumn("stroke", .text)]
}
