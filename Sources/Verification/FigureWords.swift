import Disclosure
import Records
import Regions
import Tallies

/// What a figure is about, in words; never its number.
struct FigureWords: Hashable {
  var region: String
  var period: String
  var indicator: String
  var category = ""

  /// Of a report as a whole.
  static let none = FigureWords(region: "", period: "", indicator: "")

  private init(region: String, period: String, indicator: String, category: String = "") {
    self.region = region
    self.period = period
    self.indicator = indicator
    self.category = category
  }

  init(_ name: ToldName, _ catalog: RegionCatalog) {
    switch name {
    case .figure(let name): self.init(name, catalog)
    case .flow(let name, _): self.init(name, catalog)
    }
  }

  init(_ cell: Int, of system: JointSystem, _ catalog: RegionCatalog) {
    let flow = cell - system.figures.count
    if flow < 0 {
      self.init(system.figures[cell], catalog)
    } else if flow < system.flows.count {
      self.init(system.flows[flow], catalog)
    } else {
      self.init(region: "", period: "", indicator: "a difference")
    }
  }

  private init(_ name: FigureName, _ catalog: RegionCatalog) {
    self.init(
      region: Self.text(name.site, catalog), period: "\(name.period.first)/\(name.period.last)",
      indicator: name.indicator.name, category: name.category)
  }

  private init(_ name: FlowName, _ catalog: RegionCatalog) {
    let ends = [name.origin, name.destination].map { Self.text($0, catalog) }
    self.init(
      region: ends.joined(separator: " to "), period: "all days",
      indicator: "\(name.kind.rawValue) flow")
  }

  private static func text(_ site: Tally.Site, _ catalog: RegionCatalog) -> String {
    switch site {
    case .region(let number): catalog[number].id.code
    case .unspecified(let number): "unspecified in \(catalog[number].id.code)"
    case .external(let code): code
    case .outside: "outside"
    case .unplaced: "unplaced"
    }
  }
}
