import BenchmarkInputs
import DelimitedText
import JSONText
import Regions

/// count PART TIMES: does a part of the work so many times, for valgrind to count instructions.
/// What must be there first is made once, so two runs with different TIMES tell what one takes.
@main
enum Count {
  static let parts = ["build", "locate", "borders", "rows", "json", "numbers", "names"]

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let times = Int(arguments[2]) else {
      return print(parts.joined(separator: "\n"))
    }
    var sum = 0
    let work = try Self.work(arguments[1])
    for _ in 0..<times { sum &+= try work() }
    print(sum)
  }

  private static func work(_ part: String) throws -> () throws -> Int {
    switch part {
    case "build", "locate", "borders", "numbers": return try onMap(part)
    case "rows":
      let text = SampleText.table(rows: 2_000)
      return { rows(of: text) }
    case "json":
      let text = SampleText.features(2_000)
      return { try objects(of: text) }
    default:
      let names = ["Ar-Raqqah", "حلب", "Dayr az Zawr Governorate", "Al-Ḥasakah", "إدلب المدينة"]
      return {
        (0..<1_000).reduce(0) { $0 + NameKey(names[$1 % names.count]).bytes.count }
      }
    }
  }

  private static func onMap(_ part: String) throws -> () throws -> Int {
    let catalog = try Tessellation(count: 150).catalog()
    if part == "build" { return { RegionIndex(catalog).zoneSetCount } }
    if part == "numbers" {
      let outlines = catalog.regions.map(\.boundary)
      return { try written(outlines) }
    }
    let index = RegionIndex(catalog)
    let points: SamplePoints =
      part == "locate"
      ? .anywhere(in: catalog, count: 100_000) : .onBorders(of: catalog, count: 10_000)
    return {
      index.locate(longitudes: points.longitudes, latitudes: points.latitudes)
        .reduce(0) { $0 &+ Int($1.region?.value ?? 0) }
    }
  }

  private static func rows(of text: [UInt8]) -> Int {
    var parser = DelimitedParser()
    var block = RowBlock()
    parser.take(text, into: &block)
    return (0..<block.count).reduce(0) { $0 + block.fieldCount(ofRow: $1) }
  }

  private static func objects(of text: [UInt8]) throws -> Int {
    var parser = JSONParser(text, layout: .lines)
    var tokens = 0
    while try parser.nextDocument() {
      while try parser.next() != .end { tokens += 1 }
    }
    return tokens
  }

  private static func written(_ outlines: [Boundary]) throws -> Int {
    var writer = JSONWriter()
    writer.beginArray()
    for outline in outlines {
      for number in outline.longitudes + outline.latitudes { try writer.number(number, places: 6) }
    }
    writer.endArray()
    return writer.drain().count
  }
}
