import ArgumentParser
import Boundaries
import ConfigurationText
import Readers

/// Proposes a mapping for a file of a new source.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Propose a mapping for a file whose layout nuzuh does not know.",
    discussion: """
      Looks at the header and the first 1,000 rows and writes a mapping in TOML to standard \
      output. Each line says why it is there and how sure that is; TODO marks what only a person \
      can decide. Then: nuzuh report --map MAPPING FILE
      """)

  @Argument(help: ArgumentHelp("A table: CSV, GeoJSON, JSON.", valueName: "FILE"))
  var file: String

  @Option(help: ArgumentHelp("Name of the mapping; else made of the file's.", valueName: "NAME"))
  var name: String?

  @OptionGroup(title: "Regions") var boundaries: BoundaryOptions

  func run() throws {
    let catalog = try boundaries.load().catalog
    do {
      let proposal = try MappingProposal(path: file, name: name, catalog: catalog)
      Console.print(proposal.text.utf8)
      let open = proposal.questions == 1 ? "1 question is" : "\(proposal.questions) questions are"
      let read =
        try proposal.trial().map { "\($0.read) of \($0.rows) rows give records" }
        ?? "no column is recognised"
      Console.say("Read by this proposal, \(read); \(open) left for you (TODO).")
    } catch let error as ReadError {
      throw fail(error.isMissingFile ? .noInput : .badData, "\(error)")
    } catch let error as ConfigurationProblems {
      throw fail(.badData, "\(error)")
    }
  }
}
