import ArgumentParser
import Foundation
import Updates

/// Writes the configuration of periodic updates.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented configuration for nuzuh update.")

  @Argument(help: ArgumentHelp("Where it goes; nothing is overwritten.", valueName: "FILE"))
  var path: String = UpdateTemplate.fileName

  func run() throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw fail(.cannotCreate, "\(path) is there already; edit it, or give another name")
    }
    do {
      try Data(UpdateTemplate.text.utf8).write(
        to: URL(filePath: path), options: .withoutOverwriting)
    } catch {
      throw fail(.cannotCreate, "\(path) cannot be written: \(error.localizedDescription)")
    }
    Console.say("Wrote \(path). Set its paths, and run nuzuh update --config \(path) --dry-run")
  }
}
