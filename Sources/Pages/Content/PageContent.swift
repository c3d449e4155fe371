import Disclosure
import Regions
import Reports

/// What all sections of a page work on.
struct PageContent: Sendable {
  let release: Release
  let catalog: RegionCatalog
  let context: ReleaseContext
  let settings: PageSettings
  let words: Wording
  let policy: ShownByPolicy
  let comparison: ComparedPeriods?
  private let periodSpans: [Int?]
  private let coverageSpan: Int?

  init(
    release: Release, catalog: RegionCatalog, context: ReleaseContext, settings: PageSettings
  ) {
    self.release = release
    self.catalog = catalog
    self.context = context
    self.settings = settings
    words = Wording(language: settings.language, digits: settings.digits)
    policy = ShownByPolicy(release.protection)
    comparison = ComparedPeriods(release)
    periodSpans = release.periodSpans
    coverageSpan = release.coverageSpan
  }

  // MARK: - Figures

  /// The figure of a place over the whole coverage.
  ///
  /// - Parameters:
  ///   - place: position in `Release.places`; `nil` where the place has no rows.
  ///   - level: the level through which the place is seen.
  func coverage(of place: Int?, at level: String, _ indicator: Int) -> PageFigure {
    if let figure = row(place, coverageSpan, indicator) { return figure }
    // In a series of releases totals wait for the next revision, while periods are shown.
    let isKept = place.map { hasRow($0, indicator) } ?? false
    return isKept || leavesOut(indicator, level, step: nil) ? .notShown : .noReport
  }

  /// - Parameter period: position in `Release.periods`.
  func figure(
    of place: Int?, at level: String, period: Int, _ indicator: Int
  ) -> PageFigure {
    if let figure = row(place, periodSpans[period], indicator) { return figure }
    return leavesOut(indicator, level, step: release.step) ? .notShown : .noReport
  }

  private func row(_ place: Int?, _ span: Int?, _ indicator: Int) -> PageFigure? {
    guard let place, let span else { return nil }
    return release.row(place: place, span: span, indicator: indicator).map(PageFigure.init)
  }

  private func leavesOut(_ indicator: Int, _ level: String, step: String?) -> Bool {
    policy.leavesOut(release.indicators[indicator].name, level: level, step: step)
  }

  /// Whether anything is said of an indicator at a place, in the coverage or in a period.
  func hasRow(_ place: Int, _ indicator: Int) -> Bool {
    spans.contains { release.row(place: place, span: $0, indicator: indicator) != nil }
  }

  private var spans: [Int] { ([coverageSpan] + periodSpans).compactMap { $0 } }

  // MARK: - Places and levels

  /// The levels that have outlines, from the coarsest down.
  var levels: [Level] {
    let shown = Set(release.levels)
    return Level.layered.filter { shown.contains($0.name) }
  }

  /// The place of the whole country, where the release has one.
  var country: Int? {
    release.place(level: Level.country.name, regionID: catalog.country.id.code)
  }

  func place(_ region: RegionNumber) -> Int? {
    let region = catalog[region]
    return release.place(level: region.levelName, regionID: region.id.code)
  }

  /// Positions of places of a level that have a figure of an indicator, in the order of rows.
  func places(level: String, status: Release.PlaceStatus) -> [Int] {
    release.places.indices.filter {
      release.places[$0].level == level && release.places[$0].status == status
    }
  }

  // MARK: - Names

  /// A region in the language of the page, else in English.
  func name(of region: Region) -> String {
    PlainText.oneLine(
      settings.language == .arabic ? region.nameArabic ?? region.name : region.name, limit: 80)
  }

  func name(ofPlace place: Int) -> String {
    let place = release.places[place]
    return name(status: place.status, id: place.regionID, name: place.regionName)
  }

  func name(status: Release.PlaceStatus, id: String, name: String) -> String {
    switch status {
    case .region: regionName(id, name)
    case .unspecified: words.text(PlacePhrase.unspecified, regionName(id, name))
    case .external: countryName(id, name)
    case .outside: words.text(PlacePhrase.outside)
    case .unplaced: words.text(PlacePhrase.unplaced)
    }
  }

  private func regionName(_ id: String, _ name: String) -> String {
    catalog.number(of: RegionID(id)).map { self.name(of: catalog[$0]) }
      ?? PlainText.oneLine(name, limit: 80)
  }

  private func countryName(_ code: String, _ name: String) -> String {
    if let country = Country.match(code: code), let known = words.country(country.alpha2) {
      return known
    }
    return code == "ABROAD"
      ? words.text(PlacePhrase.abroad) : PlainText.oneLine(name, limit: 80)
  }

  var title: String {
    settings.title.map { PlainText.oneLine($0) }
      ?? words.text(HeadPhrase.title, name(of: catalog.country))
  }
}
