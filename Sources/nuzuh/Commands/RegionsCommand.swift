import ArgumentParser
import Boundaries
import JSONText
import Regions

/// List, search and show regions.
struct RegionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regions",
    abstract: "List regions, search them by name or code, or show one.",
    subcommands: [List.self, Search.self, Show.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the regions of a level, or all, as tab-separated text or JSON lines.")

    @Option(help: "A level, or zone.")
    var level: String?

    @OptionGroup(title: "Regions") var boundaries: BoundaryOptions

    @Flag(help: "One JSON object a line.")
    var json = false

    func validate() throws {
      guard let level, level != "zone", Level(word: level) == nil else { return }
      throw ValidationError(
        "'\(level)' is no level; levels are "
          + (Level.allCases.map(\.name) + ["zone"]).joined(separator: ", ") + ".")
    }

    func run() throws {
      let catalog = try boundaries.load().catalog
      let wanted = level.flatMap(Level.init(word:))?.name ?? level
      for region in catalog.regions where wanted == nil || region.levelName == wanted {
        guard let description = catalog.describe(region.id) else { continue }
        Console.print(json ? description.json : description.line)
      }
    }
  }

  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Search regions and settlements by name (Latin or Arabic) or code.")

    @Argument(help: "A name, a part of one, or a code.")
    var text: String

    @Option(help: "How many hits at most.")
    var limit: Int = 20

    @OptionGroup(title: "Regions") var boundaries: BoundaryOptions

    @Flag(help: "One JSON object a line.")
    var json = false

    func run() throws {
      let catalog = try boundaries.load().catalog
      let hits = catalog.search(text)
      for hit in hits.prefix(max(0, limit)) {
        guard let description = catalog.describe(hit.id) else { continue }
        Console.print(json ? description.json : description.line)
      }
      if hits.count > limit { Console.say("\(hits.count - limit) more; raise --limit") }
      guard !hits.isEmpty else { throw fail(.findings, "no region or settlement for '\(text)'") }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one region or settlement: its chain of parents, area, population, sources.")

    @Argument(help: ArgumentHelp("A code such as SY06, N0271 or C2528.", valueName: "CODE"))
    var code: String

    @OptionGroup(title: "Regions") var boundaries: BoundaryOptions

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
      let catalog = try boundaries.load().catalog
      guard let description = catalog.describe(RegionID(code)) else {
        let near = catalog.search(code).prefix(3).map { "\($0.id) (\($0.name))" }
        let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
        throw fail(.noInput, "no region or settlement has the code '\(code)'\(hint)")
      }
      Console.print(json ? description.json : description.page)
    }
  }
}
