/// A sound workbook in an archive without compression (APPNOTE 6.3), of which one part can be
/// replaced: mutations of an archive itself mostly end at its checksums.
enum StoredArchive {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  static let parts: [(name: String, content: String)] = [
    ("xl/worksheets/sheet1.xml", "<worksheet xmlns='\(main)'><sheetData/></worksheet>"),
    ("xl/sharedStrings.xml", "<sst xmlns='\(main)'><si><t>x</t></si></sst>"),
    ("xl/styles.xml", "<styleSheet xmlns='\(main)'/>"),
    (
      "xl/workbook.xml",
      "<workbook xmlns='\(main)' xmlns:r='\(office)'><sheets>"
        + "<sheet name='Data' sheetId='1' r:id='r0'/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      relations([
        ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
        ("styles", "styles.xml"),
      ])
    ),
    ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
  ]

  private static func relations(_ targets: [(kind: String, target: String)]) -> String {
    let lines = targets.enumerated().map { index, target in
      "<Relationship Id='r\(index)' Type='\(office)/\(target.kind)' Target='\(target.target)'/>"
    }
    return "<Relationships xmlns='\(package)'>\(lines.joined())</Relationships>"
  }

  static func bytes(replacing name: String, by replacement: [UInt8]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let content = part.name == name ? replacement : Array(part.content.utf8)
      let size = little(content.count, 4)
      let common =
        little(20, 2) + little(0, 6) + little(0x21, 2) + little(Int(checksum(content)), 4) + size
        + size + little(part.name.utf8.count, 2) + little(0, 2)
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 10)
      directory += little(file.count, 4) + part.name.utf8
      file += [0x50, 0x4B, 3, 4] + common + part.name.utf8 + content
    }
    let count = little(parts.count, 2)
    return file + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + count + count
      + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 < 8 ? number >> (8 * $0) : 0) }
  }

  /// CRC-32 as in archives (reflected polynomial 0xEDB88320).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8
    }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in
      sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
    }
  }
}
