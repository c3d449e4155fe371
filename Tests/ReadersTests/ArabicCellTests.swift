import Records
import Regions
import Testing

@testable import Readers

@Suite("Cells in Arabic are read as those in Latin letters")
struct ArabicCellTests {
  @Test(
    "numbers with Arabic-Indic and Persian digits and signs",
    arguments: [
      ("٠١٢٣٤٥٦٧٨٩", "123456789"), ("۰۱۲۳۴۵۶۷۸۹", "123456789"), ("٣٦٫٢", "36.2"),
      ("۱٬۲۳۴٬۵۶۷", "1234567"), ("١٬٢٣٤٫٥", "1234.5"), ("-٣", "-3"), ("١2٣", "123"),
      ("٣٦،٢", nil), ("١٬٢٣", nil), ("٣٫٦٫٢", nil), ("ثلاثة", nil),
    ] as [(String, String?)])
  func numbers(text: String, expected: String?) {
    let bytes = Array(text.utf8)
    #expect(NumberText.quantity(bytes.span)?.exactText == expected)
  }

  static let marks = [
    "\u{61C}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}",
    "\u{202C}", "\u{202D}", "\u{202E}", "\u{2060}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
    "\u{FEFF}",
  ]

  @Test("marks without ink change nothing, wherever they stand", arguments: marks)
  func invisible(mark: String) throws {
    for text in ["\(mark)36.5", "3\(mark)6.5", "36.5\(mark)", "\(mark)٣٦\(mark)٫٥\(mark)"] {
      let bytes = Array(text.utf8)
      let inner = bytes.span.extracting(CellText.trimmed(bytes.span))
      #expect(NumberText.degrees(inner) == 36.5)
      #expect(NumberText.quantity(inner)?.exactText == "36.5")
    }
    let reading = try Reading(
      "id,source,date_start,kind,region,killed\n"
        + "i\(mark)1,Office,\(mark)2025\(mark)-03-06,clash,حم\(mark)ص\(mark),at \(mark)least 3\n")
    #expect(reading.findings == [])
    #expect(try reading.record("i1").dates == span("2025-03-06", "2025-03-06"))
    #expect(try reading.incident("i1").place.designations.first?.first?.name == "حمص")
    #expect(try reading.incident("i1").killed == Figure(Quantity(3), .atLeast))
  }

  @Test(
    "dates with Arabic digits and months",
    arguments: [
      "٢٠٢٥-٠٣-٠٦", "۲۰۲۵/۳/۶", "٦ آذار ٢٠٢٥", "6 اذار 2025", "٦ مارس ٢٠٢٥", "6-آذار-2025",
      "٦ آذار/مارس ٢٠٢٥", "6 من آذار عام 2025", "٦ آذار، ٢٠٢٥ م", "٦ آذار ٢٠٢٥ 14:30",
    ])
  func dates(text: String) throws {
    #expect(parse(text) == .day(try day("2025-03-06")))
  }

  @Test(
    "all months, in the words of the Levant and of Egypt",
    arguments: zip(
      1...12,
      [
        ["كانون الثاني", "كانون ثاني", "يناير", "كانون الثاني/يناير"], ["شباط", "فبراير"],
        ["آذار", "أذار", "مارس"], ["نيسان", "أبريل", "ابريل", "إبريل"], ["أيار", "ايار", "مايو"],
        ["حزيران", "يونيو", "يونيه"], ["تموز", "يوليو", "يوليه"], ["آب", "اب", "أغسطس"],
        ["أيلول", "ايلول", "سبتمبر"], ["تشرين الأول", "تشرين الاول", "أكتوبر", "اكتوبر"],
        ["تشرين الثاني", "تشرين ثاني", "نوفمبر"], ["كانون الأول", "كانون أول", "ديسمبر"],
      ]))
  func months(number: Int, spellings: [String]) throws {
    for spelling in spellings {
      let text = "١٥ \(spelling) ٢٠٢٤"
      let expected = try #require(Day(year: 2024, month: number, day: 15))
      #expect(parse(text) == .day(expected), "\(text)")
    }
  }

  @Test(
    "what names no month or two is no date",
    arguments: ["٦ رمضان ٢٠٢٥", "٦ آذار/نيسان ٢٠٢٥", "كانون ٢٠٢٥", "٦ كانون ٢٠٢٥", "آذار"])
  func noDates(text: String) {
    #expect(parse(text) == .unreadable)
  }

  @Test("a day that a month does not have is none") func impossible() {
    #expect(parse("٣١ نيسان ٢٠٢٥") == .impossible)
  }

  @Test(
    "number words",
    arguments: [("عشرات", 20), ("مئات", 200), ("آلاف", 2000), ("عشرات الآلاف", 20_000)])
  func words(text: String, least: Int) {
    #expect(QualifiedNumber.parse(text) == .word(text))
    #expect(Figure.smallestNumber(meantBy: text) == Quantity(least))
  }

  @Test(
    "numbers that are none are refused with a finding that names the cell",
    arguments: ["NaN", "inf", "-Infinity", "1e999", "0x1F", "1_000", "١e٩٩٩", "NaN ", "∞"])
  func noNumbers(text: String) throws {
    let reading = try Reading(
      "id,source,date_start,kind,region,latitude,longitude,killed\n"
        + "1,O,2025-03-06,clash,Homs,\(text),36.7,\n2,O,2025-03-06,clash,Homs,,,\(text)\n")
    let found = reading.findings.map { [$0.rule.rawValue, $0.column ?? "-", "\($0.field ?? 0)"] }
    #expect(found.first == ["place/bad-coordinate", "latitude", "6"])
    #expect(reading.findings.first?.value == Finding.shown(text))
    #expect(Array(found.dropFirst()) == [["figure/unreadable", "killed", "8"]])
    #expect(reading.summary.rejected == 1)
    reading.expectBalance()
  }

  private func parse(_ text: String) -> DateText.Outcome {
    let bytes = Array(text.utf8)
    return DateText.parse(bytes.span, order: .iso)
  }
}
