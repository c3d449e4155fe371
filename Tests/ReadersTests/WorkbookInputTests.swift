import Foundation
import Readers
import Records
import Testing

@Suite("Workbooks are read as other tables are (Samples/make-workbooks.py made them)")
struct WorkbookInputTests {
  private func reading(sheet: String? = nil) throws -> Reading {
    try Reading(sample: "ocha-workbook.xlsx", settings: ReadSettings(sheet: sheet))
  }

  @Test("A1: the first visible sheet that fits is read, below its title and blank row")
  func accounts() throws {
    let reading = try reading()
    #expect(reading.summary.profile == "ocha-flows")
    #expect((reading.summary.rows, reading.summary.read) == (5, 4))
    reading.expectBalance()
    #expect(
      reading.findingLines == [
        "1 file/rows-above-header -", "0 file/other-sheets -",
        "6 cell/error Sum of IDP Flow Estimation",
        "7 cell/not-calculated Sum of IDP Flow Estimation",
        "8 row/total Sum of IDP Flow Estimation",
      ])
  }

  @Test("Rows carry the numbers that the spreadsheet shows; dates are those of the cells")
  func rows() throws {
    let records = try reading().records
    #expect(records.map(\.line) == [4, 5, 6, 7])
    #expect(try records.allSatisfy { try $0.dates == span("2018-01-01", "2018-01-31") })
  }

  @Test("F3: numbers are exact; cells with errors or without results are unknown, not zero")
  func numbers() throws {
    let numbers = try reading().movements.map(\.movement.figure.best)
    #expect(try numbers == [decimal("12.5"), decimal("3.33"), nil, nil])
  }

  @Test("Hashtags give the columns of a sheet their meaning, as in any table")
  func hashtags() throws {
    let (sheet, text) = (try Reading(sample: "hxl.xlsx"), try Reading(sample: "hxl.csv"))
    #expect(sheet.summary.profile == "hxl" && !sheet.records.isEmpty)
    #expect(sheet.records.map(\.content) == text.records.map(\.content))
    #expect(sheet.records.map(\.dates) == text.records.map(\.dates))
    #expect(sheet.summary.rows == text.summary.rows && sheet.summary.read == text.summary.read)
    #expect(sheet.findingLines == text.findingLines)
  }

  @Test("Other sheets that fit are named and not read, hidden ones as hidden")
  func others() throws {
    let reading = try reading()
    let note = try #require(reading.findings.first { $0.rule == .otherSheets })
    #expect(note.severity == .note)
    #expect(note.message.contains("Matrix January 2018"))
    #expect(note.message.contains("Old January 2018 (hidden)"))
  }

  @Test("A sheet is chosen by its name, a hidden one too; an unknown one lists the known ones")
  func chosen() throws {
    for name in ["Matrix January 2018", "old january 2018"] {
      let reading = try reading(sheet: name)
      #expect(reading.summary.profile == "ocha-matrix")
      #expect(reading.records.count == 2)
    }
    #expect(throws: ReadError.self) { try reading(sheet: "Read me") }
    let known = ["Read me", "Flow_Estimation", "Matrix January 2018", "Old January 2018"]
    #expect(
      throws: ReadError.noSuchSheet(file: "ocha-workbook.xlsx", name: "Flows", known: known)
    ) { try reading(sheet: "Flows") }
  }

  @Test("A workbook gives the same records as its sheet saved as CSV, but for the lines")
  func sameAsCSV() throws {
    let csv = """
      Reporting Month,IDP Returnees,Mohafaza,Mohafaza PCODE,Mantika,Mantika PCODE,Nahya,Nahya PCODE,Community,Community PCODE,Sum of IDP Flow Estimation
      2018-01-01,IDP,Hama,SY05,Hama,SY0500,Hama,SY050000,Hama,C2987,12.5
      January 2018,Returnees,Hama,SY05,Hama,SY0500,Hama,SY050000,Hama,C2987,3.33
      """
    let fromSheet = try reading().records.prefix(2).map { unlined($0) }
    #expect(try Reading(csv).records.map { unlined($0) } == fromSheet)
  }

  private func unlined(_ record: Record) -> Record {
    var record = record
    record.line = 0
    return record
  }

  @Test(
    "Archives that are no workbooks, and old ones, say what to do",
    arguments: [
      ([0x50, 0x4B, 3, 4, 0, 0], "damaged"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ".xls"),
    ] as [([UInt8], String)])
  func refused(bytes: [UInt8], word: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let error = #expect(throws: ReadError.self) { try InputFile(path: file.path) }
    guard case .damagedContainer(_, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains(word))
  }
}
