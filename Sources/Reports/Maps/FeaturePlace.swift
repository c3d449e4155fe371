import Disclosure
import Regions

/// A place of a release: what becomes one feature, or one a period.
struct FeaturePlace: Hashable {
  let status: Release.PlaceStatus
  /// Level of the view. Empty where the level does not matter: a record that is external,
  /// outside or unplaced is so at every level (rule P1) and gives one feature, not one a level.
  let level: String
  let regionID: String

  init(status: Release.PlaceStatus, level: String, regionID: String) {
    self.status = status
    self.regionID = regionID
    switch status {
    case .region, .unspecified: self.level = level
    case .external, .outside, .unplaced: self.level = ""
    }
  }

  init(_ region: Region) {
    self.init(status: .region, level: region.levelName, regionID: region.id.code)
  }

  /// The id of its feature: `SY06`, `unspecified:governorate:SY`, `external:LBN`, `outside`.
  var featureID: String {
    switch status {
    case .region: regionID
    case .unspecified: "unspecified:\(level):\(regionID)"
    case .external: "external:\(regionID)"
    case .outside, .unplaced: status.rawValue
    }
  }

  /// What a reader calls it, given the name in the release.
  func displayName(_ name: String) -> String {
    switch status {
    case .region, .external: name
    case .unspecified: "\(name), \(level) not known"
    case .outside: "Outside every region"
    case .unplaced: "No usable place"
    }
  }
}
