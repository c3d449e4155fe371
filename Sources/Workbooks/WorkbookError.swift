/// Why a workbook, or the rest of it, cannot be read.
public enum WorkbookError: Error, Hashable, Sendable {
  case unreadable(path: String, reason: String)
  /// The file is something else, which `kind` says.
  case notAWorkbook(kind: String)
  /// The format before XLSX (Excel 97 to 2003).
  case oldFormat
  case encrypted
  /// OpenDocument, as LibreOffice writes it.
  case openDocument
  /// XLSB, which holds no XML.
  case binaryFormat
  /// The archive, or the part of it that is named, contradicts itself.
  case damaged(part: String, line: Int?, reason: String)
  /// A part declares a document type, which XLSX never needs and attacks are made of.
  case documentType(part: String)
  /// More than is read; `what` says of which.
  case overLimit(part: String, what: String, limit: Int)
  case noSuchSheet(name: String, known: [String])
}

extension WorkbookError: CustomStringConvertible {
  /// What is wrong and what to do, in one sentence.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason)"
    case .notAWorkbook(let kind):
      "this is \(kind) and no XLSX workbook; save it as an Excel workbook (.xlsx) or as CSV"
    case .oldFormat:
      "this is a workbook in the format of Excel 97 to 2003 (.xls); open it and save it as an "
        + "Excel workbook (.xlsx) or as CSV"
    case .encrypted:
      "the workbook is protected by a password; open it, remove the password and save it again"
    case .openDocument:
      "this is an OpenDocument spreadsheet (.ods); save it as an Excel workbook (.xlsx) or as CSV"
    case .binaryFormat:
      "this is a binary workbook (.xlsb); save it as an Excel workbook (.xlsx) or as CSV"
    case .damaged(let part, let line, let reason):
      "the workbook is damaged in \(part)\(line.map { ", line \($0)" } ?? "") (\(reason)); "
        + "get it again, or open it and save it again"
    case .documentType(let part):
      "\(part) declares a document type, as files made to do harm do; open the workbook and save "
        + "it again if it can be trusted"
    case .overLimit(let part, let what, let limit):
      "\(part) has more than \(limit) \(what); split the workbook, or save the sheet as CSV"
    case .noSuchSheet(let name, let known):
      "there is no sheet named \(name); there are \(known.joined(separator: ", "))"
    }
  }
}
