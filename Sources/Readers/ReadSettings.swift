/// How the cells of an input are to be understood where the file itself does not say.
public struct ReadSettings: Hashable, Sendable {
  /// The order of a date written in figures, such as `06/03/2025`.
  public enum DateOrder: String, Hashable, Sendable, CaseIterable {
    /// Only ISO 8601 and dates with the month as a word; others are rejected (rule T4).
    case iso
    case dayFirst = "day-first"
    case monthFirst = "month-first"
  }

  public var dateOrder: DateOrder
  /// Name of the time zone that turns timestamps with an offset into local days.
  public var timeZone: String
  /// Name of the profile to read with; `nil` to find it by the header.
  public var profile: String?
  /// The separator of delimited text; `nil` to find it.
  public var separator: UInt8?
  /// Name of the sheet to read of a workbook; `nil` for the first visible one that fits.
  public var sheet: String?
  /// Mappings, which read the files whose columns fit them; they come before the profiles.
  public var mappings: [Mapping]

  public init(
    dateOrder: DateOrder = .iso, timeZone: String = "Asia/Damascus", profile: String? = nil,
    separator: UInt8? = nil, sheet: String? = nil, mappings: [Mapping] = []
  ) {
    self.dateOrder = dateOrder
    self.timeZone = timeZone
    self.profile = profile
    self.separator = separator
    self.sheet = sheet
    self.mappings = mappings
  }
}
