/// The part that lists the sheets and says from when dates count.
final class WorkbookPart: XMLVisitor {
  struct Entry {
    var name: String
    var isHidden: Bool
    var id: String
  }

  static let root = "workbook"
  private(set) var sheets: [Entry] = []
  private(set) var countsFrom1904 = false

  func begin(_ name: String, _ attributes: XMLAttributes) throws(PartProblem) {
    switch name {
    case "workbookPr": countsFrom1904 = attributes.isTrue("date1904")
    case "sheet": try addSheet(attributes)
    default: break
    }
  }

  /// Excel itself has no bound on sheets but memory; nobody has ten thousand.
  private static let limit = 10_000

  private func addSheet(_ attributes: XMLAttributes) throws(PartProblem) {
    guard sheets.count < WorkbookPart.limit else {
      throw .overLimit(what: "sheets", limit: WorkbookPart.limit)
    }
    let id =
      attributes["http://schemas.openxmlformats.org/officeDocument/2006/relationships\nid"]
      ?? attributes["http://purl.oclc.org/ooxml/officeDocument/relationships\nid"]
    guard let name = attributes["name"], let id else {
      throw .damaged("a sheet without a name or a place")
    }
    let isHidden = ["hidden", "veryHidden"].contains(attributes["state"])
    sheets.append(Entry(name: EscapedText.decoded(name), isHidden: isHidden, id: id))
  }

  func text(_ bytes: Span<UInt8>) {}
  func end(_ name: String) {}
}
