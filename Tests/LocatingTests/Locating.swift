import Locating
import Regions
import Tallies

/// What a run gave: its output, and what became of the rows.
struct Located {
  var output: [UInt8] = []
  var summary: LocateSummary

  var text: String { String(decoding: output, as: UTF8.self) }
  var lines: [String] {
    output.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Made once: the index takes longer than most tests.
private let smallCountry = Result { try SmallCountry.placer() }

/// Only status and distance are appended, so that they are easily told from the rest.
let bare = LocateSettings(levels: [.country], showsZones: false)

func locateTable(
  _ text: [UInt8], pieces: Int = .max, _ settings: LocateSettings = LocateSettings()
) throws -> Located {
  var locator = TableLocator(
    file: "points.csv", settings: settings, placer: try smallCountry.get())
  var located = Located(summary: locator.summary)
  for piece in cut(text, pieces) { try locator.take(piece, into: &located.output) }
  try locator.finish(into: &located.output)
  located.summary = locator.summary
  return located
}

func locateTable(
  _ text: String, pieces: Int = .max, _ settings: LocateSettings = LocateSettings()
) throws -> Located {
  try locateTable(Array(text.utf8), pieces: pieces, settings)
}

func locateObjects(
  _ text: [UInt8], pieces: Int = .max, _ settings: LocateSettings = LocateSettings()
) throws -> Located {
  var locator = ObjectLocator(
    file: "points.ndjson", settings: settings, placer: try smallCountry.get())
  var located = Located(summary: locator.summary)
  for piece in cut(text, pieces) { try locator.take(piece, into: &located.output) }
  try locator.finish(into: &located.output)
  located.summary = locator.summary
  return located
}

func cut(_ text: [UInt8], _ size: Int) -> [[UInt8]] {
  stride(from: 0, to: text.count, by: min(size, max(text.count, 1))).map {
    Array(text[$0..<min(text.count, $0 + min(size, text.count))])
  }
}
