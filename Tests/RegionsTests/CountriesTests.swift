import Regions
import Testing

@Suite("Countries are known by their codes and names")
struct CountriesTests {
  @Test("ISO 3166-1 has 249 entries, each code once and well formed")
  func table() {
    #expect(Country.all.count == 249)
    #expect(Set(Country.all.map(\.alpha2)).count == 249)
    #expect(Set(Country.all.map(\.alpha3)).count == 249)
    #expect(Set(Country.all.map(\.numeric)).count == 249)
    #expect(Country.all.map(\.alpha2) == Country.all.map(\.alpha2).sorted())
    for country in Country.all {
      #expect(country.alpha2.count == 2 && country.alpha3.count == 3)
      #expect((4...894).contains(country.numeric))
      #expect(country.names.allSatisfy { !$0.isEmpty && $0.first != " " && $0.last != " " })
    }
  }

  @Test("every country is found by each of its codes and names, and by no other's")
  func everyName() {
    for country in Country.all {
      let codes = [country.alpha2, country.alpha3.lowercased(), String(country.numeric)]
      for text in codes + country.names {
        #expect(Country.match(text) == country, "\(text)")
      }
    }
  }

  @Test(
    "spellings of Syria and its neighbors",
    arguments: [
      ("SYR", ["Syria", "SYRIAN ARAB REPUBLIC", "سوريا", "سورية", "SY", "760"]),
      ("LBN", ["Lebanon", "لبنان", "422"]), ("TUR", ["Turkey", "Türkiye", "TURKIYE", "تركيا"]),
      ("IRQ", ["Iraq", "العراق"]), ("JOR", ["Jordan", "الأردن", "الاردن"]),
      ("ISR", ["Israel", "إسرائيل"]), ("PSE", ["Palestine", "State of Palestine", "فلسطين"]),
      ("EGY", ["Egypt", "مصر"]), ("USA", ["United States", "USA", "U.S."]),
      ("GBR", ["UK", "United Kingdom"]), ("CIV", ["Cote d’Ivoire", "Ivory Coast"]),
      ("CZE", ["Czech Republic"]),
    ])
  func spellings(alpha3: String, texts: [String]) {
    for text in texts { #expect(Country.match(text)?.alpha3 == alpha3, "\(text)") }
  }

  @Test(
    "text that is no country", arguments: ["", " ", "LEB", "XK", "999", "4000", "Syriaa", "-1"])
  func unknown(text: String) {
    #expect(Country.match(text) == nil)
  }

  @Test(
    "Gleditsch and Ward's numbers, which clash with ISO's",
    arguments: [
      (652, "SYR"), (660, "LBN"), (640, "TUR"), (645, "IRQ"), (663, "JOR"), (666, "ISR"),
      (651, "EGY"), (365, "RUS"), (2, "USA"), (9999, nil),
    ])
  func gleditschWard(number: Int, alpha3: String?) {
    #expect(Country.match(gleditschWard: number)?.alpha3 == alpha3)
    if number == 652 { #expect(Country.match("652")?.alpha3 == "BLM") }
  }

  @Test(
    "flow lines to the main countries of asylum have an end, to a tenth of a degree",
    arguments: [
      "LBN", "TUR", "JOR", "IRQ", "EGY", "ISR", "PSE", "DEU", "SWE", "NLD", "AUT", "GRC", "CYP",
      "ARM", "LBY", "SDN", "SAU", "ARE", "KWT", "QAT", "IRN",
    ])
  func labelPoints(alpha3: String) throws {
    let point = try #require(Country.match(alpha3)?.labelPoint)
    for degrees in [point.longitude, point.latitude] {
      #expect(((degrees * 10).rounded() / 10) == degrees)
    }
    // Nearer than Stockholm and Khartoum, so that no axis is swapped or sign lost.
    #expect((4...60).contains(point.longitude) && (10...65).contains(point.latitude))
  }

  @Test(
    "P8: whether a record's country is the home country",
    arguments: [
      ("Syria", true), ("SYR", true), ("760", true), ("سوريا", true), ("Lebanon", false),
      ("IRQ", false), ("Narnia", nil), ("", nil),
    ])
  func home(text: String, expected: Bool?) throws {
    #expect(try SmallCountry.catalog().isHome(country: text) == expected)
  }

  @Test("P8: a country outside ISO 3166-1 knows its own name")
  func madeUpHome() throws {
    let root = Region(
      id: "XX", kind: .level(.country), name: "Narnia", aliases: ["Narnie"], parent: nil,
      country: "XX", boundary: .empty, areaSquareKilometers: 0,
      labelPoint: Coordinate(longitude: 0, latitude: 0))
    let catalog = try RegionCatalog(country: root, regions: [])
    #expect(catalog.isHome(country: "narnie") == true)
    #expect(catalog.isHome(country: "XX") == true)
    #expect(catalog.isHome(country: "Syria") == false)
    #expect(catalog.isHome(country: "Elsewhere") == nil)
  }
}
