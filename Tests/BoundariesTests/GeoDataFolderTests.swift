import Boundaries
import Foundation
import Testing

@Suite("Geographic data is found in a fixed order")
struct GeoDataFolderTests {
  let root: TemporaryLayers

  init() throws { root = try TemporaryLayers() }

  private func makeFolder(_ path: String) throws -> String {
    let folder = "\(root.folder)/\(path)"
    try FileManager.default.createDirectory(
      atPath: "\(folder)/boundaries", withIntermediateDirectories: true)
    return folder
  }

  private func find(
    option: String? = nil, variable: String? = nil, program: String = "bin/nuzuh"
  ) throws -> String {
    let environment = variable.map { ["NUZUH_GEODATA": $0] } ?? [:]
    return try GeoDataFolder.find(
      option: option, environment: environment, executablePath: "\(root.folder)/\(program)")
  }

  @Test("The option comes before the variable, the variable before what is installed")
  func order() throws {
    let (one, two, beside) = try (makeFolder("1"), makeFolder("2"), makeFolder("bin/GeoData"))
    #expect(try find(option: one, variable: two) == one)
    #expect(try find(variable: two) == two)
    #expect(try find(variable: "").hasSuffix("bin/GeoData"))
    #expect(try find().hasSuffix("bin/GeoData"))
    #expect(beside.hasSuffix("bin/GeoData"))
  }

  @Test(
    "Beside the program, in share/nuzuh, or in a checkout around it",
    arguments: [
      ("bin/GeoData", "bin/nuzuh"), ("share/nuzuh/GeoData", "bin/nuzuh"),
      ("GeoData", ".build/x/debug/nuzuh"),
    ])
  func installed(folder: String, program: String) throws {
    _ = try makeFolder(folder)
    #expect(try find(program: program).hasSuffix("/\(folder)"))
  }

  @Test("An option or variable that names no such folder is an error, and nothing else is tried")
  func wrong() throws {
    _ = try makeFolder("bin/GeoData")
    let none = "\(root.folder)/none"
    #expect(throws: BoundaryError.noGeoData(lookedIn: [none])) { try find(option: none) }
    #expect(throws: BoundaryError.noGeoData(lookedIn: [none])) { try find(variable: none) }
  }

  @Test("The error names every place and both ways to give one")
  func words() {
    let text = "\(BoundaryError.noGeoData(lookedIn: ["/a", "/b"]))"
    #expect(text.contains("/a, /b") && text.contains("--geodata") && text.contains("NUZUH_GEODATA"))
  }
}
