import Foundation

/// parts locate GEODATA     points a second in the shipped layers, and GEOS beside it
/// parts growth [COUNT…]    the same in made-up layers of so many regions
/// parts text               bytes of JSON and of rows read a second
@main
struct Parts {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "growth":
      let counts = arguments.dropFirst().compactMap { Int($0) }
      try Locating.growth(counts.isEmpty ? [700, 7_000, 70_000] : counts)
    case "text": try Reading.text()
    default: try Locating.shipped(arguments.dropFirst().first ?? "GeoData")
    }
  }
}
