public import Regions

/// A mapping that a file's header and first rows suggest, for a person to check.
///
/// Each line says why it is there and how sure that is; where only a person can decide it says
/// TODO. The text can be loaded as it is, and reads the file.
public struct MappingProposal: Sendable {
  /// The mapping in TOML.
  public let text: String
  /// How many lines ask a person to decide.
  public let questions: Int
  private let path: String
  private let name: String

  /// - Parameter name: of the mapping; `nil` to make it of the file's name.
  /// - Throws: `ReadError` where the file cannot be read as a table.
  public init(path: String, name: String? = nil, catalog: RegionCatalog) throws(ReadError) {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let table = try TableBeginning(path: path, file: file)
    let surveys = table.names.indices.map { index in
      ColumnSurvey(table.names[index], cells: table.rows.lazy.map { $0[index] })
    }
    var guesses = ColumnGuesses(surveys, catalog: catalog)
    guesses.guess()
    self.path = path
    self.name = name ?? MappingProposal.plainName(file)
    let draft = MappingDraft(name: self.name, file: file, rows: table.rows.count)
    text = draft.text(of: guesses, separator: table.separator)
    questions = text.split(separator: "TODO", omittingEmptySubsequences: false).count - 1
  }

  /// Reads the file by the proposal.
  ///
  /// - Returns: what it held: rows, records and rejected rows; `nil` where no column was
  ///   recognised.
  public func trial() throws -> InputSummary? {
    let mapping = try Mapping(parsing: text, file: "\(name).toml")
    guard !mapping.entry.required.isEmpty else { return nil }
    let file = try InputFile(
      path: path, settings: ReadSettings(profile: name, mappings: [mapping]))
    return try file.read { _ in }
  }

  /// The file's name without its endings, with signs that a mapping's name can have.
  private static func plainName(_ file: String) -> String {
    let stem = file.lowercased().prefix { $0 != "." }
    let words = stem.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let name = words.joined(separator: "-")
    return name.isEmpty || Profiles.all.contains { $0.name == name } ? "new-source" : name
  }
}
