import Foundation
import Testing
import Workbooks

/// Archives made byte by byte (APPNOTE 6.3: stored entries, no extra fields), so that they can
/// hold what no spreadsheet would write.
struct HandMade {
  var parts: [(name: String, content: String)] = []
  /// What an entry declares its content to be, instead of its true size.
  var declaredSizes: [String: UInt32] = [:]
  /// Whether entries say that they are encrypted.
  var claimsEncryption = false

  /// A workbook of one sheet with these rows, and these shared texts.
  init(rows: String, texts: [String] = [], styles: String = "", tail: String = "") {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    self.init(
      sheet: "<worksheet xmlns='\(main)'><sheetData>\(rows)</sheetData>\(tail)</worksheet>",
      texts: "<sst xmlns='\(main)'>\(texts.map { "<si>\($0)</si>" }.joined())</sst>",
      styles: "<styleSheet xmlns='\(main)'>\(styles)</styleSheet>")
  }

  init(
    sheet: String, texts: String, styles: String, main: String = HandMade.transitional,
    office: String = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  ) {
    parts = [
      ("_rels/.rels", HandMade.relations([("officeDocument", "xl/workbook.xml")], office)),
      (
        "xl/workbook.xml",
        "<workbook xmlns='\(main)' xmlns:r='\(office)'><sheets>"
          + "<sheet name='Data' sheetId='1' r:id='rId0'/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        HandMade.relations(
          [
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "/xl/sharedStrings.xml"),
            ("styles", "./styles.xml"),
          ], office)
      ),
      ("xl/sharedStrings.xml", texts), ("xl/styles.xml", styles),
      ("xl/worksheets/sheet1.xml", sheet),
    ]
  }

  init(parts: [(name: String, content: String)]) { self.parts = parts }

  static let transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  static func relations(_ targets: [(kind: String, target: String)], _ office: String) -> String {
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
      + targets.enumerated().map { index, target in
        "<Relationship Id='rId\(index)' Type='\(office)/\(target.kind)' Target='\(target.target)'/>"
      }.joined() + "</Relationships>"
  }

  mutating func replace(_ name: String, with content: String) {
    parts = parts.map { $0.name == name ? (name, content) : $0 }
  }

  var bytes: [UInt8] {
    var (file, directory): ([UInt8], [UInt8]) = ([], [])
    for part in parts {
      let content = Array(part.content.utf8)
      let size = declaredSizes[part.name] ?? UInt32(content.count)
      let common =
        little(20, 2) + little(claimsEncryption ? 1 : 0, 2) + little(0, 2) + little(0, 2)
        + little(0x21, 2) + little(crc(content), 4) + little(UInt32(content.count), 4)
        + little(size, 4) + little(UInt32(part.name.utf8.count), 2) + little(0, 2)
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2)
      directory += little(0, 2) + little(0, 4) + little(UInt32(file.count), 4) + part.name.utf8
      file += [0x50, 0x4B, 3, 4] + common + part.name.utf8 + content
    }
    let count = little(UInt32(parts.count), 2)
    return file + directory + [0x50, 0x4B, 5, 6] + little(0, 2) + little(0, 2) + count + count
      + little(UInt32(directory.count), 4) + little(UInt32(file.count), 4) + little(0, 2)
  }

  private func little(_ number: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
  }

  private func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}

/// Everything that a sheet gave, and the error that ended it.
struct Contents {
  var sheets: [WorkbookSheet] = []
  var rows: [SheetRow] = []
  var error: WorkbookError?

  init(path: String, sheet name: String? = nil, limits: WorkbookLimits = WorkbookLimits()) {
    do throws(WorkbookError) {
      let book = try Workbook(path: path, limits: limits)
      sheets = book.sheets
      guard let first = book.sheets.first else { return }
      var reader = try book.rows(
        of: name.map { name throws(WorkbookError) in
          try book.sheet(named: name)
        } ?? first)
      while let row = try reader.next() { rows.append(row) }
    } catch { self.error = error }
  }

  init(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    self.init(path: file.path, limits: limits)
  }

  init(_ made: HandMade, limits: WorkbookLimits = WorkbookLimits()) throws {
    try self.init(made.bytes, limits: limits)
  }

  init(sample: String, sheet: String? = nil) throws {
    let url = try #require(Bundle.module.url(forResource: "Samples/\(sample)", withExtension: nil))
    self.init(path: url.path, sheet: sheet)
  }

  /// Rows as `2: A=text "x" C=number 1.5`, for comparing with a table.
  var lines: [String] {
    rows.map { row in
      "\(row.number):"
        + row.cells.map { " \(Contents.letters($0.column))=\($0.value.words)" }.joined()
    }
  }

  private static func letters(_ column: Int) -> String {
    (column >= 26 ? letters(column / 26 - 1) : "")
      + String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
  }
}

extension CellValue {
  var words: String {
    switch self {
    case .text(let text): "'\(text)'"
    case .number(let number): number
    case .boolean(let value): "\(value)"
    case .date(let date): "@\(date)"
    case .error(let error): "!\(error)"
    case .uncalculated: "?"
    }
  }
}
