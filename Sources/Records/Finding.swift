/// Something in the data that a person should know of. Reading goes on.
public struct Finding: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
    /// Worth knowing; nothing to do.
    case note
    /// The row counts, but a person should look.
    case warning
    /// The row, or part of it, could not be counted.
    case error

    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  public var rule: FindingRule
  /// Name of the input file as the user gave it, without folders.
  public var file: String
  /// Line on which the row begins, from 1; 0 where the finding is about the whole file.
  public var line: Int
  /// Name of the column, where one is to blame.
  public var column: String?
  /// Position of that column in its row, from 1; `nil` for inputs without an order of columns.
  public var field: Int?
  /// The offending value, shortened and escaped; only of columns as in `message`.
  public var value: String?
  /// What is wrong and what to do, in one sentence. Quotes values only of columns with codes,
  /// numbers, dates and place names, through `Finding.quoted`: never a person's name or a note.
  public var message: String

  public init(
    _ rule: FindingRule, file: String, line: Int, column: String? = nil, field: Int? = nil,
    value: String? = nil, message: String
  ) {
    self.rule = rule
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.value = value
    self.message = message
  }

  public var severity: Severity { rule.severity }
}

/// The kinds of findings, each with a stable id. `Scripts` and users may rely on the ids.
public enum FindingRule: String, Hashable, Sendable, CaseIterable {
  // Rows that cannot be read: rejected.
  case unreadableRow = "row/unreadable"
  case missingKey = "row/missing-id"
  case repeatedHeader = "row/repeated-header"
  case totalRow = "row/total"
  /// The row repeats people or events that other rows count (rule F4).
  case overlappingRow = "row/overlaps"
  case nothingStated = "row/no-figure"
  /// A figure of something that is not counted, such as stateless people.
  case noIndicator = "row/no-indicator"
  /// The source itself no longer holds the event to be true.
  case discounted = "row/discounted"
  /// The publisher itself marks the row as wrong.
  case publisherError = "row/publisher-error"
  case publisherWarning = "row/publisher-warning"
  case badDate = "date/unreadable"
  case ambiguousDate = "date/ambiguous-order"
  case missingDate = "date/missing"
  case datesReversed = "date/end-before-start"
  case badNumber = "figure/unreadable"
  case negativeNumber = "figure/negative"
  case badCode = "code/unknown"
  // Figures.
  case rangeBroken = "figure/range-widened"
  case roundedDecimals = "figure/decimals-rounded"
  case totalMismatch = "figure/total-mismatch"
  case cumulativeFell = "figure/cumulative-fell"
  /// The publisher hides a small number; only its range is known.
  case withheldBySource = "figure/withheld-by-source"
  // Places.
  case badCoordinate = "place/bad-coordinate"
  case swappedAxes = "place/swapped-axes"
  case unknownCode = "place/unknown-code"
  case unknownName = "place/unknown-name"
  case ambiguousName = "place/ambiguous-name"
  case codeAgainstPoint = "place/code-against-point"
  case codesDisagree = "place/codes-disagree"
  case outsideRegions = "place/outside"
  case noPlace = "place/none"
  /// A point that may stand for any area.
  case noAccuracy = "place/no-accuracy"
  /// A region that is too small for the ring of masked points.
  case noRoomForMask = "place/no-room-for-mask"
  // Identity.
  case sameKeyDifferentContent = "record/same-id-different-content"
  case replacedByVersion = "record/replaced"
  case deletedRecord = "record/deleted"
  case severalSources = "record/several-sources"
  /// People who neither left the country nor came back to it.
  case otherCountry = "record/other-country"
  // Files.
  case damagedText = "file/damaged-text"
  case missingColumn = "file/missing-column"
  case rowsAboveHeader = "file/rows-above-header"
  /// Sheets of a workbook that could be read, beside the one that was.
  case otherSheets = "file/other-sheets"
  /// A cell of a workbook shows an error such as #N/A.
  case errorCell = "cell/error"
  /// A formula of a workbook has no result in the file.
  case uncalculatedCell = "cell/not-calculated"
  case nullBytes = "file/null-bytes"
  /// Columns that mean nothing to the tool.
  case columnsNotRead = "file/columns-not-read"
  case suspiciousDate = "date/suspicious"
  case unreadableFile = "file/unreadable"
  case repeatedFile = "file/repeated"

  public var severity: Finding.Severity {
    switch self {
    case .unreadableRow, .missingKey, .badDate, .ambiguousDate, .missingDate, .datesReversed,
      .badNumber, .negativeNumber, .badCode, .missingColumn, .unreadableFile, .publisherError:
      .error
    case .rangeBroken, .totalMismatch, .cumulativeFell, .badCoordinate, .swappedAxes,
      .unknownCode, .unknownName, .ambiguousName, .codeAgainstPoint, .codesDisagree,
      .sameKeyDifferentContent,
      .damagedText, .nullBytes, .suspiciousDate, .publisherWarning,
      .noAccuracy, .errorCell, .uncalculatedCell:
      .warning
    case .repeatedHeader, .totalRow, .overlappingRow, .nothingStated, .noIndicator, .discounted,
      .withheldBySource, .columnsNotRead, .rowsAboveHeader, .otherSheets,
      .roundedDecimals, .outsideRegions, .noPlace, .replacedByVersion, .deletedRecord,
      .severalSources, .otherCountry, .repeatedFile, .noRoomForMask:
      .note
    }
  }

  /// Whether a row with this finding is not counted at all.
  public var rejectsRow: Bool { severity == .error }
}
