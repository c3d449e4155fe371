import Testing
import Workbooks

@Suite("Workbooks that grow beyond measure are refused before they fill memory")
struct LimitTests {
  static let sheet = "xl/worksheets/sheet1.xml"

  private func error(
    _ made: HandMade, _ change: (inout WorkbookLimits) -> Void
  ) throws -> WorkbookError? {
    var limits = WorkbookLimits()
    change(&limits)
    #expect(try Contents(made).error == nil)
    return try Contents(made, limits: limits).error
  }

  /// 4 MiB of blanks: some 900 bytes for each packed one.
  @Test("A part that unpacks to more than 500 times its size is refused")
  func bomb() throws {
    let contents = try Contents(sample: "bomb.xlsx")
    #expect(
      contents.error
        == .overLimit(part: Self.sheet, what: "bytes for each packed byte", limit: 500))
  }

  @Test("The size that a part declares is enough to refuse it; a false one is damage")
  func declared() throws {
    var made = HandMade(rows: "<row><c><v>1</v></c></row>")
    made.declaredSizes[Self.sheet] = 4_000_000_000
    var limits = WorkbookLimits()
    limits.partBytes = 1 << 20
    #expect(
      try Contents(made, limits: limits).error
        == .overLimit(part: Self.sheet, what: "bytes", limit: 1 << 20))
    guard case .damaged = try Contents(made).error else {
      Issue.record("a false size was believed")
      return
    }
  }

  @Test("Entries, parts, depth, tags, cells, rows, texts and formats are bounded")
  func bounds() throws {
    let text = String(repeating: "x", count: 100)
    let made = HandMade(
      rows: "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>",
      texts: ["<t>\(text)</t>", "<t/>"],
      styles: "<cellXfs><xf/><xf/></cellXfs>",
      tail: "<extLst><a xmlns='urn:a'><b><c><d/></c></b></a></extLst>")
    let texts = "xl/sharedStrings.xml"
    let cases: [(WorkbookError, (inout WorkbookLimits) -> Void)] = [
      (.overLimit(part: "the archive", what: "entries", limit: 5), { $0.entries = 5 }),
      (.overLimit(part: "_rels/.rels", what: "bytes", limit: 10), { $0.partBytes = 10 }),
      (
        .overLimit(part: Self.sheet, what: "elements inside one another", limit: 5),
        { $0.depth = 5 }
      ),
      (.overLimit(part: texts, what: "bytes in one cell", limit: 99), { $0.cellBytes = 99 }),
      (.overLimit(part: texts, what: "bytes of text", limit: 99), { $0.sharedBytes = 99 }),
      (.overLimit(part: Self.sheet, what: "bytes in one row", limit: 199), { $0.rowBytes = 199 }),
      (.overLimit(part: "_rels/.rels", what: "relationships", limit: 0), { $0.items = 0 }),
      (
        .overLimit(part: "xl/styles.xml", what: "formats of cells", limit: 3),
        { $0.items = 3 }
      ),
    ]
    for (expected, change) in cases.dropLast() { #expect(try error(made, change) == expected) }
    let styles = HandMade(
      rows: "", styles: "<cellXfs>\(String(repeating: "<xf/>", count: 4))</cellXfs>")
    #expect(try error(styles, cases[cases.count - 1].1) == cases[cases.count - 1].0)
  }

  @Test("A tag without end does not grow in memory")
  func endlessTag() throws {
    let made = HandMade(rows: "<row x='\(String(repeating: "y", count: 1 << 17))'/>")
    let error = try error(made) { $0.tagBytes = 1 << 16 }
    #expect(error == .overLimit(part: Self.sheet, what: "bytes in one tag", limit: 1 << 16))
  }
}
