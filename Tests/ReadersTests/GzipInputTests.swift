import Foundation
import Readers
import Records
import Testing

@Suite("Files packed by gzip are read as what is in them")
struct GzipInputTests {
  @Test("A packed CSV gives the records and findings of the plain one, and its own checksum")
  func csv() throws {
    let plain = try Reading(sample: "ocha-flows.csv")
    let packed = try Reading(sample: "ocha-flows.csv.gz")
    #expect(packed.records == plain.records)
    #expect(packed.findingLines == plain.findingLines)
    #expect(packed.summary.name == "ocha-flows.csv.gz")
    #expect(packed.summary.sha256 != plain.summary.sha256)
    let url = try #require(
      Bundle.module.url(forResource: "Samples/ocha-flows.csv.gz", withExtension: nil))
    #expect(try packed.summary.bytes == Data(contentsOf: url).count)
  }

  @Test("A file that is cut off or damaged says so, after what could be read")
  func damaged() throws {
    let url = try #require(
      Bundle.module.url(forResource: "Samples/ocha-flows.csv.gz", withExtension: nil))
    let bytes = try Data(contentsOf: url)
    let cases = [
      (bytes.dropLast(4), "cut off after \(bytes.count - 4) bytes"),
      (bytes + Data("tail".utf8), "something else"),
    ]
    for (bytes, words) in cases {
      let error = try error(reading: Data(bytes), name: "x.csv.gz")
      #expect(error == .damagedContainer(file: "x.csv.gz", reason: reason(of: error)))
      #expect(reason(of: error).contains(words))
    }
  }

  private func reason(of error: ReadError?) -> String {
    if case .damagedContainer(_, let reason) = error { reason } else { "" }
  }

  private func error(reading bytes: Data, name: String) throws -> ReadError? {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try bytes.write(to: file)
    return #expect(throws: ReadError.self) { try Reading(path: file.path) }
  }
}
