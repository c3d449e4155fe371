import Records
import Regions
import Tallies

/// A figure or a flow by its name, the same in every release that tells it.
package enum ToldName: Hashable {
  case figure(FigureName)
  /// Flows are counted over all days of a release.
  case flow(FlowName, FigurePeriod)

  /// Whether records that come late can only make it larger.
  package var onlyGrows: Bool {
    switch self {
    case .figure(let name): name.indicator.kind == .flow || name.indicator.kind == .eventCount
    case .flow: true
    }
  }

  /// The days that it is about.
  package var period: FigurePeriod {
    switch self {
    case .figure(let name): name.period
    case .flow(_, let coverage): coverage
    }
  }

  var isOfCategory: Bool {
    if case .figure(let name) = self { !name.category.isEmpty } else { false }
  }

  /// What a release that tells any such figure tells of every place and category: what is missing
  /// there is a zero.
  var kind: ToldName {
    switch self {
    case .figure(var name):
      name.site = .outside
      name.category = name.category.isEmpty ? "" : "any"
      return .figure(name)
    case .flow(var name, let coverage):
      (name.origin, name.destination) = (.outside, .outside)
      return .flow(name, coverage)
    }
  }
}
