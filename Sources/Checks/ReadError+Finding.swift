import Readers
import Records

extension ReadError {
  /// Whether the command is to blame, not the data: a path that leads nowhere, an unknown setting.
  var isAboutTheCommand: Bool {
    switch self {
    case .noSuchFile, .unknownProfile, .unknownTimeZone: true
    default: false
    }
  }

  /// What keeps a file from being read, as a finding. Names columns that profiles ask for, never
  /// those of the file: where a header is missing, its place is taken by data.
  func finding(in file: String) -> Finding {
    switch self {
    case .noProfileFits(_, let header, let gaps):
      let words = gaps.map(\.description).joined(separator: "; ")
      return Finding(
        .missingColumn, file: file, line: 1,
        message: "no layout fits its \(header.count) columns: \(words)")
    case .missingColumns(_, _, let gap):
      return Finding(.missingColumn, file: file, line: 1, message: "\(gap)")
    case .repeatedColumn(_, let name):
      return Finding(
        .unreadableFile, file: file, line: 1, column: name,
        message: "the column \(Finding.quoted(name)) occurs twice; remove or rename one")
    case .damagedJSON(_, let line, let reason):
      return Finding(
        .unreadableFile, file: file, line: line,
        message: "damaged JSON: \(reason); what stands behind it was not read")
    case .unreadable(_, let reason):
      return Finding(.unreadableFile, file: file, line: 0, message: "cannot be read: \(reason)")
    case .unsupportedFormat(_, let kind):
      return Finding(
        .unreadableFile, file: file, line: 0,
        message: "this is \(kind); save it as CSV, GeoJSON or a JSON list of objects in UTF-8")
    case .empty:
      return Finding(.unreadableFile, file: file, line: 0, message: "there are no rows")
    default:
      return Finding(.unreadableFile, file: file, line: 0, message: description)
    }
  }
}
