import ArgumentParser
import Foundation
import JSONText
import Updates

/// Tells how the last update ended.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tell how the last update ended.",
    discussion: "Exit codes: 0 it ended well; 1 it failed or needs a person; 66 there was none.")

  @OptionGroup var configuration: ConfigurationOption

  @Flag(help: "Print the status file as it is.")
  var json = false

  func run() throws {
    let path = try configuration.settings().statusPath
    let value: JSONValue?
    do {
      value = try LastRun.read(path)
    } catch {
      let failure = UpdateFailure(error)
      throw fail(ExitCode(failure.exitCode), failure.message)
    }
    guard let value else { throw fail(.noInput, "no update has ended yet (\(path))") }
    if json {
      var writer = JSONWriter()
      writer.value(value)
      Console.print(writer.drain() + [UInt8(ascii: "\n")])
    } else {
      lines(value).forEach { Console.print($0) }
    }
    if value["exit_code"]?.int != 0 { throw ExitCode.findings }
  }

  private func lines(_ value: JSONValue) -> [String] {
    var lines = ["\(value["state"]?.string ?? "unknown"), \(value["ended"]?.string ?? "")"]
    if let error = value["error"]?.string { lines.append(error) }
    if let release = value["release"]?.string { lines.append("release \(release)") }
    for source in value["sources"]?.array ?? [] {
      let numbers = ["rows", "rejected", "new", "revised", "deleted"].map { name in
        "\(source[name]?.int ?? 0) \(name)"
      }
      lines.append("\(source["source"]?.string ?? ""): \(numbers.joined(separator: ", "))")
    }
    return lines
  }
}
