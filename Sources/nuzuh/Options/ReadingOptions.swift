import ArgumentParser
import ConfigurationText
import Foundation
import Readers

/// How input files are understood.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Layout of the files, where their header does not tell: \(profileNames).",
      valueName: "PROFILE"))
  var profile: String?

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "A mapping of columns and codes in TOML or YAML, for files whose layout nuzuh does not "
        + "know; see nuzuh map. May be given several times.", valueName: "FILE"))
  var maps: [String] = []

  @Option(
    help: ArgumentHelp(
      "Order of day and month in dates such as 03/04/2025: iso (refuses them), day-first or "
        + "month-first.", valueName: "ORDER"))
  var dateOrder: ReadSettings.DateOrder = .iso

  @Option(
    help: ArgumentHelp(
      "Sheet to read of a workbook, instead of the first visible one that fits.",
      valueName: "NAME"))
  var sheet: String?

  @Option(help: "Time zone in which days are counted.")
  var timeZone: String = "Asia/Damascus"

  private static var profileNames: String {
    InputFile.profileNames.joined(separator: ", ")
  }

  func validate() throws {
    guard TimeZone(identifier: timeZone) != nil else {
      throw ValidationError("--time-zone \(timeZone) is no IANA time zone, such as Asia/Damascus.")
    }
  }

  /// Reads the mappings too.
  func settings() throws -> ReadSettings {
    do {
      return ReadSettings(
        dateOrder: dateOrder, timeZone: timeZone, profile: profile, sheet: sheet,
        mappings: try maps.map { try Mapping(path: $0) })
    } catch let error as ConfigurationProblems {
      throw fail(error.isMissingFile ? .noInput : .badData, "\(error)")
    }
  }

  /// Opens all files, in an order that does not depend on how they were given (rule A3); a file
  /// given twice, or under two names, is read once.
  func open(_ paths: [String]) throws -> [InputFile] {
    let settings = try settings()
    do {
      let files = try paths.map { try InputFile(path: $0, settings: settings) }
      return try InputFile.distinct(files)
    } catch let error as ReadError {
      throw fail(error.isMissingFile ? .noInput : .badData, "\(error)")
    }
  }
}
