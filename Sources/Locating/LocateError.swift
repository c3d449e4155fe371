/// Why rows cannot be handed on.
public enum LocateError: Error, Hashable, Sendable {
  /// A column of the input is called as one that would be appended.
  case nameTaken(file: String, name: String, line: Int)
  /// The input is of a kind that cannot be handed on row by row.
  case notRows(file: String, kind: String)
  case badHeader(file: String, reason: String)
}

extension LocateError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nameTaken(let file, let name, let line):
      "\(file): line \(line) already has a column '\(name)'; choose other names with --prefix, "
        + "such as --prefix place_"
    case .notRows(let file, let kind):
      "\(file): this is \(kind); locate takes CSV, or one JSON object or feature a line"
    case .badHeader(let file, let reason):
      "\(file): its header: \(reason)"
    }
  }
}
