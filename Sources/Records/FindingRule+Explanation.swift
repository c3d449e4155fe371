extension FindingRule {
  /// What a kind of finding means to the person who has to deal with it. The same words stand in
  /// the documentation's table, in `nuzuh check --explain` and in the rules of a SARIF log.
  public struct Explanation: Hashable, Sendable {
    /// What is the matter, as a heading.
    public let title: String
    /// What in the data leads to it.
    public let cause: String
    /// What it does to the figures of a report.
    public let effect: String
    /// What to do.
    public let remedy: String
  }

  /// A rule without an explanation does not compile.
  public var explanation: Explanation {
    switch self {
    case .unreadableRow:
      Explanation(
        title: "The row cannot be taken apart into fields",
        cause: "A quote is never closed, fields are missing or too many, or a JSON line is broken.",
        effect: "The row is rejected: it stands in the accounts and in no figure.",
        remedy: "Mend the row; where many rows are meant, export the file again.")
    case .missingKey:
      Explanation(
        title: "The record has no id or no source",
        cause: "A column that makes the record's key is blank.",
        effect: "The row is rejected, since it could not be told from others (A2).",
        remedy: "Fill the cell in; any text that stays the same from file to file will do.")
    case .repeatedHeader:
      Explanation(
        title: "The header stands here once more",
        cause: "Files were pasted together.",
        effect: "None: the row is no data.",
        remedy: "Nothing.")
    case .totalRow:
      Explanation(
        title: "The row is a sum of others",
        cause: "The file has rows of totals.",
        effect: "The row is not counted, so that nothing counts twice (F4).",
        remedy: "Nothing.")
    case .overlappingRow:
      Explanation(
        title: "The row repeats what other rows count",
        cause: "It gives the same people or events on another level or by another method.",
        effect: "The row is not counted, so that nothing counts twice (F4).",
        remedy: "Nothing.")
    case .nothingStated:
      Explanation(
        title: "The row states no figure",
        cause: "Every cell for a number is blank, or says that none is available.",
        effect: "The row is not counted: no report is not zero (F5).",
        remedy: "Nothing.")
    case .noIndicator:
      Explanation(
        title: "The figure is of something that is not counted",
        cause: "The source also counts people whom no indicator is about, such as the stateless.",
        effect: "The figure is in no total.",
        remedy: "Nothing.")
    case .discounted:
      Explanation(
        title: "The source no longer holds the event to be true",
        cause: "The source discounts it after a review.",
        effect: "The row is not counted.",
        remedy: "Nothing.")
    case .publisherError:
      Explanation(
        title: "The publisher marks the row as wrong",
        cause: "The row has a text in the column in which its publisher tells errors.",
        effect: "The row is rejected.",
        remedy: "Ask the publisher, or wait for the next edition.")
    case .publisherWarning:
      Explanation(
        title: "The publisher warns of the row",
        cause: "The row has a text in the column in which its publisher tells doubts.",
        effect: "The row counts.",
        remedy: "Check the place of the row.")
    case .badDate:
      Explanation(
        title: "The date cannot be read",
        cause: "The cell holds no date, or a day that does not exist.",
        effect: "The row is rejected.",
        remedy: "Write the date as 2025-03-06.")
    case .ambiguousDate:
      Explanation(
        title: "Day and month may be exchanged",
        cause: "The date is written in figures, in an order that nothing declares (T4).",
        effect: "The row is rejected; it is never guessed.",
        remedy: "Declare the order with --date-order, or write the date as 2025-03-06.")
    case .missingDate:
      Explanation(
        title: "The date is missing",
        cause: "The cell is blank.",
        effect: "The row is rejected.",
        remedy: "Fill the date in; where only the month or year is known, give first and last day.")
    case .datesReversed:
      Explanation(
        title: "The end comes before the start",
        cause: "The two dates are exchanged, or one is mistyped.",
        effect: "The row is rejected.",
        remedy: "Correct one of the dates.")
    case .suspiciousDate:
      Explanation(
        title: "The date often stands for an unknown one",
        cause: "The date is 1 January 1970 or lies before 1900, as spreadsheets write a blank.",
        effect: "The row counts on that day.",
        remedy: "Check the date, or leave the row out.")
    case .badNumber:
      Explanation(
        title: "The number cannot be read",
        cause: "The cell holds no decimal number, or one too large to be kept exactly.",
        effect: "The row is rejected.",
        remedy: "Write digits with a decimal point; leave the cell blank if it is unknown.")
    case .negativeNumber:
      Explanation(
        title: "The number is below zero",
        cause: "The cell is mistyped, or holds a difference instead of a count.",
        effect: "The row is rejected.",
        remedy: "Correct the number, or leave the cell blank if it is unknown.")
    case .badCode:
      Explanation(
        title: "The code is not in the source's codebook",
        cause: "The cell is mistyped or shifted, or the source has a new code.",
        effect: "The row is rejected.",
        remedy: "Look the code up in the source's codebook and correct it.")
    case .rangeBroken:
      Explanation(
        title: "Low, best and high are out of order",
        cause: "The source breaks low ≤ best ≤ high, as UCDP does in some rows.",
        effect: "The row counts, and its range is widened to hold all three numbers (F1).",
        remedy: "Compare with the source; nothing has to be done.")
    case .roundedDecimals:
      Explanation(
        title: "Decimals were rounded",
        cause: "The number has more decimal places than are kept.",
        effect: "The row counts with the rounded number.",
        remedy: "Nothing.")
    case .totalMismatch:
      Explanation(
        title: "A stated total is not the sum of its rows",
        cause: "Rows are missing or repeated, or a number was changed after the total was made.",
        effect: "The rows count as they are; the total is never counted.",
        remedy: "Compare with the publisher's file.")
    case .cumulativeFell:
      Explanation(
        title: "A running total fell",
        cause: "The source corrected its count downwards, or rows are of different subjects.",
        effect: "Nothing is counted until the total passes its greatest value again (F2).",
        remedy: "Check the value; give different subjects different names.")
    case .withheldBySource:
      Explanation(
        title: "The publisher hides a small number",
        cause: "The cell holds a mark instead of a number, such as * for 1 to 4.",
        effect: "The row counts with the range that the mark stands for, without a best figure.",
        remedy: "Nothing.")
    case .badCoordinate:
      Explanation(
        title: "The coordinates give no point on earth",
        cause: "A cell holds no degrees, lies beyond 180 or 90 degrees, or both are 0.",
        effect: "The record is placed by its codes and names alone.",
        remedy: "Correct both cells, or leave both blank.")
    case .swappedAxes:
      Explanation(
        title: "Longitude and latitude are exchanged",
        cause: "The point falls inside the regions only with its axes exchanged.",
        effect: "The point is not used; the record is placed by its codes and names alone.",
        remedy: "Exchange the two columns in the file, or their names in its header or mapping.")
    case .unknownCode:
      Explanation(
        title: "No place has this code",
        cause: "The code is mistyped, or of another edition of the boundaries.",
        effect: "The record is placed by what else the row says, else it is unplaced.",
        remedy: "Look the place up with nuzuh regions search and correct the code.")
    case .unknownName:
      Explanation(
        title: "No place has this name",
        cause: "The name is misspelled, or means a place that the gazetteer does not have.",
        effect: "The record is placed by what else the row says, else it is unplaced (P6).",
        remedy: "Take one of the names proposed, or give the code of the place.")
    case .ambiguousName:
      Explanation(
        title: "Several places of one level have this name",
        cause: "The row does not say in which region the place lies.",
        effect: "The record is placed by what else the row says, else it is unplaced (P6).",
        remedy: "Give the code of the place, or the region around it.")
    case .codeAgainstPoint:
      Explanation(
        title: "The named governorate and the point disagree",
        cause: "The code, the name or the point is wrong.",
        effect: "The record counts where its point lies (P5).",
        remedy: "Correct the one that is wrong.")
    case .codesDisagree:
      Explanation(
        title: "The codes or names of a row contradict each other",
        cause: "One of them names a place that does not lie in the one named before it.",
        effect: "The record is unspecified in the smallest region that holds both (P1).",
        remedy: "Correct the one that is wrong.")
    case .outsideRegions:
      Explanation(
        title: "The point lies beyond every region",
        cause: "It lies at sea or abroad, farther out than the snap distance.",
        effect: "The record is counted as outside (P1).",
        remedy: "Check the point; where it is right, nothing.")
    case .noAccuracy:
      Explanation(
        title: "Points do not say how exact they are",
        cause: "The file has no accuracy beside its points, which may stand for whole regions.",
        effect: "The records count in their country only (P4).",
        remedy: "Use an edition of the file that has the accuracy.")
    case .noRoomForMask:
      Explanation(
        title: "The region leaves no room for a masked point",
        cause: "Too little of the ring around the point lies in its region, or the point lies "
          + "elsewhere than the record says.",
        effect: "None on figures: the record is no masked point (nuzuh mask).",
        remedy: "A smaller ring, or a coarser level, for all points.")
    case .noPlace:
      Explanation(
        title: "The row does not say where",
        cause: "It gives no usable point, code or name.",
        effect: "The record is counted as unplaced (P1).",
        remedy: "Give the country at least.")
    case .sameKeyDifferentContent:
      Explanation(
        title: "One id stands for different contents",
        cause: "Rows with the same source and id differ, and no version tells them apart.",
        effect:
          "The row that sorts last in the order of its fields counts, the others do not (A2).",
        remedy: "Remove the row that is out of date, or give the records different ids.")
    case .replacedByVersion:
      Explanation(
        title: "The record was replaced by a newer version",
        cause: "The source revised it.",
        effect: "Only the newest version counts (A2).",
        remedy: "Nothing.")
    case .deletedRecord:
      Explanation(
        title: "The record was deleted by its source",
        cause: "A row says that the record with this id is withdrawn.",
        effect: "The record does not count (A2).",
        remedy: "Nothing.")
    case .severalSources:
      Explanation(
        title: "Several sources report one subject",
        cause: "Rows of different sources name the same subject.",
        effect: "One source counts; the others widen low and high.",
        remedy: "Name the source to be believed with --prefer.")
    case .damagedText:
      Explanation(
        title: "The text is not UTF-8",
        cause: "The file was saved in another encoding, or damaged.",
        effect: "The row counts, but names in it may not be recognised.",
        remedy: "Save the file again in UTF-8.")
    case .missingColumn:
      Explanation(
        title: "A column that the layout needs is missing",
        cause: "The header is misspelled, or the file is of another layout.",
        effect: "The file is not read.",
        remedy: "Rename the column, name the layout with --profile, or write a mapping.")
    case .rowsAboveHeader:
      Explanation(
        title: "Rows stand above the header",
        cause: "Titles or notes come before the names of the columns.",
        effect: "None: the rows are no data.",
        remedy: "Check that they are none.")
    case .otherSheets:
      Explanation(
        title: "Other sheets could be read too",
        cause: "The workbook has several sheets that a layout fits.",
        effect:
          "Only the sheet that is named was read, since sheets of one workbook often repeat the same figures.",
        remedy: "Choose another sheet with --sheet where that is the one you mean.")
    case .errorCell:
      Explanation(
        title: "A cell of the workbook shows an error",
        cause: "A formula failed, as with #N/A, or a date lies beyond the calendar.",
        effect: "The cell counts as blank.",
        remedy: "Correct the cell in the workbook.")
    case .uncalculatedCell:
      Explanation(
        title: "A formula has no result in the file",
        cause: "A program wrote the workbook without calculating it.",
        effect: "The cell counts as blank.",
        remedy: "Open the workbook in a spreadsheet, let it calculate, and save it.")
    case .otherCountry:
      Explanation(
        title: "The people come from another country",
        cause: "People of one other country are present in another.",
        effect: "The record is read, and is in no stock.",
        remedy: "Nothing.")
    case .columnsNotRead:
      Explanation(
        title: "Columns are not read",
        cause: "They mean nothing to the layout of the file.",
        effect: "None: what they hold is in no figure.",
        remedy: "Check that nothing that should count stands in them.")
    case .nullBytes:
      Explanation(
        title: "The row holds zero bytes",
        cause: "The file was damaged, or saved in UTF-16.",
        effect: "The bytes are dropped; the row counts.",
        remedy: "Save the file again in UTF-8.")
    case .unreadableFile:
      Explanation(
        title: "The file cannot be read to its end",
        cause: "It is of another kind, empty, or broken off.",
        effect: "Rows behind the fault are not read; a report is not written.",
        remedy: "Save or download the file again.")
    case .repeatedFile:
      Explanation(
        title: "The file is the same as another",
        cause: "One content was given twice, perhaps under two names.",
        effect: "It is read once (A2).",
        remedy: "Nothing.")
    }
  }
}
