extension Release {
  /// People who moved from one place to another, over the whole coverage.
  public struct Flow: Hashable, Sendable {
    /// Level at which both ends are given; an end abroad or known less well keeps its own id.
    public let level: String
    public let originStatus: PlaceStatus
    public let originID: String
    public let originName: String
    public let destinationStatus: PlaceStatus
    public let destinationID: String
    public let destinationName: String
    /// `displacement`, `return`, `eviction` or `relocation`.
    public let kind: String
    public let unit: String
    public let low: Amount?
    public let best: Amount?
    public let high: Amount?
    /// Records behind the figure; `nil` where it is withheld.
    public let records: Int?
    public let status: FigureStatus

    package init(
      level: String, origin: Place, destination: Place, kind: String, unit: String,
      figure: (low: Amount?, best: Amount?, high: Amount?), records: Int?, status: FigureStatus
    ) {
      self.level = level
      originStatus = origin.status
      originID = origin.regionID
      originName = origin.regionName
      destinationStatus = destination.status
      destinationID = destination.regionID
      destinationName = destination.regionName
      self.kind = kind
      self.unit = unit
      (low, best, high) = figure
      self.records = records
      self.status = status
    }
  }
}
