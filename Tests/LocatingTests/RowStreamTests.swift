import Foundation
import Regions
import Tallies
import Testing

@testable import Locating

/// The output is compared with that of one locator that takes the text in one go.
@Suite("locate hands rows on through several threads")
struct RowStreamTests {
  /// Long enough for some five pieces of the stream.
  private static let rows = (0..<6_000).map { number in
    let (longitude, latitude) = (35.9 + Double(number % 210) / 100, 34 + Double(number % 97) / 96)
    let note = String(repeating: "wörds ", count: 30) + "\(number)"
    return "\(longitude),\(latitude),"
      + (number % 7 == 0 ? "\"two\nlines, \"\"quoted\"\", \(note)\"" : note)
  }

  struct Text: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]

    init(_ name: String, end: String = "\n", _ change: (inout [String]) -> Void = { _ in }) {
      testDescription = name
      var rows = RowStreamTests.rows
      change(&rows)
      bytes = Array(("lon,lat,note\n" + rows.joined(separator: "\n") + end).utf8)
    }
  }

  static let texts = [
    Text("sound rows"),
    Text("no line feed at the end", end: ""),
    Text("a quote that is never closed") { $0[3_000] = "36.1,34.1,\"open" },
    Text("two such quotes") { rows in
      for row in [1_500, 4_500] { rows[row] = "36.1,34.1,\"open" }
    },
    Text("text behind quotes") { rows in
      for row in stride(from: 0, to: rows.count, by: 700) { rows[row] = "36.1,34.1,\"a\"b" }
    },
    Text("zero bytes") { $0[2_500] = "36.1,3\0004.1,x\0" },
    Text("a row too long to be one") {
      $0[2_500] = "36.1,34.1," + String(repeating: "x", count: 3 << 20)
    },
    Text("a row that is never closed and too long") {
      $0[2_500] = "36.1,34.1,\"" + String(repeating: "x", count: 3 << 20)
    },
    Text("lines that end in carriage returns") { rows in
      for row in 1_500..<1_600 { rows[row] += "\r" }
      rows[3_000] = "36.1,34.1,a\r36.2,34.2,b"
    },
    Text("blank lines and short rows") { rows in
      for row in stride(from: 0, to: rows.count, by: 200) {
        rows[row] = row % 400 == 0 ? "" : "36.1"
      }
    },
  ]

  private struct Streamed {
    let output: [UInt8]
    let ending: RowStream.Ending
    let summary: LocateSummary
  }

  private func stream(_ text: [UInt8], threads: Int) throws -> Streamed {
    let folder = FileManager.default.temporaryDirectory
    let paths = ["in", "out"].map { folder.appending(path: "rows-\(UUID().uuidString)-\($0)").path }
    defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
    try Data(text).write(to: URL(filePath: paths[0]))
    try Data().write(to: URL(filePath: paths[1]))
    let input = try #require(FileHandle(forReadingAtPath: paths[0]))
    let output = try #require(FileHandle(forWritingAtPath: paths[1]))
    var stream = RowStream(
      file: "points.csv", input: input, output: output, settings: bare,
      placer: try SmallCountry.placer(), threads: threads)
    let ending = try stream.run()
    return Streamed(
      output: Array(try Data(contentsOf: URL(filePath: paths[1]))), ending: ending,
      summary: stream.summary)
  }

  @Test("A3: the same bytes and findings for any number of threads", arguments: texts)
  func threads(text: Text) throws {
    let whole = try locateTable(text.bytes, pieces: 1 << 16, bare)
    for threads in [1, 3] {
      let streamed = try stream(text.bytes, threads: threads)
      #expect(streamed.ending == .complete)
      #expect(streamed.output == whole.output, "\(threads) threads")
      #expect(streamed.summary.rows == whole.summary.rows)
      #expect(streamed.summary.counts == whole.summary.counts)
      let (groups, expected) = (streamed.summary.findings.groups, whole.summary.findings.groups)
      #expect(groups.mapValues(\.count) == expected.mapValues(\.count))
      #expect(groups.mapValues(\.first) == expected.mapValues(\.first))
    }
  }

  @Test("Rows of a pipe come out while it is still open")
  func asTheyCome() throws {
    let (input, output) = (Pipe(), Pipe())
    let placer = try SmallCountry.placer()
    let done = DispatchSemaphore(value: 0)
    // A thread of its own: those of the tests wait for what it writes.
    Thread.detachNewThread {
      var stream = RowStream(
        file: "points.csv", input: input.fileHandleForReading,
        output: output.fileHandleForWriting, settings: bare, placer: placer, threads: 2)
      _ = try? stream.run()
      try? output.fileHandleForWriting.close()
      done.signal()
    }
    var told = 0
    for part in [
      "lon,lat\n36.1,34.1\n36", ".2,34.1\n", String(repeating: "36.3,34.1\n", count: 60),
    ] {
      try input.fileHandleForWriting.write(contentsOf: Data(part.utf8))
      let whole = part.utf8.count { $0 == 0x0A }
      var lines = 0
      while lines < whole {
        lines += output.fileHandleForReading.availableData.count { $0 == 0x0A }
      }
      told += lines
    }
    try input.fileHandleForWriting.close()
    done.wait()
    #expect(told == 63)
  }

  @Test("A reader that leaves ends the stream", arguments: [1, 2])
  func readerLeft(threads: Int) throws {
    signal(SIGPIPE, SIG_IGN)
    let path = FileManager.default.temporaryDirectory.appending(path: "rows-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(Self.texts[0].bytes).write(to: path)
    let output = Pipe()
    try output.fileHandleForReading.close()
    var stream = RowStream(
      file: "points.csv", input: try FileHandle(forReadingFrom: path),
      output: output.fileHandleForWriting, settings: bare, placer: try SmallCountry.placer(),
      threads: threads)
    #expect(try stream.run() == .readerLeft)
  }

  @Test("What is wrong with the header is told, whatever the number of threads", arguments: [1, 2])
  func badHeader(threads: Int) {
    #expect(throws: LocateError.nameTaken(file: "points.csv", name: "nuzuh_status", line: 1)) {
      try stream(Array("lon,lat,nuzuh_status\n1,2,3\n".utf8), threads: threads)
    }
  }
}
