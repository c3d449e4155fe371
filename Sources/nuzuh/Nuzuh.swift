import ArgumentParser

/// The command line. Every command only asks the libraries and prints.
@main struct Nuzuh: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nuzuh",
    abstract: "Regional reports of incidents and displacement that can be defended.",
    discussion: """
      Places every record in the regions where it surely belongs, counts by region and period, \
      and writes GeoJSON and tables. Data goes to standard output, words to standard error.

      Exit codes: 0 done; 1 done, but rows could not be counted and need a person; 64 usage; \
      65 bad data; 66 no input; 70 internal; 73 cannot create; 74 input or output failed; \
      75 try again, another run is at work.
      """,
    version: version,
    subcommands: [
      ReportCommand.self, ExplainCommand.self, CheckCommand.self, LocateCommand.self,
      MaskCommand.self, RegionsCommand.self, MapCommand.self, PolicyCommand.self,
      VerifyCommand.self,
      InitCommand.self, UpdateCommand.self, StatusCommand.self, ArchiveCommand.self,
      CompareCommand.self, ReleasesCommand.self,
    ])

  static let version = "0.1.0"
}
