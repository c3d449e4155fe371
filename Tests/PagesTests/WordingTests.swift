import Disclosure
import Records
import Tallies
import Testing

@testable import Pages

@Suite("Both languages say the same, with their own numbers, dates and plurals")
struct WordingTests {
  private static func places(_ text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "}" })
    }.sorted()
  }

  private static let entries: [any CatalogEntry] =
    HeadPhrase.allCases as [any CatalogEntry] + FigurePhrase.allCases + PlacePhrase.allCases
    + Paragraph.allCases

  @Test("the places to be filled are the same in both, and no text is empty")
  func placeholders() {
    #expect(Self.entries.count > 100)
    for entry in Self.entries {
      #expect(Self.places(entry.text.english) == Self.places(entry.text.arabic), "\(entry)")
      #expect(!entry.text.english.isEmpty && !entry.text.arabic.isEmpty)
    }
  }

  @Test("what is Arabic is written in Arabic letters")
  func arabicLetters() {
    let texts = Self.entries.map(\.text) + CaveatText.byRule.values + Term.indicators.values
    for text in texts where text.english.contains(where: \.isLetter) {
      let template = text.arabic.filter { $0.isLetter }
      guard text.english != text.arabic else { continue }
      #expect(
        template.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }, "\(text)")
    }
  }

  @Test("each kind of finding has its plain words") func caveats() {
    #expect(Set(CaveatText.byRule.keys) == Set(FindingRule.allCases.map(\.rawValue)))
  }

  @Test("each indicator has its name") func indicators() {
    #expect(Set(Term.indicators.keys).isSuperset(of: Indicator.all.map(\.name)))
  }

  /// Reference: Unicode CLDR 44, language plural rules, `ar` and `en`.
  @Test(
    "plural forms are those of CLDR",
    arguments: [
      (0, .zero), (1, .one), (2, .two), (3, .few), (10, .few), (11, .many), (99, .many),
      (100, .other), (101, .other), (102, .other), (103, .few), (110, .few), (111, .many),
      (1000, .other), (1003, .few), (1_000_011, .many),
    ] as [(Int, PluralForm)])
  func plurals(number: Int, form: PluralForm) {
    #expect(PluralForm(number, in: .arabic) == form)
    #expect(PluralForm(number, in: .english) == (number == 1 ? .one : .other))
  }

  @Test("nouns are counted as each language counts")
  func counted() {
    let english = Wording(language: .english, digits: .latin)
    let arabic = Wording(language: .arabic, digits: .latin)
    #expect(
      [0, 1, 2, 1200].map { english.count($0, .record) } == [
        "0 records", "1 record", "2 records", "1,200 records",
      ])
    #expect(
      [0, 1, 2, 3, 11, 100].map { arabic.count($0, .record) }
        == ["لا سجلات", "سجل واحد", "سجلّان", "3 سجلات", "11 سجلًا", "100 سجل"])
  }

  @Test("digits are as asked for in both languages", arguments: Language.allCases)
  func digits(language: Language) {
    let latin = Wording(language: language, digits: .latin)
    let indic = Wording(language: language, digits: .arabicIndic)
    #expect(latin.number(21_637) == "21,637")
    #expect(indic.number(21_637) == "٢١٬٦٣٧")
    #expect(indic.number(0.5) == "٠٫٥")
    #expect(latin.date("2025-03-06").contains("2025"))
    #expect(indic.date("2025-03-06").contains("٢٠٢٥"))
  }

  @Test("dates and periods are named, in the months of Syria")
  func dates() {
    let english = Wording(language: .english, digits: .latin)
    let arabic = Wording(language: .arabic, digits: .latin)
    #expect(english.date("2024-02-29") == "29 February 2024")
    #expect(arabic.date("2025-03-06") == "6 آذار 2025")
    #expect(english.date("nonsense") == "nonsense")
    let march = Release.Period(start: "2025-03-01", end: "2025-03-31", label: "2025-03")
    #expect(english.period(march, step: "month") == "March 2025")
    #expect(arabic.period(march, step: "month") == "آذار 2025")
    #expect(english.period(march, step: "quarter") == "quarter 1 of 2025")
    #expect(english.period(march, step: "year") == "2025")
    let week = Release.Period(start: "2025-12-29", end: "2026-01-04", label: "2026-W01 (Monday)")
    #expect(english.period(week, step: "week") == "29 December 2025 to 4 January 2026")
  }

  @Test("countries abroad have their names in both languages")
  func countries() {
    #expect(Wording(language: .english, digits: .latin).country("LB") == "Lebanon")
    #expect(Wording(language: .arabic, digits: .latin).country("LB") == "لبنان")
  }

  @Test("what is put into a template stays one piece, and braces in it stay braces")
  func templates() {
    let sentence = Sentence(template: "a {2} b {1}", ["{2}", "x"])
    #expect(
      sentence.parts == [.words("a "), .argument("x"), .words(" b "), .argument("{2}")])
    #expect(sentence.plain == "a x b {2}")
    #expect(Sentence(template: "{1}", []).plain.isEmpty)
  }
}
