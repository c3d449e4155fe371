import Disclosure
import Foundation
import JSONText
import Testing

@testable import Reports

@Suite("Table, accounts and data package")
struct DocumentTests {
  @Test("a text that a spreadsheet would run as a formula is defused, a negative number is not")
  func formulas() throws {
    let release = try SampleRelease.release(step: nil, periods: [])
    let text = String(
      decoding: try PublishedRelease(release).folder.read("release/tallies.csv"), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == SampleRelease.rows.count + 1)
    #expect(text.contains(#","'=Beta, ""the"" second",XX,"#))
    #expect(text.contains(",'=cmd|shelling,1,1,1,events,1,reported\n"))
    #expect(text.contains(",net,,,-40,,persons,2,reported\n"))
    #expect(!text.contains("\r"))
  }

  @Test("with a step, the figures of the whole coverage are left to the map")
  func coverageRows() throws {
    let bytes = try PublishedRelease().folder.read("release/tallies.csv")
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == SampleRelease.rows.count { !$0.time.isCoverage } + 1)
  }

  @Test("the header is the agreed one") func header() throws {
    let bytes = try PublishedRelease().folder.read("release/tallies.csv")
    let header =
      "level,place_status,region_id,region_name,parent_id,period_start,period_end,time_status,"
      + "indicator,category,low,best,high,unit,records,status\n"
    #expect(bytes.starts(with: header.utf8))
  }

  @Test("A1: the accounts of a file and of all files together") func accounts() throws {
    let accounts = try PublishedRelease().json("accounts.json")
    let input = accounts["inputs"]?.array?.first
    #expect(input?["out_of_range"]?.int == 1)
    #expect(input?["levels"]?["governorate"]?["incidents"]?["read"]?.int == 14)
    #expect(accounts["levels"]?["governorate"]?["incidents"]?["unplaced"]?.int == 6)
    #expect(accounts["zones"]?["Z1"]?["incidents"]?["possible"]?.int == 4)
    #expect(accounts["findings"]?.array?.first?["first"]?.array?.first?["line"]?.int == 7)
    #expect(accounts["settings"]?["spanning"]?.string == "hold")
  }

  @Test("every other file is a resource with its size and SHA-256") func resources() throws {
    let published = try PublishedRelease()
    let resources = try published.json("datapackage.json")["resources"]?.array ?? []
    #expect(
      resources.compactMap { $0["path"]?.string }.sorted()
        == GoldenTests.files.filter { $0 != "datapackage.json" })
    for resource in resources {
      let name = try #require(resource["path"]?.string)
      let bytes = try published.folder.read("release/" + name)
      #expect(resource["bytes"]?.int == bytes.count)
      #expect(resource["hash"]?.string == "sha256:" + Self.hash(bytes))
    }
  }

  @Test(
    "SHA-256 of a known text",
    arguments: [
      // FIPS 180-2, appendix B.1.
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
  func knownHash(text: String, hash: String) throws {
    let folder = try TemporaryFolder()
    var file = try OutputFile(creating: "file", in: folder.path)
    try file.write(text)
    #expect(try file.finish() == PublishedFile(name: "file", bytes: text.count, sha256: hash))
  }

  /// The system's own tool as second opinion.
  private static func hash(_ bytes: [UInt8]) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    do {
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data(bytes))
      try input.fileHandleForWriting.close()
    } catch { return "\(error)" }
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text.prefix(64), as: UTF8.self)
  }
}
