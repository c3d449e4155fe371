import Disclosure
import Foundation
import JSONText
import Records
import Regions
import Reports
import Tallies
import Testing

@testable import Masking

@Suite("Masked points and finer tables are not published together")
struct TogetherTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/nuzuh-together-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  }

  private func clean() { try? FileManager.default.removeItem(atPath: folder) }

  private static let records: [Record] = [
    .incident("a", 36.2, 34.2), .incident("b", 36.3, 34.3),
  ]

  /// A real release of the same records.
  private func publish(
    _ name: String, levels: [Level], isInternal: Bool = false, edition: String = "sample"
  ) async throws {
    let placer = try MaskSample.placer.get()
    var settings = ReportSettings()
    settings.levels = levels
    let report = try ReportRun.report(files: ["a.csv"], settings: settings, placer: placer) {
      take in
      try take(0, Self.records, [])
      return [ReportRun.FileFacts(sha256: "", profile: "test", rows: 2, rejected: 0)]
    }
    let release: Release
    if isInternal {
      release = Release.internalReport(of: report, catalog: placer.catalog)
    } else {
      let plan = try await ProtectionPlan.advised(
        of: report, catalog: placer.catalog, policy: .public,
        history: History(ledger: Ledger(), isRevision: false)
      ) { _ in report }
      release = try Release.protectedRelease(by: plan, catalog: placer.catalog)
    }
    let context = ReleaseContext(
      created: "2026-01-01T00:00:00Z", toolVersion: "test", boundaryEdition: edition,
      licenses: [ReleaseContext.License(name: "CC0-1.0", title: "None", path: nil)],
      attribution: "None")
    let path = "\(folder)/\(name)"
    try FileManager.default.createDirectory(
      atPath: Together.folder(of: path), withIntermediateDirectories: true)
    try ReleaseWriter(
      release: release, catalog: placer.catalog, context: context, documents: [], ledger: nil
    ).publish(to: path)
  }

  private func statement(
    _ key: MaskKey = MaskSample.key, within level: Level = .subdistrict, most: Int = 2000,
    edition: String = "sample"
  ) -> MaskStatement {
    MaskStatement(
      leastMeters: 500, mostMeters: most, level: level, keyID: key.id, boundaryEdition: edition)
  }

  private func writePoints(_ name: String = "points.geojson") throws {
    let outcome = try MaskSample.run([Self.records])
    try MaskedPointsFile("\(folder)/\(name)").write(
      points: outcome.points.geoJSON(MaskSample.context), accounts: outcome.accounts.json())
  }

  private static let toSubdistrict: [Level] = [.country, .governorate, .district, .subdistrict]

  @Test("points are refused beside a release of a finer level, and written beside a coarser one")
  func masks() async throws {
    defer { clean() }
    try await publish("coarse", levels: Self.toSubdistrict)
    try Together(in: [folder]).check(statement())
    #expect(
      throws: MaskError.finerRelease(
        path: "\(folder)/coarse", level: .subdistrict, mask: .district)
    ) { try Together(in: [folder]).check(statement(within: .district)) }
    try await publish("fine", levels: Level.allCases)
    #expect(
      throws: MaskError.finerRelease(
        path: "\(folder)/fine", level: .neighborhood, mask: .subdistrict)
    ) { try Together(in: [folder]).check(statement()) }
  }

  @Test("what stays inside is published with nothing")
  func insideReport() async throws {
    defer { clean() }
    try await publish("inside", levels: Level.allCases, isInternal: true)
    try Together(in: [folder]).check(statement())
  }

  @Test("all releases of a store count, the older ones too, and so does what is named elsewhere")
  func stores() async throws {
    defer { clean() }
    try await publish("store/releases/2026-01-01T000000Z-1", levels: Level.allCases)
    for places in [([folder], []), (["\(folder)/store"], []), ([], ["\(folder)/store"])]
      as [([String], [String])]
    {
      #expect(throws: MaskError.self) {
        try Together(in: places.0, named: places.1).check(statement())
      }
    }
    #expect(throws: MaskError.self) { try Together(in: [], named: ["\(folder)/nothing"]) }
  }

  @Test("a finer report is refused beside points, and a coarser one is not")
  func reports() throws {
    defer { clean() }
    try writePoints()
    let together = try Together(in: [folder])
    try together.check(ReleaseStatement(levels: Self.toSubdistrict, boundaryEdition: "sample"))
    #expect(
      throws: MaskError.coarserMask(
        path: "\(folder)/points.geojson", level: .neighborhood, mask: .subdistrict)
    ) {
      try together.check(ReleaseStatement(levels: Level.allCases, boundaryEdition: "sample"))
    }
    #expect(throws: MaskError.otherEdition(path: "\(folder)/points.geojson")) {
      try together.check(ReleaseStatement(levels: [.governorate], boundaryEdition: "another"))
    }
  }

  @Test("points of another key, ring, level or edition are refused beside the first")
  func otherMasks() throws {
    defer { clean() }
    try writePoints()
    let together = try Together(in: [], named: ["\(folder)/points.geojson"])
    try together.check(statement())
    for other in [
      statement(MaskSample.otherKey), statement(within: .district), statement(most: 2500),
      statement(edition: "another"),
    ] {
      #expect(throws: MaskError.self) { try together.check(other) }
    }
  }

  @Test("points replace points, but no other file, no link, and nothing inside a release")
  func replacing() async throws {
    defer { clean() }
    try writePoints()
    try MaskedPointsFile("\(folder)/points.geojson").checkReplaceable()
    let before = try Data(contentsOf: URL(filePath: "\(folder)/points.geojson"))
    try writePoints()
    #expect(try Data(contentsOf: URL(filePath: "\(folder)/points.geojson")) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == ["points.geojson", "points.internal.json"])
    for name in names {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    try Data("{\"type\":\"FeatureCollection\",\"features\":[]}".utf8)
      .write(to: URL(filePath: "\(folder)/other.geojson"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/link.geojson", withDestinationPath: "points.geojson")
    try await publish("release", levels: [.governorate])
    for name in ["other.geojson", "link.geojson", "release", "release/points.geojson"] {
      #expect(throws: MaskError.self, "\(name)") {
        try MaskedPointsFile("\(folder)/\(name)").checkReplaceable()
      }
    }
  }

  @Test("files that are no masked points are passed over, and half a statement is told")
  func foreignFiles() throws {
    defer { clean() }
    for (name, text) in [
      ("a.json", ""), ("b.json", "[1,2"), ("c.geojson", "{\"masking\":7}"),
      ("d.geojson", "{\"x\":\"" + String(repeating: "y", count: 70_000) + "\"}"),
    ] {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    try Together(in: [folder, "\(folder)/missing"]).check(statement())
    try Data("{\"masking\":{\"status\":\"masked\"}}".utf8)
      .write(to: URL(filePath: "\(folder)/e.geojson"))
    #expect(throws: MaskError.self) { try Together(in: [folder]) }
  }

  @Test(
    "the folder of a path",
    arguments: [
      ("points.geojson", "."), ("a/points.geojson", "a"), ("/points.geojson", "/"), ("a/b/", "a"),
      ("b", "."),
    ])
  func folders(path: String, folder: String) {
    #expect(Together.folder(of: path) == folder)
  }
}
