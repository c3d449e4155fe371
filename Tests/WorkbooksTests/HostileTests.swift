import Testing
import Workbooks

@Suite("Damaged and hostile workbooks are refused with a reason, and never exhaust the machine")
struct HostileTests {
  private func made(_ row: String) -> HandMade { HandMade(rows: row) }

  @Test(
    "Other formats are named, with what to do",
    arguments: [
      (Array("id,killed\n".utf8), WorkbookError.notAWorkbook(kind: "something else")),
      ([], .notAWorkbook(kind: "an empty file")),
      (compound, .oldFormat),
      (
        compound + [UInt8](repeating: 0, count: 65_520)
          + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }, .encrypted
      ),
      (
        HandMade(parts: [
          ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"),
        ]).bytes, .openDocument
      ),
      (
        HandMade(parts: [("readme.txt", "")]).bytes,
        .notAWorkbook(kind: "an archive of other files")
      ),
      (package("xl/workbook.bin"), .binaryFormat),
      (package("word/document.xml"), .notAWorkbook(kind: "a text document")),
    ] as [([UInt8], WorkbookError)])
  func kinds(bytes: [UInt8], expected: WorkbookError) throws {
    #expect(try Contents(bytes).error == expected)
  }

  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func package(_ part: String) -> [UInt8] {
    HandMade(parts: [
      ("_rels/.rels", HandMade.relations([("officeDocument", part)], "urn:x")), (part, ""),
    ]).bytes
  }

  @Test("A missing file is named")
  func missing() {
    #expect(
      Contents(path: "/nowhere.xlsx").error
        == .unreadable(path: "/nowhere.xlsx", reason: "there is no such file"))
  }

  @Test("Encrypted entries are refused")
  func encryptedEntries() throws {
    var made = made("")
    made.claimsEncryption = true
    #expect(try Contents(made).error == .encrypted)
  }

  @Test("A workbook cut off anywhere is damaged")
  func truncated() throws {
    let bytes = made("<row><c><v>1</v></c></row>").bytes
    for count in stride(from: 5, to: bytes.count, by: 97) {
      let error = try Contents(Array(bytes.prefix(count))).error
      guard case .damaged = error else {
        Issue.record("\(count) bytes: \(error.debugDescription)")
        continue
      }
    }
  }

  @Test("A flipped byte of a sheet is found by its checksum, after the rows before")
  func checksum() throws {
    var bytes = made("<row r='1'><c r='A1'><v>111111</v></c></row>").bytes
    let digits = try #require(bytes.firstRange(of: Array("111111".utf8)))
    bytes[digits.lowerBound] = UInt8(ascii: "2")
    let contents = try Contents(bytes)
    guard case .damaged("xl/worksheets/sheet1.xml", _, _) = contents.error else {
      Issue.record("\(contents.error.debugDescription)")
      return
    }
  }

  @Test(
    "Each contradiction in a sheet is named",
    arguments: [
      ("<row r='2'/><row r='2'/>", "row 2 after row 2"),
      ("<row r='0'/>", "row 0 after row 0"), ("<row r='x'/>", "row x after row 0"),
      ("<row r='1048577'/>", "row 1048577 after row 0"),
      ("<row r='1'><c r='A2'/></row>", "a cell at A2 in row 1"),
      ("<row r='1'><c r='XFE1'/></row>", "a cell at XFE1 in row 1"),
      ("<row r='1'><c r='1A'/></row>", "a cell at 1A in row 1"),
      (
        "<row><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>", "a cell of row 1 occurs twice"
      ),
      ("<row><c t='s'><v>0</v></c></row>", "a cell refers to a text that is not there"),
      ("<row><c t='s'><v>-1</v></c></row>", "a cell refers to a text that is not there"),
      ("<row><c t='z'><v>0</v></c></row>", "a cell of the unknown type z"),
      ("<row><c></row>", "mismatched tag"), ("&nbsp;", "undefined entity"),
    ])
  func contradictions(rows: String, reason: String) throws {
    #expect(
      try Contents(made(rows)).error
        == .damaged(part: "xl/worksheets/sheet1.xml", line: 1, reason: reason))
  }

  @Test("The rows before the damage are handed over")
  func rowsBefore() throws {
    let contents = try Contents(made("<row><c><v>1</v></c></row><row r='1'/>"))
    #expect(contents.lines == ["1: A=1"])
    #expect(contents.error != nil)
  }

  @Test("Document types are refused wherever they stand, so that no entity can grow")
  func documentTypes() throws {
    let laughs =
      "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
      + "<sst xmlns='\(HandMade.transitional)'><si><t>&b;</t></si></sst>"
    for part in ["xl/sharedStrings.xml", "xl/workbook.xml", "_rels/.rels"] {
      var made = made("")
      made.replace(part, with: laughs)
      #expect(try Contents(made).error == .documentType(part: part))
    }
  }

  @Test("A part of another vocabulary is not read as an empty sheet")
  func wrongRoot() throws {
    for (sheet, found) in [("<html/>", "html"), ("<worksheet xmlns='urn:x'/>", "worksheet")] {
      var made = made("")
      made.replace("xl/worksheets/sheet1.xml", with: sheet)
      let reason = "its outermost element is \(found) where worksheet is expected"
      #expect(
        try Contents(made).error
          == .damaged(part: "xl/worksheets/sheet1.xml", line: 1, reason: reason))
    }
  }

  @Test("Two entries of one name, and a sheet that is not there, are damage")
  func archive() throws {
    var twice = made("")
    twice.parts.append(("XL/Styles.xml", ""))
    #expect(
      try Contents(twice).error
        == .damaged(part: "the archive", line: nil, reason: "two entries named xl/styles.xml"))
    var gone = made("")
    gone.parts.removeLast()
    #expect(
      try Contents(gone).error
        == .damaged(part: "xl/worksheets/sheet1.xml", line: nil, reason: "the part is missing"))
  }
}
