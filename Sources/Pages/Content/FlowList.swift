import Disclosure
import Regions

/// The flows that a page shows: those of one level, the greatest shown first, and after them, by
/// name, those of which no number is told.
struct FlowList {
  static let most = 40

  let flows: [Release.Flow]
  /// How many flows that level has.
  let total: Int

  init(_ content: PageContent) {
    let names = content.levels.map(\.name) + [Level.country.name]
    let level = names.first { name in content.release.flows.contains { $0.level == name } }
    let all = content.release.flows.filter { $0.level == level }
    total = all.count
    flows = Array(all.sorted { Key($0) < Key($1) }.prefix(Self.most))
  }

  /// Nothing in the order hangs on a figure that is not shown.
  private struct Key: Comparable {
    private let unit: String
    private let best: Double
    private let names: [String]

    init(_ flow: Release.Flow) {
      unit = flow.unit
      best = PageFigure(flow).positive ?? 0
      names = [
        flow.originName, flow.destinationName, flow.kind, flow.originID, flow.destinationID,
      ]
    }

    static func == (left: Key, right: Key) -> Bool {
      left.unit == right.unit && left.best == right.best && left.names == right.names
    }

    /// Persons before households.
    static func < (left: Key, right: Key) -> Bool {
      if left.unit != right.unit { return left.unit > right.unit }
      if left.best != right.best { return left.best > right.best }
      return left.names.lexicographicallyPrecedes(right.names)
    }
  }
}
