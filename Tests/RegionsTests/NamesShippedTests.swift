import Regions
import Testing

@Suite("P6: the spellings of the sources find the shipped regions")
struct NamesShippedTests {
  private let catalog: RegionCatalog
  private let names: RegionNames

  init() throws {
    catalog = try ShippedNames.catalog.get()
    names = try ShippedNames.names.get()
  }

  @Test(
    "governorates as ACLED, UCDP, OCHA and Arabic texts write them",
    arguments: [
      ("SY01", ["Damascus", "Damascus Governorate", "دمشق", "محافظة دمشق"]),
      ("SY02", ["Aleppo", "Aleppo Governorate", "حلب", "محافظة حلب"]),
      (
        "SY03",
        [
          "Rural Damascus", "Rif Dimashq", "Rif Dimashq Governorate", "ريف دمشق",
          "Rural Damascus Governorate", "محافظة ريف دمشق",
        ]
      ),
      ("SY04", ["Homs", "Hims", "Homs Governorate", "Ḩimş", "حمص", "محافظة حمص"]),
      ("SY05", ["Hama", "Hamah", "Hamah Governorate", "HAMA", "حماة", "حماه", "محافظة حماه"]),
      (
        "SY06",
        ["Lattakia", "Latakia", "Lattakia Governorate", "Al Ladhiqiyah", "اللاذقية"]
      ),
      ("SY07", ["Idleb", "Idlib", "Idlib Governorate", "إدلب", "ادلب", "أدلب"]),
      (
        "SY08",
        [
          "Al Hasakeh", "Al-Hasakeh", "Al Hasakah", "Al Hasakah Governorate", "Hasakah", "Hasakeh",
          "الحسكة", "الحسكه",
        ]
      ),
      (
        "SY09",
        [
          "Deir ez Zor", "Deir-ez-Zor", "Dayr az Zawr", "Dayr az Zawr Governorate", "دير الزور",
        ]
      ),
      ("SY10", ["Tartous", "Tartus", "Tartus Governorate", "طرطوس"]),
      ("SY11", ["Ar Raqqa", "Ar-Raqqa", "Ar Raqqah", "Ar Raqqah Governorate", "Raqqa", "الرقة"]),
      ("SY12", ["Dara", "Dar'a", "Dar’a", "Daraa", "Daraa Governorate", "درعا"]),
      (
        "SY13",
        [
          "As Sweida", "As-Sweida", "As Suwayda", "As Suwayda Governorate", "Sweida Governorate",
          "السويداء",
        ]
      ),
      ("SY14", ["Quneitra", "Quneitra Governorate", "Al Qunaytirah", "القنيطرة"]),
      ("SY", ["Syria", "Syrian Arab Republic", "سوريا", "سورية", "الجمهورية العربية السورية"]),
    ])
  func governorates(id: String, spellings: [String]) {
    for spelling in spellings {
      #expect(names.answer(spelling, of: catalog) == id, "\(spelling)")
    }
  }

  @Test(
    "OCHA's p-codes, and ISO codes of countries",
    arguments: [
      ("SY06", "SY06"), ("SY0402", "SY0402"), ("SY040200", "SY040200"), ("N0271", "N0271"),
      ("C2528", "C2528"), (" C2528\t", "C2528"), ("c2528", "C2528"), ("SYX-GHAB", "SYX-GHAB"),
      ("SY", "SY"), ("SYR", "SY"), ("760", "SY"), ("LBN", "!LBN"), ("lb", "!LBN"),
      ("422", "!LBN"), ("ABROAD", "!ABROAD"), ("N9999", "?"), ("SY99", "?"), ("", "?"), ("ZZ", "?"),
    ])
  func codes(code: String, answer: String) {
    #expect(names.answer(code: code, of: catalog) == answer)
  }

  @Test("every region and settlement is found by its code")
  func everyCode() {
    for region in catalog.regions {
      #expect(names.answer(code: region.id.code, of: catalog) == region.id.code)
    }
    for settlement in catalog.settlements {
      #expect(names.answer(code: settlement.id.code, of: catalog) == settlement.id.code)
    }
  }

  @Test("every region is found, or named among the candidates, by each of its own names")
  func everyName() {
    for region in catalog.regions.dropFirst() {
      for name in [region.name, region.nameArabic ?? ""] + region.aliases where !name.isEmpty {
        let answer = names.answer(name, level: region.level, in: region.parent, of: catalog)
        if region.level != nil {
          #expect(answer.split(separator: " ").contains { $0 == region.id.code }, "\(name)")
        }
      }
    }
  }

  @Test(
    "the highest level wins unless the level is given",
    arguments: [
      ("Homs", nil, "SY04"), ("Homs", Level.district, "SY0401"), ("Homs", .subdistrict, "SY040100"),
      ("Homs", .neighborhood, "C2528"), ("Homs City", nil, "C2528"), ("مدينة حمص", nil, "C2528"),
      ("Homs District", nil, "SY0401"), ("منطقة حلب", nil, "SY0200"),
      ("Baba Amr", nil, "N0268"), ("حي بابا عمرو", nil, "N0268"), ("Kobani", .district, "SY0206"),
      ("Ghab Plain", nil, "SYX-GHAB"), ("الغاب", nil, "SYX-GHAB"),
      ("Al-Ghab District", nil, "SY0502"),
      ("Sweida", .governorate, "SY13"), ("Sweida", nil, "C3341 C5781"), ("لاذقية", nil, "C3480"),
      ("Hama Governorate", .district, "?"), ("Homs", .country, "?"),
    ])
  func levels(name: String, level: Level?, answer: String) {
    #expect(names.answer(name, level: level, of: catalog) == answer)
  }

  @Test(
    "a parent narrows the search to the places below it",
    arguments: [
      ("Hama", "SY05", "SY0501"), ("Hama", "SY0501", "SY050100"), ("Hama", "SY050100", "C2987"),
      ("Hama", "SY02", "?"), ("Hama Governorate", "SY05", "SY05"),
      ("Suran", "SY02", "SY020405"), ("Suran", "SY05", "SY050101"),
      ("Suran", "SY", "SY020405 SY050101"), ("عين التينة", "SY100303", "C5523 C5524"),
    ])
  func parents(name: String, parent: RegionID, answer: String) {
    #expect(names.answer(name, in: parent, of: catalog) == answer)
  }

  @Test("two candidates of one level are named, not chosen from")
  func ambiguous() {
    #expect(names.answer("Suran", of: catalog) == "SY020405 SY050101")
    #expect(names.answer("صوران", level: .subdistrict, of: catalog) == "SY020405 SY050101")
  }

  @Test(
    "places abroad are external, once nothing inside fits",
    arguments: [
      ("Akkar", "!LBN"), ("عكار", "!LBN"), ("Akkar Governorate", "!LBN"), ("Beirut", "!LBN"),
      ("Lebanon", "!LBN"), ("لبنان", "!LBN"), ("Turkey", "!TUR"), ("Türkiye", "!TUR"),
      ("تركيا", "!TUR"), ("الأردن", "!JOR"), ("Iraq", "!IRQ"), ("abroad", "!ABROAD"),
      ("Other countries", "!ABROAD"), ("خارج سوريا", "!ABROAD"), ("Outside Syria", "!ABROAD"),
    ])
  func external(name: String, answer: String) {
    #expect(names.answer(name, of: catalog) == answer)
    #expect(names.answer(name, in: "SY04", of: catalog) == "?")
  }

  @Test(
    "a misspelled name matches nothing, but its neighbors are known",
    arguments: [("Idlin", "SY07"), ("Alepo", "SY02"), ("Tartuss", "SY10"), ("اللذقية", "SY06")])
  func near(name: String, expected: RegionID) {
    #expect(names.answer(name, level: .governorate, of: catalog) == "?")
    #expect(names.candidates(near: name, limit: 5).contains(expected))
  }

  @Test("text that names nothing", arguments: ["", " - ", "Hama or Idlib", "36.3", "Atlantis"])
  func unknown(name: String) {
    #expect(names.answer(name, of: catalog) == "?")
  }

  @Test("a country outranks a village of its name, unless the record is placed inside")
  func countries() {
    for country in Country.all where country.alpha3 != "SYR" {
      for name in country.names {
        #expect(names.answer(name, of: catalog) == "!\(country.alpha3)", "\(name)")
      }
    }
    #expect(names.answer("Qatar", in: "SY02", of: catalog) == "C1232")
    #expect(names.answer("Qatar", in: "SY", of: catalog) == "C1232")
  }
}
