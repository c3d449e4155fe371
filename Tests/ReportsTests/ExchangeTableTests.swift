import Disclosure
import Foundation
import JSONText
import Readers
import Records
import Testing

@testable import Reports

@Suite("Tables in the layouts of others")
struct ExchangeTableTests {
  private func published(
    _ release: Release? = nil, hasHashtags: Bool = false
  ) throws -> PublishedRelease {
    var formats = ReleaseContext.Formats()
    formats.tables = ExchangeTable.allCases
    formats.hasHashtags = hasHashtags
    return try PublishedRelease(release, formats: formats)
  }

  private func lines(_ published: PublishedRelease, _ name: String) throws -> [String] {
    try published.text(name).split(separator: "\n").map(String.init)
  }

  // MARK: - flowmap.blue

  @Test("the pair names each place once, and each flow by its ends") func flowmap() throws {
    let published = try published()
    #expect(
      try lines(published, "flowmap-locations.csv") == [
        "id,name,lat,lon", "XX01,Alpha,34.7,36.7", #"XX02,"'=Beta, ""the"" second",34.5,37.5"#,
        "external:LBN,Lebanon,33.9,35.9",
        #"unspecified:governorate:XX,"Examplia, governorate not known",34.1,37"#,
      ])
    #expect(
      try lines(published, "flowmap-flows.csv") == [
        "origin,dest,count", "XX01,XX02,100", "XX01,XX01,100",
        "unspecified:governorate:XX,external:LBN,100",
      ])
  }

  @Test("D3: a withheld flow leaves no row, and no place of its own") func withheldFlow() throws {
    let hidden = Release.Flow(
      level: "governorate", origin: Self.place("XX01"), destination: Self.place("XX02"),
      kind: "displacement", unit: "persons", figure: (nil, nil, nil), records: nil,
      status: .withheld)
    let published = try published(SampleRelease.release(flows: [hidden]))
    #expect(try lines(published, "flowmap-flows.csv") == ["origin,dest,count"])
    #expect(try lines(published, "flowmap-locations.csv") == ["id,name,lat,lon"])
    // The map says that there is one.
    let status = try published.features("flows.geojson").first?["properties"]?["status"]
    #expect(status?.string == "withheld")
  }

  private static func place(_ id: String) -> Release.Place {
    Release.Place(
      level: "governorate", status: .region, regionID: id, regionName: id, parentID: "XX")
  }

  // MARK: - HAPI

  @Test("a figure that is withheld is blank, and says why") func withheldStock() throws {
    let rows = try lines(
      published(SampleRelease.release(step: nil, periods: [])), "hapi-idps.csv")
    #expect(
      Array(rows.dropFirst()) == [
        "XX,,,Alpha,,XX01,Alpha,,,1,,,1791,1,2025-01-01,2025-02-28,,,,",
        #"XX,,,"'=Beta, ""the"" second",,XX02,"'=Beta, ""the"" second",,,1,,,,1,2025-01-01,"#
          + "2025-02-28,,,idps withheld to protect people,",
      ])
  }

  @Test("read back by the profile of HAPI it gives the same figures") func readBack() throws {
    let published = try published(SampleRelease.release(step: nil, periods: []))
    let stocks = try records(published, "hapi-idps.csv")
    #expect(stocks.profile == "hapi-idps")
    #expect(stocks.figures == ["XX01 1791", "XX02 none"])
    let events = try records(published, "hapi-conflict-events.csv")
    #expect(events.profile == "hapi-conflict")
    #expect(events.figures == ["XX01 3 12.5", "XX02 0 none"])
  }

  private func records(
    _ published: PublishedRelease, _ name: String
  ) throws -> (profile: String, figures: [String]) {
    let input = try InputFile(path: "\(published.folder.path)/release/\(name)")
    var figures: [String] = []
    let summary = try input.read { batch in
      for record in batch.records { figures.append(Self.text(record)) }
    }
    return (summary.profile, figures)
  }

  private static func text(_ record: Record) -> String {
    func text(_ figure: Figure?) -> String { figure?.best?.exactText ?? "none" }
    func code(_ place: Place?) -> String {
      place?.designations.first?.last?.code ?? place?.country ?? "-"
    }
    return switch record.content {
    case .incident(let incident):
      "\(code(incident.place)) \(text(incident.events)) \(text(incident.killed))"
    case .movement(let movement): "\(code(movement.destination)) \(text(movement.figure))"
    }
  }

  // MARK: - Hashtags

  @Test(
    "HXL: a row of hashtags under the header, as many as columns, which the data package names",
    arguments: ["tallies.csv", "hapi-idps.csv", "hapi-conflict-events.csv"])
  func hashtags(name: String) throws {
    let published = try published(hasHashtags: true)
    let rows = try lines(published, name)
    let tags = rows[1].split(separator: ",", omittingEmptySubsequences: false)
    #expect(tags.count == rows[0].split(separator: ",").count)
    #expect(tags.allSatisfy { $0.hasPrefix("#") } && Set(tags).count == tags.count)
    let resource = try published.json("datapackage.json")["resources"]?.array?
      .first { $0["path"]?.string == name }
    #expect(resource?["dialect"]?["commentRows"]?.array?.map(\.int) == [2])
    #expect(resource?["schema"]?["fields"]?.array?.count == tags.count)
  }

  @Test("what reads the flowmap pair takes every row for data, so it has no hashtags")
  func flowmapWithoutHashtags() throws {
    let published = try published(hasHashtags: true)
    #expect(!(try published.text("flowmap-flows.csv").contains("#")))
    #expect(!(try published.text("flowmap-locations.csv").contains("#")))
  }
}
