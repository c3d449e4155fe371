import Testing
import Workbooks

@Suite("Workbooks as programs write them are read cell by cell (Samples/make.py made them)")
struct SampleWorkbooksTests {
  @Test("openpyxl: dates, numbers, booleans, Arabic, formulas without results, merged, far cells")
  func openpyxl() throws {
    let contents = try Contents(sample: "openpyxl.xlsx")
    #expect(contents.error == nil)
    #expect(
      contents.lines == [
        "1: A='Reporting Month' B='Persons' C='Sure'",
        "2: A=@2024-02-29 B=1234.5 C=true",
        "3: A=@2024-02-29T12:30:15 B=0.3 C=false",
        "5: A='مدينة حماة' B=? C=!#N/A",
        "7: A='merged'",
        "9: XFD=12",
      ])
  }

  @Test("Hidden sheets are listed as hidden, in the order of their tabs")
  func hidden() throws {
    let sheets = try Contents(sample: "openpyxl.xlsx").sheets
    #expect(sheets.map(\.name) == ["Flow_Estimation", "Hidden", "Very"])
    #expect(sheets.map(\.isHidden) == [false, true, true])
  }

  @Test("A sheet is found by its name in any case; an unknown name lists the known ones")
  func named() throws {
    #expect(try Contents(sample: "openpyxl.xlsx", sheet: "flow_estimation").rows.count == 6)
    #expect(try Contents(sample: "openpyxl.xlsx", sheet: "HIDDEN").rows.isEmpty)
    #expect(
      try Contents(sample: "openpyxl.xlsx", sheet: "Flows").error
        == .noSuchSheet(name: "Flows", known: ["Flow_Estimation", "Hidden", "Very"]))
  }

  /// 45351.5 is noon of 29 February 2024, as LibreOffice shows it too.
  @Test("XlsxWriter: a number is a date where its format says so, by the formats of make.py")
  func formats() throws {
    let contents = try Contents(sample: "xlsxwriter.xlsx")
    let values = contents.rows.prefix(10).map { $0.cells[1].value.words }
    let noon = "@2024-02-29T12:00:00"
    #expect(
      values == [noon, noon, noon, noon, noon, "45351.5", "45351.5", noon, "45351.5", "45351.5"])
  }

  @Test("Days of 1904 workbooks count from 1 January 1904")
  func from1904() throws {
    let contents = try Contents(sample: "xlsxwriter-1904.xlsx")
    #expect(contents.rows[0].cells[1].value == .date("2028-03-01T12:00:00"))
  }

  @Test("XlsxWriter: rich text, results of formulas, blanks with a format, escapes")
  func others() throws {
    let contents = try Contents(sample: "xlsxwriter.xlsx")
    #expect(contents.sheets.map(\.name) == ["Dates & more"], "a chart sheet has no rows")
    #expect(
      contents.lines.suffix(3) == [
        "12: A='plain bold'",
        "13: A=0.333333333333333 B='ab' C=!#N/A D=true",
        "15: A='line\nbreak_x000D_ & <tag>'",
      ])
    #expect(contents.error == nil)
  }
}
