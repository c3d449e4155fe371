import Regions
import Tallies

/// What a finer place is to the coarser level above it.
enum Upward {
  /// One of the places that the region is divided into.
  case part(of: Tally.Site)
  /// The same records under another view (rule P1).
  case same(Tally.Site)
}

extension JointSystem {
  /// A region is the sum of the regions in it and of what is unspecified there; what is
  /// unspecified above a level, abroad, outside or unplaced is the same at every level.
  ///
  /// Movement inside a region is neither departure nor arrival (rule F7), so for those a region
  /// is at most that sum.
  mutating func tieRegions() {
    let above = coarserLevels()
    var exact = Gathering()
    var bounds = Gathering()
    for name in present {
      guard case .level(let level) = name.view,
        let coarser = above[LevelKey(name)]?[level]
      else { continue }
      var parent = name
      parent.view = .level(coarser)
      switch catalog.upward(name.site, to: coarser) {
      case .part(let site):
        parent.site = site
        if name.indicator.crossesBorders {
          bounds.add(self[name], to: self[parent])
        } else {
          exact.add(self[name], to: self[parent])
        }
      case .same(let site):
        parent.site = site
        exact.add(self[name], to: self[parent])
      case nil: break
      }
    }
    tie(exact)
    for (parent, parts) in bounds.sums { bound(parts, isAtLeast: [parent]) }
  }

  /// Which levels show a figure; a breakdown by category may end earlier, and a period that was
  /// told before a level was added.
  struct LevelKey: Hashable {
    let indicator: Indicator
    let isTotal: Bool
    /// `nil` for any.
    let period: FigurePeriod?

    init(_ name: FigureName, inAnyPeriod: Bool = false) {
      indicator = name.indicator
      isTotal = name.category.isEmpty
      period = inAnyPeriod ? nil : name.period
    }
  }

  /// For each level shown, the next coarser that is shown too.
  private func coarserLevels() -> [LevelKey: [Level: Level]] {
    levelsShown().mapValues { levels in
      Dictionary(uniqueKeysWithValues: zip(levels.dropFirst(), levels))
    }
  }

  /// From the coarsest down.
  func levelsShown() -> [LevelKey: [Level]] { Self.levels(of: present) { LevelKey($0) } }

  static func levels(
    of names: [FigureName], by key: (FigureName) -> LevelKey
  ) -> [LevelKey: [Level]] {
    var levels: [LevelKey: Set<Level>] = [:]
    for name in names {
      guard case .level(let level) = name.view else { continue }
      levels[key(name), default: []].insert(level)
    }
    return levels.mapValues { $0.sorted() }
  }
}

extension RegionCatalog {
  /// `nil` where the coarser level does not hold the region.
  func upward(_ site: Tally.Site, to level: Level) -> Upward? {
    switch site {
    case .region(let number):
      ancestor(of: number, at: level).map { .part(of: .region($0)) }
    case .unspecified(let number):
      ancestor(of: number, at: level).map { .part(of: .region($0)) } ?? .same(site)
    case .external, .outside, .unplaced: .same(site)
    }
  }
}

extension Indicator {
  /// Whether only movement over a region's border counts, so that parts do not add up.
  var crossesBorders: Bool {
    switch stem {
    case .departed, .arrived, .returnsIn, .returnsOut: true
    default: false
    }
  }
}
