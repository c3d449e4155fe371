import Disclosure
import Foundation
import FoundationXML
import JSONText
import Regions
import Testing

@testable import Reports

@Suite("QGIS is told by a sidecar how to show a map")
struct StyleTests {
  private static let layers = ["regions", "periods", "flows"]

  @Test("each map has its style beside it, which is well-formed", arguments: layers)
  func wellFormed(layer: String) throws {
    let style = try Style(PublishedRelease(), layer)
    #expect(style.error == nil)
    #expect(style.elements.first?.name == "qgis")
    #expect(style.count("rule") > 2 && style.count("symbol") > 1)
    #expect(style.texts["layerGeometryType"] == (layer == "flows" ? "1" : "2"))
  }

  @Test("every rule has a symbol that is there, or rules inside", arguments: layers)
  func symbols(layer: String) throws {
    let style = try Style(PublishedRelease(), layer)
    let names = style.elements.filter { $0.name == "symbol" }.compactMap { $0.attributes["name"] }
    let used = style.elements.filter { $0.name == "rule" }
      .compactMap { $0.attributes["symbol"] }.filter { !$0.isEmpty }
    #expect(!used.isEmpty && Set(used).count == used.count)
    #expect(Set(used) == Set(names.filter { !$0.hasPrefix("@") }))
  }

  @Test("periods play by their first and last day, both included; the others stand still")
  func temporal() throws {
    for layer in Self.layers {
      let temporal = try #require(
        try Style(PublishedRelease(), layer).elements.first { $0.name == "temporal" })
      #expect(temporal.attributes["enabled"] == (layer == "periods" ? "1" : "0"))
      #expect(temporal.attributes["mode"] == "2" && temporal.attributes["limitMode"] == "1")
      #expect(temporal.attributes["startField"] == "period_start")
      #expect(temporal.attributes["endField"] == "period_end")
    }
  }

  @Test("names of places, which users' own layers bring, have no way into a style")
  func noNames() throws {
    let hostile = #"</text><script>alert("x")</script> ' || eval('1') || '"#
    let rows = SampleRelease.rows.map { row in
      var row = row
      row.place = Release.Place(
        level: row.place.level, status: row.place.status, regionID: row.place.regionID,
        regionName: hostile, parentID: row.place.parentID)
      return row
    }
    let plain = try PublishedRelease()
    let other = try PublishedRelease(SampleRelease.release(rows: rows))
    for layer in Self.layers {
      #expect(try plain.text("\(layer).qml") == other.text("\(layer).qml"))
    }
    #expect(try other.text("regions.geojson").contains("<script>"))
  }

  @Test("a tip, which QGIS shows as HTML, escapes every name") func tips() throws {
    for layer in Self.layers {
      let tip = try #require(try Style(PublishedRelease(), layer).texts["mapTip"])
      let expressions = tip.components(separatedBy: "[%").dropFirst()
      #expect(expressions.count >= 4)
      for expression in expressions {
        #expect(expression.contains("'<', '&lt;'") && expression.contains("'&', '&amp;'"))
      }
    }
  }

  @Test(
    "F5: what occurs is in the legend, and what does not is not",
    arguments: [
      (Release.FigureStatus.zero, "None (a source says so)"),
      (.notStated, "Reported without a number"), (.otherSources, "Reported without a number"),
      (.withheld, "Withheld to protect people"),
    ])
  func states(status: Release.FigureStatus, label: String) throws {
    let first = SampleRelease.row("XX01", SampleRelease.coverage, "killed", "5")
    let second = SampleRelease.row(
      "XX02", SampleRelease.coverage, "killed", low: nil, nil, high: nil, status: status)
    for (rows, isThere) in [([first], false), ([first, second], true)] {
      let labels = try labels(of: rows)
      #expect(labels.contains(label) == isThere)
      #expect(labels.contains("No report") && labels.contains("up to 5"))
    }
  }

  @Test("a level of which all is withheld is not shown as without report") func allWithheld()
    throws
  {
    let labels = try labels(of: [
      SampleRelease.row(
        "XX01", SampleRelease.coverage, "idps", low: nil, nil, high: nil, status: .withheld)
    ])
    #expect(labels.contains("Withheld to protect people"))
    #expect(labels.contains("Governorates: displaced people present"))
  }

  private func labels(of rows: [Release.Entry]) throws -> [String] {
    let release = try SampleRelease.release(step: nil, periods: [], rows: rows)
    return try Style(PublishedRelease(release), "regions").elements
      .filter { $0.name == "rule" }.compactMap { $0.attributes["label"] }
  }

  @Test("classes of a style are those of the legend in the GeoJSON") func classes() throws {
    let rows = (1...7).map {
      SampleRelease.row("R\($0)", SampleRelease.coverage, "killed", "\($0 * $0)")
    }
    let release = try SampleRelease.release(step: nil, periods: [], rows: rows)
    let levels = try PublishedRelease(release).json("regions.geojson")["legend"]?["levels"]
    let uppers = levels?.array?.first?["classes"]?.array?.compactMap { $0["up_to"]?.plainText }
    #expect(uppers == ["1", "4", "16", "25", "49"])
    let labels = try labels(of: rows)
    for label in ["up to 1", "2 – 4", "5 – 16", "17 – 25", "26 – 49"] {
      #expect(labels.contains(label))
    }
  }

  @Test(
    "texts stay texts in expressions",
    arguments: [("it's", "'it''s'"), (#"a\"#, #"'a\\'"#), ("'' || 1", "''''' || 1'")])
  func literals(text: String, literal: String) {
    #expect(StyleText.literal(text) == literal)
  }

  @Test(
    "XML holds no character that would end a text or that it forbids",
    arguments: [
      ("a<b>&\"", "a&lt;b&gt;&amp;&quot;"), ("\u{0}\u{B}\u{1B}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("\t\n", "&#9;&#10;"), ("\u{FFFE}ا", "\u{FFFD}ا"),
    ])
  func escapes(text: String, escaped: String) {
    #expect(XMLWriter.escaped(text) == escaped)
  }

  @Test(
    "one level at a time is shown, and none is skipped",
    arguments: [
      ["governorate"], ["governorate", "district", "subdistrict", "neighborhood"],
      ["district", "neighborhood"], ["country", "governorate", "subdistrict"],
    ])
  func scales(levels: [String]) {
    let scales = LevelScales(levels)
    for denominator in [10_000, 79_000, 200_000, 500_000, 2_000_000, 20_000_000] {
      let shown = scales.levels.filter { level in
        let range = scales.range(of: level)
        return denominator >= range.finest
          && (range.coarsest == 0 || denominator <= range.coarsest)
      }
      // Neighborhoods lie over what they do not fill.
      #expect(shown.count { $0 != .neighborhood } == 1)
    }
  }
}

/// A style as a list of its elements.
private final class Style: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var texts: [String: String] = [:]
  private(set) var error: String?
  private var path: [String] = []

  init(_ published: PublishedRelease, _ layer: String) throws {
    super.init()
    let parser = XMLParser(data: Data(try published.folder.read("release/\(layer).qml")))
    parser.delegate = self
    if !parser.parse() { error = String(describing: parser.parserError) }
  }

  func count(_ name: String) -> Int { elements.count { $0.name == name } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    path.append(name)
    elements.append((name, attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    path.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let name = path.last else { return }
    texts[name, default: ""] += text
  }
}
