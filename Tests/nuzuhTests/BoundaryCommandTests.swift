import Foundation
import Testing

@Suite("nuzuh check --boundaries and nuzuh regions, run as a user runs them")
struct BoundaryCommandTests {
  static let bowTie = """
    {"type":"FeatureCollection","features":[{"type":"Feature",\
    "properties":{"code":"A","n":"Bow"},"geometry":{"type":"Polygon",\
    "coordinates":[[[36,34],[37,35],[37,34],[36,35],[36,34]]]}}]}
    """

  @Test("The shipped layers have no error; two neighborhoods stick out of their parents")
  func shippedLayers() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let outcome = try tool.run("check", "--boundaries")
    #expect(outcome.output.contains("N0110") && outcome.output.contains("N0246"))
    #expect(outcome.output.contains("0 errors, 2 warnings"))
    #expect(outcome.status == 1)
  }

  @Test("A bow tie is named with its place, and repaired only when asked")
  func bowTie() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let layer =
      try tool.file("bow.geojson", Self.bowTie) + ":id=code,name=n,level=governorate"
    let found = try tool.run("check", "--boundaries", layer)
    #expect(found.output.contains("Self-intersection"))
    #expect(found.output.contains("longitude 36.5, latitude 34.5"))
    #expect(found.status == 1)
    #expect(try tool.run("regions", "--boundaries", layer).status == 65)
    let repaired = try tool.run("regions", "--boundaries", layer, "--repair")
    #expect(repaired.status == 0)
    #expect(repaired.output.contains("A\tgovernorate\tBow"))
    #expect(repaired.words.contains("was mended"))
    let places = try tool.run("check", "--boundaries", layer, "--format", "geojson")
    let object =
      try JSONSerialization.jsonObject(with: Data(places.output.utf8)) as? [String: Any]
    #expect((object?["features"] as? [Any])?.count == 1)
  }

  @Test(
    "Regions are found by Latin and Arabic names and by code",
    arguments: [
      ("Wadi al-Dahab", "N0271"), ("اللاذقية", "SY06"), ("SY0502", "SY0502"),
      ("الغاب", "SYX-GHAB"),
    ])
  func search(text: String, id: String) throws {
    let tool = try Tool()
    defer { tool.clean() }
    let outcome = try tool.run("regions", "search", text)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").contains { $0.hasPrefix("\(id)\t") })
  }

  @Test("A region is shown with its chain of parents, area, population and source")
  func show() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let outcome = try tool.run("regions", "show", "SY06")
    #expect(outcome.output.contains("Latakia"))
    for part in ["in: Syria (SY)", "area: ", "population: ", "source: OCHA", "licence: "] {
      #expect(outcome.output.contains(part), "\(part) is missing")
    }
  }
}
