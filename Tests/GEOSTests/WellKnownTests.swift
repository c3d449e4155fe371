import GEOS
import Testing

@Suite("Well-known text and binary are read within bounds")
struct WellKnownTests {
  let context: GEOSContext

  init() throws { context = try GEOSContext() }

  @Test("Text, binary and hexadecimal digits tell the same geometry")
  func roundTrip() throws {
    let text = "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1)))"
    let geometry = try context.read(wellKnownText: text)
    #expect(try geometry.wellKnownText() == text)
    #expect(try context.read(wellKnownBinary: geometry.wellKnownBinary()).wellKnownText() == text)
    #expect(try context.read(hexadecimal: geometry.hexadecimal()).wellKnownText() == text)
  }

  @Test("Text nested 200,000 deep, which crashes version 3.11.1, is refused before it is read")
  func deepText() {
    let text = String(repeating: "GEOMETRYCOLLECTION(", count: 200_000)
    #expect(throws: GEOSError.tooDeep(limit: 32)) { try context.read(wellKnownText: text) }
  }

  @Test("Binary nested 200,000 deep is refused before it is read")
  func deepBinary() {
    let level: [UInt8] = [1, 7, 0, 0, 0, 1, 0, 0, 0]
    let bytes = Array(repeatElement(level, count: 200_000).joined())
    #expect(throws: GEOSError.tooDeep(limit: 32)) { try context.read(wellKnownBinary: bytes) }
  }

  @Test(
    "Binary that ends early, promises too much or is of no known type is refused",
    arguments: [
      ([], 0), ([1], 1), ([2, 1, 0, 0, 0], 0), ([1, 1, 0, 0, 0, 0, 0], 5),
      ([1, 2, 0, 0, 0, 255, 255, 255, 255], 9), ([0, 0, 0, 0, 99], 5),
    ] as [([UInt8], Int)])
  func malformed(bytes: [UInt8], offset: Int) {
    #expect(throws: GEOSError.malformed(offset: offset)) {
      try context.read(wellKnownBinary: bytes)
    }
  }

  @Test(
    "Digits that are not hexadecimal, or an odd number of them, are refused",
    arguments: ["0", "0g"])
  func digits(text: String) {
    #expect(throws: GEOSError.self) { try context.read(hexadecimal: text) }
  }

  @Test(
    "Infinite coordinates, which hang version 3.11.1, are refused", arguments: ["1e999", "inf"])
  func infinite(value: String) {
    #expect(throws: GEOSError.self) {
      try context.read(wellKnownText: "LINESTRING (0 0, 1 \(value))")
    }
    #expect(throws: GEOSError.self) {
      try context.read(wellKnownText: "MULTIPOLYGON (((0 0, 1 0, \(value) 1, 0 0)))")
    }
  }

  @Test("Extra coordinates are read and left out when written")
  func extraCoordinates() throws {
    let geometry = try context.read(
      hexadecimal: "01010000C0000000000000F03F000000000000004000000000000008400000000000001040")
    #expect(try geometry.hexadecimal() == "0101000000000000000000F03F0000000000000040")
  }
}
