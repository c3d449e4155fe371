import Records
import Regions
import Testing

@testable import Readers

@Suite("Cells are read strictly, as sources write them")
struct CellTests {
  @Test(
    "Numbers",
    arguments: [
      ("0", "0"), ("12", "12"), ("1,234", "1234"), ("1,234,567.5", "1234567.5"),
      ("٣٦٫٢", "36.2"), ("۱۲", "12"), ("١٬٢٣٤", "1234"), ("+7", "7"), ("-3", "-3"), ("−3", "-3"),
      ("1.5E+02", "150"), ("25e-1", "2.5"), ("123456789012345678901", nil), ("1,23", nil),
      ("0,123", nil), ("1234,567", nil), ("1.234,5", nil), ("1,234,", nil), ("12,5", nil),
      ("1 234", nil), ("five", nil), ("0x10", nil), ("", nil), ("-", nil), ("1e", nil),
      ("1e99", nil), (",123", nil), ("-,123", nil), ("٣٦،٢", nil),
    ] as [(String, String?)])
  func numbers(text: String, expected: String?) {
    let bytes = Array(text.utf8)
    #expect(NumberText.quantity(bytes.span)?.exactText == expected)
  }

  @Test(
    "Degrees",
    arguments: [
      ("36.667", 36.667), ("-0.1", -0.1), ("٣٦٫٢", 36.2), ("37", 37), ("3.6e1", 36),
      ("35.131944444444444444444", 35.131944444444444), (".5", 0.5), ("36.", 36),
      ("9007199254740993.5", 9_007_199_254_740_993.5), ("36,2", nil), ("nan", nil), ("inf", nil),
      ("36.2°", nil), ("", nil), ("-", nil), ("1.2.3", nil), ("0x1p3", nil),
    ] as [(String, Double?)])
  func degrees(text: String, expected: Double?) {
    let bytes = Array(text.utf8)
    #expect(NumberText.degrees(bytes.span) == expected)
  }

  @Test(
    "T4: dates",
    arguments: [
      ("2025-03-06", "2025-03-06"), ("2025-03-06T14:30", "2025-03-06"),
      ("2025-03-06 00:00:00.000", "2025-03-06"), ("2025/3/6", "2025-03-06"),
      ("16 May 2025", "2025-05-16"), ("06 March 2025", "2025-03-06"),
      ("March 6, 2025", "2025-03-06"), ("6-Mar-2025", "2025-03-06"),
      ("٢٠٢٥-٠٣-٠٦", "2025-03-06"), ("2024-02-29", "2024-02-29"),
    ])
  func dates(text: String, expected: String) throws {
    #expect(try parse(text) == .day(day(expected)))
  }

  @Test(
    "T4: what is no sure date",
    arguments: [
      ("06/03/2025", DateText.Outcome.ambiguous), ("31/12/2025", .ambiguous),
      ("6.3.2025 10:00", .ambiguous), ("2025-02-30", .impossible), ("2025-13-01", .impossible),
      ("31 April 2025", .impossible), ("2025-03-06 25:00", .impossible),
      ("06-03-25", .unreadable), ("2025", .unreadable), ("soon", .unreadable),
      ("6 Brumaire 2025", .unreadable), ("2025-03-06x", .unreadable),
      ("2025-03-06T10:00+3", .unreadable), ("45722", .unreadable),
    ])
  func noDates(text: String, expected: DateText.Outcome) {
    #expect(parse(text) == expected)
  }

  @Test(
    "T4: a declared order decides, and is kept to",
    arguments: [
      ("06/03/2025", ReadSettings.DateOrder.dayFirst, "2025-03-06"),
      ("06/03/2025", .monthFirst, "2025-06-03"), ("6.3.2025", .dayFirst, "2025-03-06"),
      ("2025-03-06", .monthFirst, "2025-03-06"),
    ])
  func orders(text: String, order: ReadSettings.DateOrder, expected: String) throws {
    #expect(try parse(text, order) == .day(day(expected)))
    #expect(parse("13/13/2025", order) == .impossible)
  }

  @Test(
    "Moments with an offset are seconds since 1970",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2023-11-06T11:00:00.000Z", 1_699_268_400),
      ("2023-11-06T11:00:00+03:00", 1_699_257_600), ("2023-11-06 11:00 -0130", 1_699_273_800),
    ])
  func moments(text: String, seconds: Int) {
    #expect(parse(text) == .moment(seconds: seconds))
  }

  @Test(
    "Qualified numbers",
    arguments: [
      ("8", QualifiedNumber.Outcome.number(Quantity(8), nil)),
      ("~1500", .number(Quantity(1500), .about)), (">=8", .number(Quantity(8), .atLeast)),
      ("≥ 8", .number(Quantity(8), .atLeast)), ("8+", .number(Quantity(8), .atLeast)),
      ("At least 8", .number(Quantity(8), .atLeast)),
      ("more than 1,200", .number(Quantity(1200), .atLeast)),
      ("<5", .number(Quantity(5), .atMost)), ("approx. 40", .number(Quantity(40), .about)),
      ("Dozens", .word("dozens")), ("tens of thousands", .word("tens of thousands")),
      ("?", .unknown), ("Unknown", .unknown), ("10-15", .unreadable), ("at least", .unreadable),
      ("many", .unreadable),
    ])
  func qualified(text: String, expected: QualifiedNumber.Outcome) {
    #expect(QualifiedNumber.parse(text) == expected)
  }

  @Test(
    "P4: precisions",
    arguments: [
      ("district", Precision.level(.district)), ("Nahya", .level(.subdistrict)),
      ("250m", .meters(250)), ("2 km", .meters(2000)), ("1.5 kilometres", .meters(1500)),
      ("exact", .exact), ("Town", .settlement), ("outside", .outside), ("near", nil),
      ("m", nil), ("-5m", nil),
    ] as [(String, Precision?)])
  func precisions(text: String, expected: Precision?) {
    #expect(PrecisionText.parse(text) == expected)
  }

  @Test("Values in messages are short and show control characters")
  func quoting() {
    #expect(CellText.quoted("a\u{0}\u{202E}b\n") == "“a<U+0000><U+202E>b”")
    let long = CellText.quoted(String(repeating: "x", count: 100))
    #expect(long == "“" + String(repeating: "x", count: 40) + "…”")
  }

  private func parse(
    _ text: String, _ order: ReadSettings.DateOrder = .iso
  ) -> DateText.Outcome {
    let bytes = Array(text.utf8)
    return DateText.parse(bytes.span, order: order)
  }
}
