import Foundation

/// The compiler's opinion of a file that imports the modules of this package as they were built.
struct Typecheck {
  /// What it says against each line, from 1.
  private(set) var errors: [Int: [String]] = [:]
  /// All that it says.
  let words: String

  /// The folder that the tests were built in, wherever it is.
  private static let built = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()
  private static let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// - Parameter text: as if it were a file of this package, where warnings are errors.
  init(_ text: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "nuzuh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "attempt.swift")
    try Data(text.utf8).write(to: file)
    let arguments =
      try [
        "swiftc", "-typecheck", "-swift-version", "6", "-warnings-as-errors", "-package-name",
        Self.checkout.lastPathComponent, "-module-cache-path",
        Self.built.appending(path: "ModuleCache").path(), "-I",
        Self.built.appending(path: "Modules").path(),
      ] + Self.clangFlags() + [file.path()]
    words = try Self.run(arguments, into: folder.appending(path: "words"))
    for line in words.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 4).map(String.init)
      guard parts.count == 5, parts[3] == " error", parts[0].hasSuffix("attempt.swift"),
        let number = Int(parts[1])
      else { continue }
      errors[number, default: []].append(parts[4])
    }
  }

  /// How the C libraries are found, as the package's own modules find them.
  private static func clangFlags() throws -> [String] {
    let scratch = built.deletingLastPathComponent().deletingLastPathComponent()
    let sources =
      try children(of: scratch.appending(path: "checkouts"))
      .flatMap { try children(of: $0.appending(path: "Sources")) }
      + children(of: checkout.appending(path: "Sources"))
    let folders = try sources.flatMap { [$0, $0.appending(path: "include")] } + children(of: built)
    let maps = folders.map { $0.appending(path: "module.modulemap").path() }
      .filter { FileManager.default.fileExists(atPath: $0) }
    let libraries = try run(["pkg-config", "--cflags-only-I", "geos", "clp", "zlib", "libzip"])
    let includes = libraries.split(whereSeparator: \.isWhitespace).map(String.init)
    return (maps.map { "-fmodule-map-file=\($0)" } + includes).flatMap { ["-Xcc", $0] }
  }

  private static func children(of folder: URL) throws -> [URL] {
    guard FileManager.default.fileExists(atPath: folder.path()) else { return [] }
    return try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).sorted { $0.path() < $1.path() }
  }

  /// What a program on the path says, to whichever stream.
  private static func run(_ arguments: [String], into file: URL? = nil) throws -> String {
    let output =
      file
      ?? FileManager.default.temporaryDirectory.appending(path: "nuzuh-\(UUID().uuidString)")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let handle = try FileHandle(forWritingTo: output)
    (process.standardOutput, process.standardError) = (handle, handle)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try String(contentsOf: output, encoding: .utf8)
  }
}
