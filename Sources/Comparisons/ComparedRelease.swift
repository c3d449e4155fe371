import Disclosure
public import JSONText
import Released

/// A release as its public files tell it, without the boundaries that it was made from.
public struct ComparedRelease: Sendable {
  /// A region or another place as the map of the release has it.
  public struct Place: Sendable {
    public let name: String
    public let parent: String
    /// The feature's geometry, `null` for a place without an outline.
    public let geometry: JSONValue
  }

  public let directory: String
  public let created: String
  public let isInternal: Bool
  /// Days covered, empty where there are none.
  public let first: String
  public let last: String
  /// What the figures depend on beside the records, in the order of the files.
  let circumstances: [Circumstance]
  /// Members of the map that hold for all of it.
  let map: JSONValue
  let figures: [FigureKey: Told]
  /// Names of indicators in the order of the files.
  let indicators: [String]
  /// By level and code, the regions and zones on the map, in its order.
  let regions: [RegionKey: Place]
  let order: [RegionKey]
  private let told: Set<Kind>

  struct RegionKey: Hashable {
    var level: String
    var id: String
  }

  /// Figures that a release tells or leaves out as a whole.
  private struct Kind: Hashable {
    var level: String
    var placeStatus: String
    var indicator: String
    var hasCategory: Bool
    var isFlow: Bool

    init(_ key: FigureKey) {
      level = key.level
      // Places that are no regions stand beside those of their level.
      placeStatus = ["region", "unspecified"].contains(key.placeStatus) ? "" : key.placeStatus
      indicator = key.indicator
      hasCategory = !key.category.isEmpty
      isFlow = key.destination != nil
    }
  }

  /// Reads and checks the files.
  public init(directory: String) throws(ComparisonError) {
    do throws(ReleasedFilesError) {
      try self.init(ReleasedFiles(directory))
    } catch {
      throw .files(directory: directory, error)
    }
  }

  private init(_ files: ReleasedFiles) throws(ReleasedFilesError) {
    let accounts = try files.json("accounts.json")
    let reading = try FigureReading(files, hasStep: accounts["settings"]?["by"]?.string != "")
    directory = files.directory
    created = files.package["created"]?.string ?? ""
    isInternal = files.isInternal
    first = files.package["temporal_coverage"]?["start"]?.string ?? ""
    last = files.package["temporal_coverage"]?["end"]?.string ?? ""
    circumstances = Circumstance.all(of: files.package, accounts)
    map = reading.map
    figures = reading.figures
    indicators = reading.indicators
    regions = reading.regions
    order = reading.order
    told = Set(reading.figures.keys.map(Kind.init))
  }

  /// What the release says of a figure, and why it does not where it does not.
  func tells(_ key: FigureKey) -> Told {
    if let figure = figures[key] { return figure }
    guard told.contains(Kind(key)), hasRegion(key), covers(key.days) else { return .notTold }
    return .noReport
  }

  private func hasRegion(_ key: FigureKey) -> Bool {
    guard key.placeStatus == "region", key.destination == nil else { return true }
    return regions[RegionKey(level: key.level, id: key.regionID)] != nil
  }

  private func covers(_ days: FigureKey.Days) -> Bool {
    switch days {
    case .coverage: true
    case .period(let first, let last), .unspecified(let first, let last):
      first <= self.last && last >= self.first
    }
  }

  /// Whether days were over when the release was made. ISO dates compare as texts.
  func isOver(_ days: FigureKey.Days, in later: ComparedRelease) -> Bool {
    let last: String
    switch days {
    case .coverage:
      guard first == later.first, self.last == later.last else { return false }
      last = self.last
    case .period(_, let end), .unspecified(_, let end): last = end
    }
    return last < created.prefix(10)
  }
}
