/// The part with the formats of cells, of which only those of dates matter here.
final class StylesPart: XMLVisitor {
  static let root = "styleSheet"
  private let limit: Int
  private var codes: [Int: String] = [:]
  private var formatIDs: [Int] = []
  private var isInCellFormats = false

  init(limit: Int) {
    self.limit = limit
  }

  /// What the style of a cell, by its number, says of how a number is shown.
  func kinds() -> [DateFormat?] {
    var known: [Int: DateFormat?] = [:]
    return formatIDs.map { id in
      if let kind = known[id] { return kind }
      let kind = codes[id].map(DateFormat.init(code:)) ?? DateFormat(builtIn: id)
      known[id] = kind
      return kind
    }
  }

  func begin(_ name: String, _ attributes: XMLAttributes) throws(PartProblem) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
      codes[id] = attributes["formatCode"] ?? ""
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      formatIDs.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
    default: return
    }
    guard max(codes.count, formatIDs.count) <= limit else {
      throw .overLimit(what: "formats of cells", limit: limit)
    }
  }

  func end(_ name: String) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  func text(_ bytes: Span<UInt8>) {}
}
