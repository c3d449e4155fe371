import Testing
import Workbooks

@Suite("Cells mean what the standard says, in sheets made by hand")
struct CellTests {
  /// The words of the only cell of a sheet; `nil` where it has no value.
  private func cell(_ attributes: String, _ inner: String, styles: String = "") throws -> String? {
    let contents = try Contents(
      HandMade(
        rows: "<row r='1'><c r='A1' \(attributes)>\(inner)</c></row>",
        texts: [
          "<t>Hama</t>", "<r><t xml:space='preserve'>a </t></r><rPh><t>x</t></rPh><r><t>b</t></r>",
          "<t/>",
        ],
        styles: styles))
    #expect(contents.error == nil)
    return contents.rows.first?.cells.first?.value.words
  }

  @Test(
    "Numbers keep their text; only the shadow of binary fractions falls away",
    arguments: [
      ("1234.5", "1234.5"), ("12.0", "12"), ("12", "12"), ("-0.50", "-0.5"), ("0", "0"),
      ("-0", "0"), ("007", "7"), ("1.2345E3", "1234.5"), ("1e-3", "0.001"), ("5E+2", "500"),
      ("0.30000000000000004", "0.30000000000000004"), ("3.3300000000000001", "3.33"),
      ("1.1000000000000001E2", "110.00000000000001"), ("1.1000000000000001", "1.1"),
      ("12345678901234567890", "12345678901234567890"),
      ("9007199254740993", "9007199254740993"), ("0.333333333333333", "0.333333333333333"),
      ("0.1234567890123456789", "0.1234567890123456789"), ("1e300", "0.1e301"), (" 5\n", "5"),
      (".5", "0.5"), ("5.", "5"),
    ])
  func numbers(stored: String, expected: String) throws {
    #expect(try cell("", "<v>\(stored)</v>") == expected)
    #expect(try cell("t='n'", "<v>\(stored)</v>") == expected)
  }

  @Test(
    "What is no number is said to be an error",
    arguments: ["NaN", "INF", "1,5", "0x10", "1e", "1e9999", "--1", "1.2.3", "."])
  func noNumbers(stored: String) throws {
    #expect(try cell("", "<v>\(stored)</v>") == "!\(stored)")
  }

  @Test(
    "Each type of cell gives its kind of value",
    arguments: [
      ("t='s'", "<v>0</v>", "'Hama'"), ("t='s'", "<v>1</v>", "'a b'"), ("t='s'", "<v>2</v>", nil),
      ("t='inlineStr'", "<is><t>Homs</t></is>", "'Homs'"),
      ("t='inlineStr'", "<is><r><t>Ho</t></r><r><t>ms</t></r></is>", "'Homs'"),
      ("t='str'", "<f>A1</f><v>12</v>", "'12'"), ("t='str'", "<f>A1</f><v/>", nil),
      ("t='b'", "<v>1</v>", "true"), ("t='b'", "<v>0</v>", "false"), ("t='b'", "<v>2</v>", "!2"),
      ("t='e'", "<v>#DIV/0!</v>", "!#DIV/0!"), ("", "<f>A1</f>", "?"), ("", "", nil),
      ("s='0'", "", nil), ("", "<v/>", nil), ("", "<v> </v>", nil),
      ("t='d'", "<v>2024-02-29T00:00:00</v>", "@2024-02-29"),
      ("t='d'", "<v>2024-02-29T10:15:00</v>", "@2024-02-29T10:15:00"),
    ] as [(String, String, String?)])
  func types(attributes: String, inner: String, expected: String?) throws {
    #expect(try cell(attributes, inner) == expected)
  }

  @Test(
    "Escaped characters become themselves (ECMA-376, 22.9.2.19)",
    arguments: [
      ("a_x000A_b", "'a\nb'"), ("_x005F_x000A_", "'_x000A_'"), ("_xD83D__xDE00_", "'😀'"),
      ("_xD83D_", "'\u{FFFD}'"), ("_x00g0_", "'_x00g0_'"), ("snake_case", "'snake_case'"),
      ("_x41_", "'_x41_'"),
    ])
  func escapes(stored: String, expected: String) throws {
    #expect(try cell("t='inlineStr'", "<is><t>\(stored)</t></is>") == expected)
  }

  /// Days by LibreOffice, and by the standard for the false day of 1900 (18.17.4.1).
  @Test(
    "Days count from 1900, with the day that never was left out",
    arguments: [
      (14, "1", "@1900-01-01"), (14, "59", "@1900-02-28"), (14, "60", "!60"),
      (14, "61", "@1900-03-01"), (14, "45292", "@2024-01-01"), (14, "2958465", "@9999-12-31"),
      (14, "2958466", "!2958466"), (14, "-1", "!-1"), (14, "0", "!0"), (22, "0.25", "@06:00:00"),
      (17, "44562", "@2022-01-01"), (22, "45292.75", "@2024-01-01T18:00:00"),
      (22, "45291.999999", "@2024-01-01"), (20, "0.5", "@12:00:00"),
      (46, "0", "@00:00:00"),
      (21, "45292.5", "@2024-01-01T12:00:00"), (13, "45292", "45292"), (2, "45292", "45292"),
      (48, "45292", "45292"),
    ])
  func dates(format: Int, stored: String, expected: String) throws {
    let styles =
      "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf/><xf numFmtId='\(format)'/></cellXfs>"
    #expect(try cell("s='1'", "<v>\(stored)</v>", styles: styles) == expected)
  }

  @Test(
    "Custom formats with years, days or months alone are dates",
    arguments: [
      ("dd/mm/yyyy", true), ("mmm", true), ("yyyy", true), ("[$-ar-SY]d mmmm yyyy", true),
      ("d\\-m", true), ("0.00", false), ("\"today\" 0", false), ("General", false),
      ("[Red]#,##0", false), ("#,##0_);[Red]\\(#,##0\\)", false), ("0.00E+00", false),
      ("0;dd", false), ("\\d0", false), ("@", false), ("", false),
    ])
  func customFormats(code: String, isDate: Bool) throws {
    let code = code.split(separator: "\"", omittingEmptySubsequences: false).joined(
      separator: "&quot;")
    let styles =
      "<numFmts><numFmt numFmtId='164' formatCode=\"\(code)\"/></numFmts>"
      + "<cellXfs><xf/><xf numFmtId='164'/></cellXfs>"
    #expect(
      try cell("s='1'", "<v>45292</v>", styles: styles) == (isDate ? "@2024-01-01" : "45292"))
  }
}
