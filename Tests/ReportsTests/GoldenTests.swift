import Foundation
import Reports
import Testing

/// To take new bytes over after a wanted change, run with `NUZUH_RECORD_GOLDEN=1` and read the
/// difference in git.
@Suite("A release of the sample consists of these bytes")
struct GoldenTests {
  static let files = [
    "INTERNAL-NOT-FOR-PUBLICATION.txt", "accounts.json", "datapackage.json", "flows.geojson",
    "flows.qml", "periods.geojson", "periods.qml", "regions.geojson", "regions.qml", "tallies.csv",
  ]

  @Test("no more and no fewer files") func names() throws {
    let folder = try TemporaryFolder()
    try SampleRelease.writer().publish(to: folder.path + "/release")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/release")
    #expect(names.sorted() == Self.files)
  }

  @Test("byte for byte", arguments: files) func bytes(name: String) throws {
    let folder = try TemporaryFolder()
    try SampleRelease.writer().publish(to: folder.path + "/release")
    let written = try folder.read("release/" + name)
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/" + name)
    if ProcessInfo.processInfo.environment["NUZUH_RECORD_GOLDEN"] != nil {
      try Data(written).write(to: golden)
      Issue.record("recorded \(name); compare it in git and run again")
    }
    let expected = try Array(Data(contentsOf: golden))
    #expect(
      String(decoding: written, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  @Test("without a step there is no map by periods") func withoutStep() throws {
    let folder = try TemporaryFolder()
    let release = try SampleRelease.release(step: nil, periods: [])
    try SampleRelease.writer(release).publish(to: folder.path + "/release")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/release")
    #expect(names.sorted() == Self.files.filter { !$0.hasPrefix("periods.") })
  }
}
