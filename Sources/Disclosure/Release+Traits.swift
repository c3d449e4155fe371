import Tallies

extension Release {
  /// What occurs among the rows of a release: so that a reader can be told of it without looking
  /// through all rows again.
  public struct Traits: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// A row is withheld.
    public static let withheld = Traits(rawValue: 1)
    /// A record without a best or high number is part of a figure that is shown.
    public static let open = Traits(rawValue: 2)
    /// A figure is told by other sources than the one that is counted.
    public static let otherSources = Traits(rawValue: 4)
    /// A row is about no single stretch of time.
    public static let unspecifiedTime = Traits(rawValue: 8)
  }

  public var traits: Traits { table.traits }

  /// How many rows are about stretches of time of which a condition holds.
  public func rowCount(of condition: (TimeSpan) -> Bool) -> Int {
    let isCounted = spans.map(condition)
    return table.blocks.blocks.indices.reduce(0) { count, block in
      isCounted[Int(table.blocks.blocks[block].period)]
        ? count + table.blocks.rows(ofBlock: block).count : count
    }
  }
}

extension Release.Traits {
  init(_ cells: [TallyCell], _ blocks: TallyBlocks, _ spans: [Release.TimeSpan]) {
    self = []
    for cell in cells {
      switch cell.state.status {
      case .withheld: insert(.withheld)
      case .otherSources: insert(.otherSources)
      case .reported, .zero, .notStated, .rounded: break
      }
      if cell.state.isBestOpen || cell.state.isHighOpen { insert(.open) }
    }
    if blocks.blocks.contains(where: { spans[Int($0.period)].timeStatus == .unspecified }) {
      insert(.unspecifiedTime)
    }
  }
}
