import Foundation

/// The built program, run as a user would run it.
struct Tool {
  struct Outcome {
    let status: Int32
    let output: String
    let words: String
  }

  /// The checkout that these tests stand in.
  static let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A program is built into the folder of the tests' own executable.
  static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "nuzuh")

  let folder: URL

  /// Works in a new folder of its own.
  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "nuzuh-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func clean() { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String, _ text: String) throws -> String {
    let url = folder.appending(path: name)
    try Data(text.utf8).write(to: url)
    return url.path()
  }

  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = Tool.path
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["NUZUH_GEODATA"] = Tool.checkout.appending(path: "GeoData").path()
    variables["SOURCE_DATE_EPOCH"] = "1767225600"
    // An array behind the tagged pointer of an enumeration looks lost to leak sanitizer, which would
    // change the exit code. Memory errors are still found.
    variables["ASAN_OPTIONS"] = "detect_leaks=0"
    process.environment = variables.merging(environment) { $1 }
    // Files, not pipes: a full pipe would stop the program.
    let output = folder.appending(path: "stdout-\(UUID().uuidString)")
    let words = folder.appending(path: "stderr-\(UUID().uuidString)")
    for url in [output, words] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: words)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      words: try String(contentsOf: words, encoding: .utf8))
  }

  func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: path))
  }

  func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// Rows of a `tallies.csv` by column; enough for files without quoted fields in the columns
  /// that are asked for.
  func tallies(_ path: String) throws -> [[String: String]] {
    let lines = try text(path).split(separator: "\n").map(String.init)
    let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      let cells = Tool.cells(line)
      return Dictionary(uniqueKeysWithValues: zip(header, cells))
    }
  }

  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  func features(_ path: String) throws -> [String: [String: Any]] {
    let object = try JSONSerialization.jsonObject(with: try bytes(path)) as? [String: Any]
    let features = object?["features"] as? [[String: Any]] ?? []
    var byID: [String: [String: Any]] = [:]
    for feature in features {
      guard let id = feature["id"] as? String else { continue }
      byID[id] = feature["properties"] as? [String: Any]
    }
    return byID
  }
}
