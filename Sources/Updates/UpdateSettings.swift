public import Readers
public import Records
public import Tallies

/// What a periodic update does: the configuration file, read and checked.
public struct UpdateSettings: Hashable, Sendable {
  /// A source of records.
  public struct Source: Hashable, Sendable {
    /// What a row means that was told before and is not told again.
    public enum Missing: String, Hashable, Sendable, CaseIterable {
      /// The files are all that there is: its record was deleted.
      case deleted
      /// The files tell what is new: its record stays.
      case kept
    }

    /// Names the source in messages, in `--accept` and in the accounts.
    public var name: String
    /// Patterns of paths, such as `incoming/acled-*.csv`.
    public var files: [String]
    public var missing: Missing
    public var profile: String?
    /// Paths of mappings.
    public var maps: [String]
    public var sheet: String?
    public var dateOrder: ReadSettings.DateOrder
  }

  /// Lists of ids that a source has withdrawn.
  public struct Deletions: Hashable, Sendable {
    public var name: String
    public var files: [String]
    /// First half of the keys, such as `ACLED`.
    public var source: String
  }

  /// Which days are counted.
  public enum Coverage: Hashable, Sendable {
    /// The first day of the data, or a day; up to the last of the data, or a day.
    case days(from: Day?, to: Day?)
    /// So many whole months before this one, and this one.
    case lastMonths(Int)
  }

  /// The folder of the configuration, from which relative paths start; `.` for the present one.
  public var folder: String
  public var sources: [Source] = []
  public var deletions: [Deletions] = []
  public var archive = "nuzuh-archive.sqlite"
  public var output = "output"
  /// Layers of regions, each with what its properties mean; empty for those that come with nuzuh.
  public var layers: [String] = []
  public var repairsLayers = false
  /// Days, steps and rules; `from` and `to` follow from `coverage`.
  public var rules = ReportSettings()
  public var coverage = Coverage.days(from: nil, to: nil)
  public var policy = "public"
  /// How coarsely maps are drawn, in metres.
  public var simplifyMeters: Double?
  /// How many releases are kept; `nil` for all.
  public var keptReleases: Int?

  public init(folder: String) {
    self.folder = folder.isEmpty ? "." : folder
  }

  /// A path of the configuration as this process can open it.
  public func path(_ path: String) -> String {
    path.hasPrefix("/") || folder == "." ? path : "\(folder)/\(path)"
  }

  /// How a report is counted on a certain day.
  public func reportSettings(today: Day) -> ReportSettings {
    var settings = rules
    switch coverage {
    case .days(let from, let to): (settings.from, settings.to) = (from, to)
    case .lastMonths(let count):
      let parts = today.components
      let months = parts.year * 12 + parts.month - 1 - count
      settings.from = Day(year: months / 12, month: months % 12 + 1, day: 1)
      settings.to = Step.month.span(around: today, weekStart: rules.weekStart).last
    }
    return settings
  }
}
