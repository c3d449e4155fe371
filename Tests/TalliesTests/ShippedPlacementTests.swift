import Boundaries
import Foundation
import Records
import Regions
import Testing

@testable import Tallies

/// The rules on the boundaries that come with the package.
@Suite("Placing on the shipped boundaries")
struct ShippedPlacementTests {
  private static let shipped = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "GeoData").path
    let catalog = try BoundaryLoader.load(geodata: folder).catalog
    return Placer(catalog: catalog, index: RegionIndex(catalog), names: RegionNames(catalog))
  }

  private let placer: Placer

  init() throws { placer = try Self.shipped.get() }

  @Test("P4: UCDP's point for the country lies in Hama, and stays in the country")
  func countryPoint() {
    // 35 N 38 E, country precision: 254 rows with 23,637 deaths (RULES, P4).
    #expect(placer.node(.at(38, 35, .level(.country), country: "Syria")) == "SY")
    #expect(placer.node(.at(38, 35, .level(.governorate), country: "Syria")) == "SY05")
  }

  @Test(
    "P3: harbours and islands keep their dead",
    arguments: [
      // Port of Tartus, 34°54′25″ N 35°51′50″ E; Arwad in the gazetteer; harbour of Latakia.
      (35.8639, 34.9069, "SY10"), (35.85902, 34.85638, "SY10"), (35.7650, 35.5150, "SY06"),
    ])
  func harbours(_ longitude: Double, _ latitude: Double, _ governorate: String) throws {
    let answer = placer.place(.at(longitude, latitude))
    let found = try #require(answer.placement.region(at: .governorate, in: placer.catalog))
    #expect(placer.catalog[found].id.code == governorate)
  }

  @Test("P3: every town counts in a subdistrict, but the one that lies 3.5 km abroad")
  func everyTown() {
    // By the gazetteer's own check 29 towns lie outside their subdistrict, one of them, Mazraet
    // Deir Elashayer (C2442), 3,529 m beyond the border; all others less than 1,500 m.
    let towns = placer.catalog.settlements
    var outside: [RegionID] = []
    var elsewhere = 0
    for town in towns {
      let answer = placer.place(Place(point: town.point, precision: .settlement))
      if let found = answer.placement.region(at: .subdistrict, in: placer.catalog) {
        elsewhere += placer.catalog[found].id == town.subdistrict ? 0 : 1
      } else {
        outside.append(town.id)
      }
      #expect(placer.node(.codes(town.id.code)) == town.subdistrict.code)
    }
    #expect(towns.count > 7_000)
    #expect(outside == ["C2442"])
    #expect(elsewhere < 29)
  }

  @Test(
    "P6: governorates as UCDP and ACLED spell them",
    arguments: [
      ("Hamah Governorate", "SY05"), ("Al Hasakah governorate", "SY08"), ("Ar Raqqah", "SY11"),
      ("As Suwayda", "SY13"), ("Dayr az Zawr", "SY09"), ("Lattakia", "SY06"),
      ("Al Hasakeh", "SY08"), ("Deir ez Zor", "SY09"), ("Ar Raqqa", "SY11"), ("Dara", "SY12"),
      ("As Sweida", "SY13"), ("Rif Dimashq", "SY03"), ("ريف دمشق", "SY03"), ("إدلب", "SY07"),
    ])
  func spellings(_ name: String, _ expected: String) {
    let place = Place(designations: [[Designation(level: .governorate, name: name)]])
    #expect(placer.node(place) == expected)
  }

  @Test("P7: Latakia, Tartus and Hama without a split, and with the Ghab Plain")
  func sets() {
    let coast = Place(
      designations: ["Latakia", "Tartus", "Hama"].map { [Designation(name: $0)] })
    let answer = placer.place(coast)
    #expect(answer.node(in: placer.catalog) == "SY")
    #expect(answer.placement.set == ["SY05", "SY06", "SY10"])
    #expect(placer.zones(coast) == "?SYX-GHAB ?SYX-GHAB-ADM")
    let withPlain = Place(
      designations: ["Hama", "Ghab Plain"].map { [Designation(name: $0)] })
    #expect(placer.place(withPlain).placement.set == ["SY05", "SYX-GHAB"])
  }

  @Test("zones: Qarqur and its neighbours lie in the Ghab Plain, the city of Hama does not")
  func ghab() {
    // Qarqur (C3168) is a village on the rim of the plain, whose ring runs 500 m outside it; the
    // zone SYX-GHAB-ADM stands for the district of As-Suqaylabiyah around the plain.
    #expect(placer.zones(.codes("C3168")) == "SYX-GHAB SYX-GHAB-ADM")
    #expect(placer.node(.codes("C3168")) == "SY050202")
    #expect(placer.zones(.at(36.31401, 35.42489)) == "SYX-GHAB SYX-GHAB-ADM")
    #expect(placer.zones(.at(36.7578, 35.1318)) == "")
    #expect(placer.zones(.codes("SY05")) == "?SYX-GHAB ?SYX-GHAB-ADM")
  }

  @Test("a coordinate in Raju with equal longitude and latitude is right")
  func raju() {
    // 36.667 36.667, 17 rows in real files (FORMATS).
    #expect(placer.node(.at(36.667, 36.667, .settlement)) == "SY020303")
  }
}
