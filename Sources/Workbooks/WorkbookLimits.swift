/// How much of a workbook is read before it is refused, so that a small hostile file cannot
/// exhaust the machine.
public struct WorkbookLimits: Hashable, Sendable {
  /// Files inside the archive.
  public var entries: Int
  /// Size of one part (a sheet, the texts) when unpacked, in bytes, declared or real.
  public var partBytes: Int
  /// Unpacked bytes for each packed one, after the first MiB of a part. Sheets of blank formatted
  /// cells reach some hundreds.
  public var ratio: Int
  /// Elements inside one another.
  public var depth: Int
  /// One tag with its attributes, in bytes.
  public var tagBytes: Int
  /// One cell, in bytes of UTF-8. Spreadsheets themselves stop at 32,767 characters.
  public var cellBytes: Int
  /// All cells of one row, in bytes.
  public var rowBytes: Int
  /// All texts that cells share, in bytes: the only part that is kept in memory.
  public var sharedBytes: Int
  /// Number of styles, of shared texts and of merged ranges, each.
  public var items: Int

  public init(
    entries: Int = 10_000, partBytes: Int = 8 << 30, ratio: Int = 500, depth: Int = 64,
    tagBytes: Int = 1 << 20, cellBytes: Int = 1 << 17, rowBytes: Int = 1 << 24,
    sharedBytes: Int = 1 << 29, items: Int = 1 << 23
  ) {
    self.entries = entries
    self.partBytes = partBytes
    self.ratio = max(ratio, 1)
    self.depth = depth
    self.tagBytes = tagBytes
    self.cellBytes = cellBytes
    self.rowBytes = rowBytes
    self.sharedBytes = sharedBytes
    self.items = items
  }

  /// Rows and columns that a sheet can have (ECMA-376, 18.3.1.73 and 18.3.1.13).
  static let rows = 1_048_576
  static let columns = 16_384
  /// The first unpacked bytes of a part for which the ratio is not looked at.
  static let ratioGrace = 1 << 20
}
