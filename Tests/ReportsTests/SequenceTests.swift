import Disclosure
import JSONText
import Reports
import Testing

@Suite("Features one by one are those of the collection")
struct SequenceTests {
  private func published() throws -> PublishedRelease {
    var formats = ReleaseContext.Formats()
    formats.sequences = FeatureSequenceForm.allCases
    return try PublishedRelease(formats: formats)
  }

  @Test(
    "the same features in the same order, each with who may see it",
    arguments: ["regions", "periods", "flows"])
  func newline(layer: String) throws {
    let published = try published()
    let lines = try published.text("\(layer).geojsonl").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    let features = try lines.dropLast().map { try JSONValue(parsing: Array($0.utf8)) }
    #expect(features.allSatisfy { $0["protection"]?.string == "internal: not for publication" })
    #expect(features.count > 1)
    #expect(
      features.map { $0.without("protection") } == (try published.features("\(layer).geojson")))
  }

  @Test("so are those of maps whose text several threads make in pieces, and the table's lines")
  func pieces() throws {
    // More periods than features go into one piece, and more rows than lines do.
    let days = (0..<1500).map { number in
      let day = "2025-\(number)"
      return Release.Period(start: day, end: day, label: day)
    }
    let rows = days.enumerated().flatMap { number, day in
      ["XX01", "XX09", "Z1"].flatMap { id in
        ["incidents", "killed"].map { indicator in
          SampleRelease.row(
            id, day, indicator, "\(number + 1)", isCoverage: false,
            level: id == "Z1" ? "zone" : "governorate")
        }
      }
    }
    let release = try SampleRelease.release(step: "day", periods: days, rows: rows)
    var formats = ReleaseContext.Formats()
    formats.sequences = [.newline]
    let published = try PublishedRelease(release, formats: formats)
    let lines = try published.text("periods.geojsonl").split(separator: "\n")
    let notice = ",\"protection\":\"internal: not for publication\""
    let collection = try published.text("periods.geojson")
    #expect(lines.count == 4500)
    #expect(
      collection.hasSuffix(
        "\"features\":[\n" + lines.map { $0.replacing(notice, with: "") }.joined(separator: ",\n")
          + "\n]\n}\n"))
    let table = try published.text("tallies.csv").split(separator: "\n").dropFirst()
    #expect(
      table.map { $0.split(separator: ",", omittingEmptySubsequences: false)[11] }
        == release.rows.map { $0.best.map { Substring($0.text) } ?? "" })
    #expect(table.count == 9000)
  }

  @Test("RFC 8142: a record separator before each text, a line feed behind it")
  func recordSeparators() throws {
    let published = try published()
    for layer in ["regions", "periods", "flows"] {
      let text = try published.text("\(layer).geojsons")
      #expect(text.first == "\u{1E}")
      let texts = text.split(separator: "\u{1E}")
      #expect(texts.allSatisfy { $0.last == "\n" })
      #expect(texts.joined() == (try published.text("\(layer).geojsonl")))
    }
  }

  @Test("without being asked for they are not there") func none() throws {
    let names = try PublishedRelease().folder.names(in: "release")
    #expect(names.allSatisfy { !$0.hasSuffix("geojsonl") && !$0.hasSuffix("geojsons") })
    #expect(names.contains("regions.geojson"))
  }
}

extension JSONValue {
  /// The object without one of its members.
  fileprivate func without(_ key: String) -> JSONValue {
    guard let object, let rest = JSONObject(object.members.filter { $0.key != key }) else {
      return self
    }
    return .object(rest)
  }
}
