import ArgumentParser
import Boundaries
import Foundation
import Locating
import Readers
import Regions
import Tallies

/// Rows in, the same rows with where they are out.
struct LocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "locate",
    abstract: "Append regions, zones, place status and distance to rows, for pipelines.",
    discussion: """
      Reads CSV, or one JSON object or GeoJSON feature a line, from a file or standard input, and \
      writes the same rows in the same order. Their bytes stay as they are; columns are appended.

        nuzuh locate < points.csv > located.csv
        zcat events.csv.gz | nuzuh locate --level governorate district --names en | head

      Where a known profile fits the header, its rules tell the place, precision codes and all; \
      --as-points takes the bare points instead. The status is region, unspecified (known less \
      well than the finest level shown), external, outside, unplaced, or unreadable.
      """)

  @Argument(help: ArgumentHelp("A file of rows; standard input without one.", valueName: "FILE"))
  var input: String = "-"

  @OptionGroup(title: "Where the place stands") var place: PlaceOptions
  @OptionGroup(title: "What is appended") var appended: AppendedOptions
  @OptionGroup(title: "How the input is read") var reading: ReadingOptions
  @OptionGroup(title: "Regions") var regions: BoundaryOptions

  @OptionGroup var snap: SnapOption
  @OptionGroup var threads: ThreadOption

  func run() throws {
    let handle = try open()
    let loaded = try regions.load()
    let placer = Placer(
      catalog: loaded.catalog, index: loaded.index(), names: loaded.names,
      snapMeters: snap.meters)
    // A reader that leaves is an ordinary end, told by an error of writing.
    signal(SIGPIPE, SIG_IGN)
    var stream = RowStream(
      file: name, input: handle, output: .standardOutput,
      settings: appended.settings(try place.request(reading)), placer: placer,
      threads: threads.count)
    guard try run(&stream) == .complete else { return }
    stream.summary.lines.forEach(Console.say)
    if stream.summary.needsPerson { throw ExitCode.findings }
  }

  private var name: String {
    input == "-" ? "stdin" : input.split(separator: "/").last.map(String.init) ?? input
  }

  private func open() throws -> FileHandle {
    if input == "-" { return .standardInput }
    guard FileManager.default.fileExists(atPath: input) else {
      throw fail(.noInput, "\(input): there is no such file; check the path")
    }
    guard let handle = FileHandle(forReadingAtPath: input) else {
      throw fail(.noInput, "\(input): it cannot be opened; check its permissions")
    }
    return handle
  }

  private func run(_ stream: inout RowStream) throws -> RowStream.Ending {
    do {
      return try stream.run()
    } catch let error as ReadError {
      throw fail(error.isMissingFile ? .noInput : .badData, "\(error)")
    } catch let error as LocateError {
      throw fail(.badData, "\(error)")
    } catch let error as RowStream.WriteError {
      throw fail(.inputOutput, "\(error)")
    }
  }
}
