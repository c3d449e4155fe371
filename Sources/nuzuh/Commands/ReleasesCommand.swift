import ArgumentParser
import JSONText
import Releases

/// The releases that an output root keeps.
struct ReleasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "releases",
    abstract: "List the releases that nuzuh update keeps, show one, or remove old ones.",
    subcommands: [List.self, Show.self, Prune.self], defaultSubcommand: List.self)

  /// Which store is meant.
  struct Root: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "Output root, in which releases/ and the link current stand.", valueName: "DIR"))
    var root: String = "."

    @Flag(help: "As JSON.")
    var json = false

    /// Does something with the store, and turns its errors into exit codes.
    func work<Value>(
      _ work: (ReleaseStore) throws(ReleaseStoreError) -> Value
    ) throws -> Value {
      do throws(ReleaseStoreError) {
        return try work(ReleaseStore(root: root))
      } catch {
        throw fail(ExitCode(error.exitCode), "\(error)")
      }
    }

    /// All releases of the store, of which there must be one.
    func releases() throws -> [StoredRelease] {
      let releases = try work { store throws(ReleaseStoreError) in try store.list() }
      guard !releases.isEmpty else {
        throw fail(.noInput, "no releases in \(root); name the output root with --root")
      }
      return releases
    }

    func print(_ releases: [StoredRelease]) {
      if json {
        Console.print(StoredReleaseText.json(releases))
      } else {
        releases.forEach { Console.print(StoredReleaseText.line($0)) }
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the releases, the oldest first; * marks the current one.")

    @OptionGroup var store: Root

    func run() throws {
      store.print(try store.releases())
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what one release consists of.")

    @Argument(
      help: ArgumentHelp("Its name or the beginning of it; by default current.", valueName: "NAME"))
    var name: String = "current"

    @OptionGroup var store: Root

    func run() throws {
      let releases = try store.releases()
      let found = releases.filter { name == "current" ? $0.isCurrent : $0.name.hasPrefix(name) }
      guard let release = found.first else {
        throw fail(.noInput, "no release '\(name)'; nuzuh releases list names them")
      }
      guard found.count == 1 else {
        throw fail(
          .noInput, "'\(name)' begins the names of \(found.count) releases; say more of it")
      }
      let files = try store.work { _ throws(ReleaseStoreError) in try release.files() }
      if store.json {
        Console.print(StoredReleaseText.json(release, files))
      } else {
        StoredReleaseText.page(release, files).forEach { Console.print($0) }
      }
    }
  }

  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove old releases; the current one stays in any case.")

    @Option(help: ArgumentHelp("How many of the latest remain.", valueName: "COUNT"))
    var keep: Int

    @OptionGroup var store: Root

    func validate() throws {
      if keep < 1 { throw ValidationError("--keep \(keep): at least 1 release remains.") }
    }

    func run() throws {
      let removed = try store.work { store throws(ReleaseStoreError) in
        try store.prune(keep: keep)
      }
      store.print(removed)
      Console.say("\(removed.count) removed")
    }
  }
}
