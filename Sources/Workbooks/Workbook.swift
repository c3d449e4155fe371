/// A sheet of a workbook.
public struct WorkbookSheet: Hashable, Sendable {
  public let name: String
  /// Whether a person who opens the workbook does not see it.
  public let isHidden: Bool
  let part: String
}

/// An XLSX workbook, opened: its sheets, and the texts and formats that their cells refer to.
///
/// Memory grows with the texts that cells share, and with nothing else.
public struct Workbook {
  /// In the order of their tabs; sheets that hold only a chart or macros are left out.
  public let sheets: [WorkbookSheet]
  private let archive: ZipArchive
  private let values: CellValues
  private let limits: WorkbookLimits

  /// - Throws: `WorkbookError` where the file is no workbook, is damaged or goes beyond a limit.
  public init(path: String, limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookError) {
    try FileKind.check(path)
    let archive = try ZipArchive(path: path, limits: limits)
    let part = try FileKind.workbookPart(of: archive, limits: limits)
    let workbook = WorkbookPart()
    try archive.read(part, into: workbook, limits: limits)
    let relations = try Relationships(of: part, in: archive, limits: limits)
    sheets = try Workbook.sheets(workbook.sheets, relations, part)
    values = try Workbook.values(relations, archive, workbook, limits)
    self.archive = archive
    self.limits = limits
  }

  private static func sheets(
    _ entries: [WorkbookPart.Entry], _ relations: Relationships, _ part: String
  ) throws(WorkbookError) -> [WorkbookSheet] {
    var sheets: [WorkbookSheet] = []
    for entry in entries {
      guard let target = relations.byID[entry.id] else {
        throw .damaged(part: part, line: nil, reason: "no place is given for a sheet")
      }
      guard target.kind == "worksheet" else { continue }
      sheets.append(
        WorkbookSheet(name: entry.name, isHidden: entry.isHidden, part: target.part))
    }
    return sheets
  }

  private static func values(
    _ relations: Relationships, _ archive: ZipArchive, _ workbook: WorkbookPart,
    _ limits: WorkbookLimits
  ) throws(WorkbookError) -> CellValues {
    let styles = StylesPart(limit: limits.items)
    if let part = relations.first("styles") {
      try archive.read(part, into: styles, limits: limits)
    }
    var shared = SharedTexts()
    if let part = relations.first("sharedStrings") {
      shared = try SharedTexts(part: part, in: archive, limits: limits)
    }
    return CellValues(
      shared: shared, formats: styles.kinds(), countsFrom1904: workbook.countsFrom1904)
  }

  /// The sheet of this name; upper and lower case are the same, as spreadsheets have it.
  public func sheet(named name: String) throws(WorkbookError) -> WorkbookSheet {
    let folded = name.lowercased()
    guard let sheet = sheets.first(where: { $0.name.lowercased() == folded }) else {
      throw .noSuchSheet(name: name, known: sheets.map(\.name))
    }
    return sheet
  }

  /// The rows of a sheet of this workbook, from the first.
  public func rows(of sheet: WorkbookSheet) throws(WorkbookError) -> SheetRows {
    let merged = try MergedRanges(part: sheet.part, in: archive, limits: limits)
    return try SheetRows(
      entry: try archive.open(sheet.part),
      sheet: SheetPart(values: values, merged: merged, limits: limits), limits: limits)
  }
}
