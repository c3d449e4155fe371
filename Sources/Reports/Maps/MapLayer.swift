import Disclosure

/// The maps of a release, each one layer of a GIS.
package enum MapLayer: String, CaseIterable, Sendable {
  /// Regions and zones over the whole coverage.
  case regions
  /// Regions and zones, period by period.
  case periods
  /// Lines from origins to destinations.
  case flows

  func belongs(to release: Release) -> Bool {
    self != .periods || release.step != nil
  }
}
