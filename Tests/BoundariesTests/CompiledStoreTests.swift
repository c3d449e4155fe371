import Foundation
import Regions
import Testing

@testable import Boundaries

@Suite("What is kept of the boundaries changes nothing but the time")
struct CompiledStoreTests {
  /// A folder of layers that goes when the test ends, and another for what is kept of them.
  private let layers: TemporaryLayers
  private let store: CompiledStore
  private let layer: String

  init() throws {
    layers = try TemporaryLayers()
    store = CompiledStore(folders: ["\(layers.folder)/kept/deep"], program: "tests")
    layer = try layers.write(Self.text(west: 0, name: "First"))
    // A place in no subdistrict of the layers is a note, so that there are issues to be kept.
    _ = try layers.write(
      "id,kind,name_en,name_ar,name_ocha,aliases,lat,lon,adm3_pcode\n"
        + "C1,town,Town,مدينة,Towne,A|B,35.5,36.5,SY010101\n", as: "gazetteer.csv")
  }

  /// Two districts in a governorate, and a zone across; the name is as long as any other.
  private static func text(west: Double, name: String) -> String {
    Layer.collection([
      Layer.feature("XX01", "governorate", coordinates: Layer.cells(west, west + 2)),
      Layer.feature("XX0101", "district", parent: "XX01", coordinates: Layer.cells(west, west + 1)),
      Layer.feature(
        "XX0102", "district", parent: "XX01", coordinates: Layer.cells(west + 1, west + 2)),
      Layer.feature("XXZ", "zone", coordinates: Layer.cells(west + 0.5, west + 1.5)),
    ]).replacingOccurrences(of: "Name of XX01\"", with: "\(name)\"")
  }

  private func load(_ store: CompiledStore?) throws -> LoadedBoundaries {
    try Self.load(store, layer, geodata: layers.folder)
  }

  private static func load(
    _ store: CompiledStore?, _ layer: String, geodata: String
  ) throws -> LoadedBoundaries {
    try BoundaryLoader.load(geodata: geodata, layers: [UserLayer(path: layer)], store: store)
  }

  private func key(_ program: String) throws -> CompiledKey {
    CompiledKey(
      try LayerSources([UserLayer(path: layer)], geodata: layers.folder), repair: false,
      program: program)
  }

  /// Everything that is said of boundaries, as bytes.
  private static func bytes(_ loaded: LoadedBoundaries) -> [UInt8] {
    var writer = PackedWriter()
    loaded.catalog.pack(into: &writer)
    loaded.names.pack(into: &writer)
    for detail in RegionIndex.Detail.allCases { loaded.index(detail: detail).pack(into: &writer) }
    let numbers = loaded.catalog.regions.indices.map { RegionNumber(Int32($0)) }
    for (regions, meters) in [
      (numbers, 500.0), (numbers, 2_000), (Array(numbers.dropFirst()), 500),
    ] {
      loaded.simplifiedOutlines(of: regions, toleranceMeters: meters).pack(into: &writer)
    }
    writer.append(loaded.edition)
    writer.append(loaded.issues.map(\.description))
    writer.append(loaded.files.map { "\($0.path) \($0.byteCount)" })
    return writer.bytes
  }

  private var kept: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: store.folders[0])
    return (names ?? []).sorted().map { "\(store.folders[0])/\($0)" }
  }

  @Test("The shipped boundaries are the same when they are taken from what was kept")
  func shipped() throws {
    let plain = try ShippedLayersTests.loaded.get()
    for _ in 0..<2 {
      let loaded = try BoundaryLoader.load(geodata: Checkout.geodata, store: store)
      #expect(Self.bytes(loaded) == Self.bytes(plain))
    }
    #expect(kept.count == 6)
  }

  @Test("A file is taken, not made anew: what stands in it is what comes out")
  func taken() throws {
    let other = try BoundaryLoader.load(
      geodata: layers.folder,
      layers: [UserLayer(path: try layers.write(Self.text(west: 5, name: "Other"), as: "o.json"))])
    CompiledBoundaries(store: store, key: try key("tests")).keep(other)
    #expect(try load(store).catalog.number(of: "XX01") != nil)
    #expect(try load(store).catalog[RegionNumber(1)].name == "Other")
  }

  @Test("A source that changes without changing its size and its time is noticed")
  func changedSource() throws {
    #expect(try !load(store).issues.isEmpty)
    #expect(try load(store).catalog[RegionNumber(1)].name == "First")
    let time = try FileManager.default.attributesOfItem(atPath: layer)[.modificationDate]
    _ = try layers.write(Self.text(west: 0, name: "Later"))
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(time)], ofItemAtPath: layer)
    #expect(try load(store).catalog[RegionNumber(1)].name == "Later")
  }

  @Test("A damaged, cut, longer or empty file is not believed, and is replaced", arguments: 0..<12)
  func damaged(way: Int) throws {
    let plain = Self.bytes(try load(nil))
    #expect(Self.bytes(try load(store)) == plain)
    let sound = try kept.map { try Data(contentsOf: URL(filePath: $0)) }
    for path in kept {
      var data = try Data(contentsOf: URL(filePath: path))
      switch way {
      case 0: data = Data()
      case 1: data = data.prefix(data.count / 2)
      case 2: data.removeLast()
      case 3: data.append(0)
      case 4: data = Data("no catalogue".utf8)
      default: data[data.startIndex + (data.count - 1) * (way - 5) / 6] ^= 1 << UInt8(way % 8)
      }
      try data.write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
    #expect(Self.bytes(try load(store)) == plain)
    #expect(try kept.map { try Data(contentsOf: URL(filePath: $0)) } == sound)
  }

  @Test("What another build of the program kept is not taken")
  func foreignVersion() throws {
    _ = Self.bytes(try load(store))
    let first = kept
    let other = CompiledStore(folders: store.folders, program: "another build")
    #expect(Self.bytes(try load(other)) == Self.bytes(try load(nil)))
    #expect(kept.count == 2 * first.count)
  }

  @Test("A file that others can write is not taken")
  func foreignHands() throws {
    _ = try load(store)
    let path = try #require(kept.first)
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
    _ = try load(store)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("Many builders at once leave whole files and nothing else")
  func manyBuilders() async throws {
    let plain = Self.bytes(try load(nil))
    let (store, layer, geodata) = (store, layer, layers.folder)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask { Self.bytes(try Self.load(store, layer, geodata: geodata)) }
      }
      for try await bytes in group { #expect(bytes == plain) }
    }
    #expect(kept.count == 6 && kept.allSatisfy { $0.hasSuffix(".compiled") })
    #expect(Self.bytes(try load(store)) == plain)
  }

  @Test("Where nothing can be written, nothing is kept and nothing is lost")
  func unwritable() throws {
    let blocked = CompiledStore(folders: ["\(layer)/below-a-file"], program: "tests")
    #expect(Self.bytes(try load(blocked)) == Self.bytes(try load(nil)))
    let second = CompiledStore(
      folders: ["\(layer)/below-a-file", "\(layers.folder)/second"], program: "tests")
    _ = try load(second)
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(layers.folder)/second")
    #expect(files.count == 1)
  }

  @Test("Old files go when new ones come")
  func oldFiles() throws {
    let loaded = try load(nil)
    for build in 0..<30 {
      CompiledBoundaries(store: store, key: try key("build \(build)")).keep(loaded)
    }
    #expect((1...40).contains(kept.count))
  }

  @Test("The environment says where: NUZUH_CACHE, XDG_CACHE_HOME, HOME, else beside the boundaries")
  func folders() {
    func folders(_ environment: [String: String]) -> [String]? {
      CompiledStore.standard(environment: environment, geodata: "/g", program: "")?.folders
    }
    #expect(folders(["NUZUH_CACHE": "off", "HOME": "/h"]) == nil)
    #expect(folders(["NUZUH_CACHE": "/c", "HOME": "/h"]) == ["/c"])
    #expect(folders(["XDG_CACHE_HOME": "/x", "HOME": "/h"]) == ["/x/nuzuh", "/g/.compiled"])
    #expect(folders(["XDG_CACHE_HOME": "x", "HOME": "/h"]) == ["/h/.cache/nuzuh", "/g/.compiled"])
    #expect(folders([:]) == ["/g/.compiled"])
  }

  @Test("The checksum sees every changed byte, swapped words and every changed length")
  func checksum() {
    let bytes = (0..<203).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let sum = Checksum(bytes, from: 3).words
    for place in 3..<bytes.count {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 8)
      #expect(Checksum(changed, from: 3).words != sum)
    }
    for count in 3..<bytes.count {
      #expect(Checksum(Array(bytes[..<count]), from: 3).words != sum)
    }
    let swapped = bytes[..<3] + bytes[11..<19] + bytes[3..<11] + bytes[19...]
    #expect(Checksum(Array(swapped), from: 3).words != sum)
    #expect(Checksum(bytes + [0], from: 3).words != sum)
    #expect(Checksum(Array(bytes[3...]), from: 0).words == sum)
  }
}
