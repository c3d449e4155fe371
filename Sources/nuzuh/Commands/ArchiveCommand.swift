import Archive
import ArgumentParser
import Records
import Updates

/// Looks after the archive of periodic updates.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Check the archive of the updates, mend it, or have it forget a record.",
    subcommands: [Check.self, Forget.self, Rebuild.self])

  /// Looks whether the archive is whole.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Look whether the archive is whole.",
      discussion: "Exit codes: 0 it is; 65 it is damaged; 66 there is none.")

    @OptionGroup var configuration: ConfigurationOption

    func run() throws {
      let settings = try configuration.settings()
      let check = try ArchiveCommand.telling {
        try settings.exclusively { try $0.check() }
      }
      check.problems.forEach { Console.print($0) }
      guard check.problems.isEmpty else {
        throw fail(.badData, "the archive is damaged; nuzuh archive rebuild makes a new one")
      }
      Console.print(
        "whole: \(check.records) rows of records, \(check.counted) of them count, "
          + "from \(check.files) files")
    }
  }

  /// Removes a record for good.
  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forget",
      abstract: "Remove all that was ever told of a record, for good.",
      discussion: """
        Keeps nothing of it but a keyed hash of its key, so that the next file does not bring it \
        back. The next update counts without it. Files that were read, and releases that were \
        published, are not touched.
        """)

    @OptionGroup var configuration: ConfigurationOption

    @Argument(help: ArgumentHelp("Source and id, such as ACLED:SYR123.", valueName: "KEY"))
    var key: String

    func run() throws {
      guard let colon = key.firstIndex(of: ":") else {
        throw ValidationError("A key is a source and an id, such as ACLED:SYR123.")
      }
      let record = RecordKey(
        source: String(key[..<colon]), id: String(key[key.index(after: colon)...]))
      let settings = try configuration.settings()
      let removed = try ArchiveCommand.telling {
        try settings.exclusively { try $0.forget(record) }
      }
      Console.say(
        removed > 0
          ? "forgotten: \(removed) rows; the next update counts without them"
          : "nothing was known of that key; it will be refused from now on")
    }
  }

  /// Makes a new archive of what can still be read of a damaged one.
  struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rebuild",
      abstract: "Make a new archive of what can still be read of a damaged one.",
      discussion: """
        Sets the damaged file aside. The next update reads every source file that is still there; \
        records and findings of files that are gone are kept as far as they could be read.
        """)

    @OptionGroup var configuration: ConfigurationOption

    func run() throws {
      let settings = try configuration.settings()
      let salvage = try ArchiveCommand.telling {
        try settings.rebuildArchive(at: try Clock.created())
      }
      Console.say(
        "\(salvage.records) rows of records and \(salvage.findings) findings were carried over")
      if !salvage.knowsFindings {
        Console.say(
          "more findings could not be read: those of files that are still there are made again by "
            + "the next update, those of files that are gone are lost")
      }
      if !salvage.knowsForgotten {
        Console.say("the list of forgotten keys is lost: have them forgotten again before updating")
      }
      if !salvage.knowsPublished {
        Console.say("what was published is read from the current release alone")
      }
      Console.say(
        "the damaged archive stands at \(salvage.asidePath); delete it once the next update is done"
      )
    }
  }

  static func telling<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      let failure = UpdateFailure(error)
      throw fail(ExitCode(failure.exitCode), failure.message)
    }
  }
}
