import Regions
import Tallies

/// What became of a row's place (rule P1).
public enum PlaceStatus: String, Hashable, Sendable, CaseIterable {
  /// Known to the finest level shown; to the subdistrict where neighborhoods are shown, too, which
  /// do not fill theirs.
  case region
  /// Somewhere in the finest region shown.
  case unspecified
  case external
  case outside
  case unplaced
  /// The row could not be read; its bytes are handed on.
  case unreadable

  /// Its place among all of them.
  var position: Int {
    switch self {
    case .region: 0
    case .unspecified: 1
    case .external: 2
    case .outside: 3
    case .unplaced: 4
    case .unreadable: 5
    }
  }

  init(_ placement: Placement, levels: [Level], catalog: RegionCatalog) {
    switch placement.node {
    case .external: self = .external
    case .outside: self = .outside
    case .unplaced: self = .unplaced
    case .region(let number):
      let finest = levels.last { $0 < .neighborhood } ?? .neighborhood
      let isKnown = catalog.ancestor(of: number, at: finest) != nil
      self = isKnown ? .region : .unspecified
    }
  }
}
