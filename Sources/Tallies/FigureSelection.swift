public import Regions

/// The figures to be explained: one place and period, one or more indicators.
public struct FigureSelection: Sendable {
  public let view: Tally.View
  public let site: Tally.Site
  public let period: PeriodKey
  /// Empty for all.
  public let indicators: Set<Indicator>
  /// Empty for the total, `nil` for the total and every category.
  public let category: String?
  /// Where records lie that may belong to the place but are not known well enough: unspecified in
  /// the regions above it, or for a zone those that may lie in it.
  public let above: Set<Tally.Site>
  private let catalog: RegionCatalog

  public init(
    view: Tally.View, site: Tally.Site, period: PeriodKey, indicators: Set<Indicator> = [],
    category: String? = "", catalog: RegionCatalog
  ) {
    self.view = view
    self.site = site
    self.period = period
    self.indicators = indicators
    self.category = category
    self.catalog = catalog
    above = FigureSelection.above(site, view, catalog)
  }

  private static func above(
    _ site: Tally.Site, _ view: Tally.View, _ catalog: RegionCatalog
  ) -> Set<Tally.Site> {
    guard view != .zone else {
      if case .region(let zone) = site { return [.unspecified(zone)] } else { return [] }
    }
    guard var number = site.region else { return [] }
    var sites: Set<Tally.Site> = []
    while number != .country {
      number = catalog.parent(of: number)
      sites.insert(.unspecified(number))
    }
    return sites
  }

  // MARK: - Which cells

  /// Whether the records of a cell are needed to explain the figures.
  public func wants(_ cell: TracedRecord.Cell) -> Bool {
    cell.view == view && (cell.site == site || above.contains(cell.site))
      && (cell.period == period || cell.period.isUnspecified)
      && (indicators.isEmpty || indicators.contains(cell.indicator))
      && (category == nil || cell.category == category)
  }

  /// Whether the cell is the figure itself.
  func isFigure(_ cell: TracedRecord.Cell) -> Bool {
    cell.view == view && cell.site == site && cell.period == period
  }

  /// Whether a set of regions, one of which holds a record, leaves room for the place (rule P7).
  func mayLie(among regions: [RegionID]) -> Bool {
    guard !regions.isEmpty, let own = site.region, catalog[own].level != nil else { return true }
    return regions.contains { id in
      guard let other = catalog.number(of: id), catalog[other].level != nil else { return true }
      let shared = catalog.commonAncestor(own, other)
      return shared == own || shared == other
    }
  }
}

extension Tally.Site {
  var region: RegionNumber? {
    switch self {
    case .region(let number), .unspecified(let number): number
    case .external, .outside, .unplaced: nil
    }
  }
}
