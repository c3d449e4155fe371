import DelimitedText
import Regions

/// The shipped list of settlements, and further names of neighborhoods.
struct Gazetteer {
  struct Names: Hashable {
    let id: RegionID
    let names: [String]
  }

  private(set) var settlements: [Settlement] = []
  private(set) var neighborhoods: [Names] = []
  private(set) var issues: [LayerIssue] = []

  private struct Columns {
    let id, kind, name, nameArabic, otherName, aliases, latitude, longitude, subdistrict: Int
  }

  init(_ bytes: [UInt8], file: String) throws(BoundaryError) {
    var parser = DelimitedParser(separator: UInt8(ascii: ","))
    var block = RowBlock()
    var columns: Columns?
    for piece in [bytes, []] {
      if piece.isEmpty { parser.finish(into: &block) } else { parser.take(piece, into: &block) }
      for row in 0..<block.count {
        if let columns {
          take(row, of: block, columns, file: file)
        } else {
          columns = try Self.columns(block.texts(ofRow: row), file: file)
        }
      }
    }
  }

  private static func columns(
    _ header: [String], file: String
  ) throws(BoundaryError) -> Columns {
    func column(_ name: String) throws(BoundaryError) -> Int {
      guard let column = header.firstIndex(of: name) else {
        throw .unreadable(file: file, reason: "the column \"\(name)\" is missing")
      }
      return column
    }
    return Columns(
      id: try column("id"), kind: try column("kind"), name: try column("name_en"),
      nameArabic: try column("name_ar"), otherName: try column("name_ocha"),
      aliases: try column("aliases"), latitude: try column("lat"), longitude: try column("lon"),
      subdistrict: try column("adm3_pcode"))
  }

  private mutating func take(
    _ row: Int, of block: RowBlock, _ columns: Columns, file: String
  ) {
    if let problem = block.problem(ofRow: row) {
      return note(problem.description, line: block.line(ofRow: row), file: file)
    }
    let id = RegionID(block.text(row: row, column: columns.id))
    let name = block.text(row: row, column: columns.name)
    let nameArabic = block.text(row: row, column: columns.nameArabic)
    let others =
      [block.text(row: row, column: columns.otherName)]
      + block.text(row: row, column: columns.aliases).split(separator: "|").map(String.init)
    if block.text(row: row, column: columns.kind) == "neighborhood" {
      return neighborhoods.append(Names(id: id, names: [name, nameArabic] + others))
    }
    guard let latitude = Double(block.text(row: row, column: columns.latitude)),
      let longitude = Double(block.text(row: row, column: columns.longitude)),
      abs(latitude) <= 90, abs(longitude) <= 180
    else {
      return note("\(id): no coordinates", line: block.line(ofRow: row), file: file)
    }
    var seen: Set = [name, nameArabic, ""]
    settlements.append(
      Settlement(
        id: id, name: name, nameArabic: nameArabic.isEmpty ? nil : nameArabic,
        aliases: others.filter { seen.insert($0).inserted },
        point: Coordinate(longitude: longitude, latitude: latitude),
        subdistrict: RegionID(block.text(row: row, column: columns.subdistrict))))
  }

  private mutating func note(_ reason: String, line: Int, file: String) {
    var issue = LayerIssue(.gazetteer, .warning, file: file, reason: reason)
    issue.line = line
    issues.append(issue)
  }
}
