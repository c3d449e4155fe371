import Boundaries
import Foundation
import Regions
import Testing

/// The folder of the checkout.
enum Checkout {
  static let geodata = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "GeoData").path
}

@Suite("The shipped layers make a catalogue")
struct ShippedLayersTests {
  static let loaded = Result { try BoundaryLoader.load(geodata: Checkout.geodata) }

  let boundaries: LoadedBoundaries
  var catalog: RegionCatalog { boundaries.catalog }

  init() throws { boundaries = try Self.loaded.get() }

  @Test(
    "Each level has the regions it should",
    arguments: [
      (Level.country, 1), (.governorate, 14), (.district, 62), (.subdistrict, 272),
      (.neighborhood, 414),
    ])
  func counts(level: Level, count: Int) {
    #expect(catalog.regions(at: level).count == count)
  }

  @Test("There are two zones, eight regions abroad, 7,593 settlements, and nothing to correct")
  func rest() {
    #expect(catalog.zones.map { catalog[$0].id } == ["SYX-GHAB", "SYX-GHAB-ADM"])
    #expect(catalog.abroad.count == 8)
    #expect(catalog.abroad.allSatisfy { $0.country == "LB" })
    #expect(catalog.settlements.count == 7_593)
    #expect(boundaries.issues.map(\.description) == [])
    #expect(boundaries.files.count == 7)
    #expect(boundaries.edition.contains("edition 2020-12-17"))
  }

  @Test("The country is Syria: the sum of its governorates, with a label point among them")
  func country() throws {
    let country = catalog.country
    #expect(country.id == "SY" && country.name == "Syria" && country.nameArabic == "سوريا")
    let parts = catalog.regions(at: .governorate).map { catalog[$0] }
    #expect(country.areaSquareKilometers == parts.reduce(0) { $0 + $1.areaSquareKilometers })
    #expect((185_000...190_000).contains(country.areaSquareKilometers))
    #expect(country.population?.count == parts.reduce(0) { $0 + ($1.population?.count ?? 0) })
    #expect(country.population?.year == 2016)
    #expect(
      parts.contains {
        $0.boundary.bounds.contains(
          longitude: country.labelPoint.longitude, latitude: country.labelPoint.latitude)
      })
  }

  /// The stated areas of the eighteen coastal regions leave the strip added at the coast out.
  @Test("Areas agree with those the files state, within 0.1 % or the rounding of 1,000 m²")
  func areas() throws {
    for file in try FileManager.default.contentsOfDirectory(
      atPath: "\(Checkout.geodata)/boundaries")
    {
      let data = try Data(contentsOf: URL(filePath: "\(Checkout.geodata)/boundaries/\(file)"))
      let layer = try JSONDecoder().decode(StatedLayer.self, from: data)
      #expect(!layer.features.isEmpty)
      for stated in layer.features.map(\.properties) {
        let number = catalog.number(of: RegionID(stated.id))
        let region = number.map { catalog[$0] } ?? catalog.abroad.first { $0.id.code == stated.id }
        let area = try #require(region).areaSquareKilometers
        let expected = stated.areaSquareKilometers + (stated.coastPatch ?? 0)
        #expect(abs(area - expected) <= max(expected * 0.001, 0.0006), "\(stated.id)")
      }
    }
  }

  @Test("SYX-GHAB-ADM covers As-Suqaylabiyah and what lies in it; the plain only touches")
  func zones() throws {
    let plain = try #require(catalog.number(of: "SYX-GHAB"))
    let proxy = try #require(catalog.number(of: "SYX-GHAB-ADM"))
    let district = try #require(catalog.number(of: "SY0502"))
    #expect(catalog.zones(covering: district) == [proxy])
    for child in catalog.children(of: district) {
      #expect(catalog.zones(covering: child) == [proxy])
    }
    #expect(catalog.zones(touching: district) == [plain, proxy])
    let hama = try #require(catalog.number(of: "SY05"))
    #expect(catalog.zones(covering: hama) == [])
    #expect(catalog.zones(touching: hama) == [plain, proxy])
    let damascus = try #require(catalog.number(of: "SY01"))
    #expect(catalog.zones(touching: damascus) == [])
    #expect(catalog.zones(touching: .country) == [plain, proxy])
  }

  @Test("Names come from all columns: OCHA's spelling, aliases, and the gazetteer's")
  func names() throws {
    let tishrine = try #require(catalog.number(of: "N0004"))
    #expect(catalog[tishrine].aliases.contains("Tishrine (Damascus)"))
    let yarmuk = try #require(catalog.settlement("C1002"))
    #expect(yarmuk.name == "Yarmuk" && yarmuk.aliases.contains("Yarmuk (Damascus)"))
    #expect(yarmuk.aliases.contains("مخيم اليرموك"))
    #expect(yarmuk.subdistrict == "SY010000")
  }

  private struct StatedLayer: Decodable {
    struct Feature: Decodable {
      let properties: Properties
    }
    struct Properties: Decodable {
      let id: String
      let areaSquareKilometers: Double
      let coastPatch: Double?

      enum CodingKeys: String, CodingKey {
        case id
        case areaSquareKilometers = "area_km2"
        case coastPatch = "coast_patch_km2"
      }
    }
    let features: [Feature]
  }
}
