import Foundation
import Readers
import Testing

@Suite("Files given more than once")
struct DistinctFilesTests {
  @Test("A2 and A3: a file given twice, or under two names, is one, in an order of its own")
  func distinct() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "nuzuh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = "id,source,date_start,kind,region\nA,HRO,2025-03-06,shelling,SY02\n"
    let second = first.replacing("SY02", with: "SY07")
    let files = try [("c.csv", first), ("b.csv", second), ("a.csv", first)].map { name, text in
      let file = folder.appending(path: name)
      try Data(text.utf8).write(to: file)
      return try InputFile(path: file.path)
    }
    #expect(try InputFile.distinct(files + files).map(\.name) == ["a.csv", "b.csv"])
    #expect(try InputFile.distinct(files.reversed()).map(\.name) == ["a.csv", "b.csv"])
    #expect(try InputFile.distinct([files[0], files[0]]).map(\.name) == ["c.csv"])
  }
}
