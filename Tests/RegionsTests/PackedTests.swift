import Testing

@testable import Regions

@Suite("Catalogues, names and indices come back from bytes as they were, or not at all")
struct PackedTests {
  private static func packed(
    _ catalog: RegionCatalog, _ index: RegionIndex, _ names: RegionNames
  ) -> [UInt8] {
    var writer = PackedWriter()
    catalog.pack(into: &writer)
    names.pack(into: &writer)
    index.pack(into: &writer)
    return writer.bytes
  }

  private static func read(
    _ bytes: [UInt8]
  ) throws -> (catalog: RegionCatalog, index: RegionIndex, names: RegionNames) {
    var reader = PackedReader(bytes)
    let catalog = try RegionCatalog(from: &reader)
    let names = try RegionNames(catalog, from: &reader)
    return (catalog, try RegionIndex(catalog, from: &reader), names)
  }

  private static func points(_ count: Int) -> (longitudes: [Double], latitudes: [Double]) {
    var numbers = SeededNumbers(3)
    let odd = [Double.nan, .infinity, -.infinity, 0, 1e300, -1e300]
    return (
      odd + (0..<count).map { _ in .random(in: 31...41, using: &numbers) },
      odd + (0..<count).map { _ in .random(in: 15...25, using: &numbers) }
    )
  }

  @Test("The same points lie in the same regions and zones", arguments: [1, 2, 3] as [UInt64])
  func tessellation(seed: UInt64) throws {
    var tessellation = IndexTessellation(side: 8, seed: seed)
    let catalog = try tessellation.catalog(without: nil)
    let (longitudes, latitudes) = Self.points(20_000)
    for detail in RegionIndex.Detail.allCases {
      let index = RegionIndex(catalog, detail: detail)
      let bytes = Self.packed(catalog, index, RegionNames(catalog))
      let back = try Self.read(bytes)
      #expect(Self.packed(back.catalog, back.index, back.names) == bytes)
      #expect(
        back.index.locate(longitudes: longitudes, latitudes: latitudes)
          == index.locate(longitudes: longitudes, latitudes: latitudes))
    }
  }

  @Test("Names, settlements, parents and zones are found as before")
  func catalog() throws {
    let catalog = try SmallCountry.catalog()
    let names = RegionNames(catalog)
    let bytes = Self.packed(catalog, RegionIndex(catalog), names)
    let back = try Self.read(bytes)
    for name in ["North", "Al-Jabal", "jabal", "Mill", "الشمال", "Mountain", "Old Town of North"] {
      #expect(
        back.names.match(name: name, level: nil, within: nil)
          == names.match(name: name, level: nil, within: nil))
    }
    for place in catalog.regions.indices {
      let number = RegionNumber(Int32(place))
      #expect(back.catalog.parent(of: number) == catalog.parent(of: number))
      #expect(back.catalog.children(of: number) == catalog.children(of: number))
      #expect(back.catalog.zones(covering: number) == catalog.zones(covering: number))
      #expect(back.catalog.zones(touching: number) == catalog.zones(touching: number))
    }
    #expect(back.catalog.settlement("C3")?.name == "Spring")
  }

  @Test("Bytes that end too soon give no catalogue, wherever they end")
  func cut() throws {
    var tessellation = IndexTessellation(side: 4, seed: 5)
    let catalog = try tessellation.catalog(without: nil)
    let bytes = Self.packed(
      catalog, RegionIndex(catalog, detail: .coarse), RegionNames(catalog))
    for count in stride(from: 0, to: bytes.count, by: bytes.count / 400 + 1) {
      #expect(throws: PackedError.self) { try Self.read(Array(bytes[..<count])) }
    }
  }

  @Test("Wrong bytes give an error or an index that still answers; nothing is read beyond an end")
  func flipped() throws {
    var tessellation = IndexTessellation(side: 4, seed: 5)
    let catalog = try tessellation.catalog(without: nil)
    let bytes = Self.packed(
      catalog, RegionIndex(catalog, detail: .coarse), RegionNames(catalog))
    let (longitudes, latitudes) = Self.points(200)
    var numbers = SeededNumbers(11)
    var refused = 0
    for _ in 0..<600 {
      var changed = bytes
      for _ in 0..<3 {
        changed[Int.random(in: 0..<bytes.count, using: &numbers)] = .random(
          in: 0...255, using: &numbers)
      }
      guard let back = try? Self.read(changed) else {
        refused += 1
        continue
      }
      #expect(
        back.index.locate(longitudes: longitudes, latitudes: latitudes).count == longitudes.count)
      _ = back.names.match(name: "North", level: nil, within: nil)
    }
    #expect(refused > 0)
  }
}
