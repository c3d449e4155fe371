/// Why a file cannot be read at all.
public enum ReadError: Error, Hashable, Sendable {
  /// What keeps a profile from reading a file.
  public struct Gap: Hashable, Sendable {
    public let profile: String
    /// Columns that the profile needs and the file has not; alternatives are joined by "or".
    public let lacking: [String]

    public init(profile: String, lacking: [String]) {
      self.profile = profile
      self.lacking = lacking
    }
  }

  case noSuchFile(path: String)
  case unreadable(path: String, reason: String)
  /// The file is of a kind that is not read; `kind` says which.
  case unsupportedFormat(file: String, kind: String)
  /// There is not even a header, or no object with a name.
  case empty(file: String)
  case unknownProfile(name: String, known: [String])
  /// No profile finds its columns.
  case noProfileFits(file: String, header: [String], gaps: [Gap])
  /// The profile asked for does not find its columns.
  case missingColumns(file: String, header: [String], gap: Gap)
  /// A column that the profile reads occurs twice.
  case repeatedColumn(file: String, name: String)
  case unknownTimeZone(name: String)
  /// A column that an option names is not there.
  case missingPlaceColumn(file: String, option: String, name: String, header: [String])
  /// No profile fits, and no column tells where rows are.
  case noPlaceColumns(file: String, header: [String])
  /// The gzip file or the workbook around the rows cannot be read, or not to its end; what comes
  /// before has been delivered.
  case damagedContainer(file: String, reason: String)
  case noSuchSheet(file: String, name: String, known: [String])
  /// The JSON is damaged; what comes before it has been delivered.
  case damagedJSON(file: String, line: Int, reason: String)
}

extension ReadError: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .noSuchFile(let path):
      "\(path): there is no such file; check the path"
    case .unreadable(let path, let reason):
      "\(path): cannot be read: \(reason)"
    case .unsupportedFormat(let file, let kind):
      "\(file): this is \(kind); save it as CSV, an Excel workbook (.xlsx), GeoJSON or a JSON list of objects in UTF-8"
    case .empty(let file):
      "\(file): there are no rows; a header with the names of the columns, or objects with names, "
        + "are needed"
    case .unknownProfile(let name, let known):
      "there is no profile named \(name); there are \(known.joined(separator: ", "))"
    case .noProfileFits(let file, let header, let gaps):
      "\(file): no profile fits the columns \(header.joined(separator: ", ")). "
        + gaps.map(\.description).joined(separator: "; ")
    case .missingColumns(let file, let header, let gap):
      "\(file): \(gap.description). The file has \(header.joined(separator: ", "))"
    case .repeatedColumn(let file, let name):
      "\(file): the column \(name) occurs twice; remove or rename one"
    case .missingPlaceColumn(let file, let option, let name, let header):
      "\(file): there is no column '\(name)' as \(option) says; there are "
        + header.joined(separator: ", ")
    case .noPlaceColumns(let file, let header):
      "\(file): no column tells where rows are; name them with --longitude and --latitude, --code "
        + "or --name. There are \(header.joined(separator: ", "))"
    case .unknownTimeZone(let name):
      "there is no time zone named \(name); give a name such as Asia/Damascus"
    case .damagedContainer(let file, let reason): "\(file): \(reason)"
    case .noSuchSheet(let file, let name, let known):
      "\(file): there is no sheet named \(name); there are \(known.joined(separator: ", "))"
    case .damagedJSON(let file, let line, let reason):
      "\(file): line \(line): damaged JSON: \(reason)"
    }
  }
}

extension ReadError.Gap: CustomStringConvertible {
  public var description: String { "\(profile) lacks \(lacking.joined(separator: ", "))" }
}
