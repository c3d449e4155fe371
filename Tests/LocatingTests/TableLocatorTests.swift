import Foundation
import Locating
import Readers
import Records
import Regions
import Tallies
import Testing

@Suite("locate appends columns to the rows of a table")
struct TableLocatorTests {
  @Test(
    "P1: each place ends in one status, with its codes and its distance",
    arguments: [
      ("36.1,34.1", "SY,G1,G1A,G1A1,,,,region,0"),
      // In a zone.
      ("36.45,34.5", "SY,G1,G1A,G1A1,,Z,,region,0"),
      // P2: on the border of two subdistricts.
      ("36.5,34.1", "SY,G1,G1A,G1A1,,,,region,0"),
      // A governorate without finer regions is known no better.
      ("37.5,34.5", "SY,G2,,,,,,unspecified,0"),
      ("34,34.5", "-,,,,,,,outside,*"),
      // Both axes exchanged.
      ("34.5,36.5", "-,,,,,,,unplaced,"),
      ("x,34.5", "-,,,,,,,unplaced,"),
      ("0,0", "-,,,,,,,unplaced,"),
      (",", "-,,,,,,,unplaced,"),
      ("٣٦٫١,34.1", "SY,G1,G1A,G1A1,,,,region,0"),
    ])
  func statuses(point: String, expected: String) throws {
    let lines = try locateTable("id,lon,lat\n1,\(point)\n").lines
    #expect(
      lines[0] == "id,lon,lat,nuzuh_country,nuzuh_governorate,nuzuh_district,nuzuh_subdistrict,"
        + "nuzuh_neighborhood,nuzuh_zones,nuzuh_possible_zones,nuzuh_status,nuzuh_distance_m")
    var wanted = "1,\(point),\(expected)".replacing(",-,", with: ",,")
    if wanted.hasSuffix("*") {
      wanted.removeLast()
      #expect(lines[1].hasPrefix(wanted))
    } else {
      #expect(lines[1] == wanted)
    }
  }

  /// A hundredth of a degree along the parallel of 34.5 degrees: the radius of curvature in the
  /// prime vertical on WGS 84, times the cosine.
  private static let hundredthDegree: Double = {
    let latitude = 34.5 * Double.pi / 180
    let sine = sin(latitude)
    let radius = 6_378_137 / (1 - 0.006_694_379_990_141_316 * sine * sine).squareRoot()
    return radius * cos(latitude) * 0.01 * Double.pi / 180
  }()

  @Test("P3: the distance of a snapped point is the geodesic one to the region it went to")
  func snapped() throws {
    let fields = try locateTable("lon,lat\n35.99,34.5\n").lines[1].split(
      separator: ",", omittingEmptySubsequences: false)
    #expect(fields[3] == "G1" && fields[5] == "G1A1" && fields[9] == "region")
    let meters = try #require(Double(String(fields[10])))
    #expect(abs(meters - Self.hundredthDegree) < 0.1)
  }

  @Test("A point beyond the snap distance is outside, with its distance all the same")
  func beyond() throws {
    let line = try locateTable("lon,lat\n35.98,34.5\n", bare).lines[1]
    #expect(line.hasPrefix("35.98,34.5,,outside,"))
    let meters = try #require(Double(String(line.split(separator: ",").last ?? "")))
    #expect(abs(meters - 2 * Self.hundredthDegree) < 0.2)
  }

  @Test("Points answered by the batch are placed as the placer places each of them")
  func batch() throws {
    let placer = try SmallCountry.placer()
    var numbers = SystemRandomNumberGenerator()
    let points = (0..<5000).map { _ in
      Coordinate(
        longitude: Double.random(in: 35.95...38.05, using: &numbers),
        latitude: Double.random(in: 33.95...35.05, using: &numbers))
    }
    let text = points.map { "\($0.longitude),\($0.latitude)" }.joined(separator: "\n")
    let settings = LocateSettings(levels: [.governorate, .subdistrict], showsZones: true)
    let lines = try locateTable("lon,lat\n" + text, pieces: 1 << 12, settings).lines.dropFirst()
    #expect(lines.count == points.count)
    for (point, line) in zip(points, lines) {
      let placement = placer.place(Place(point: point)).placement
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let codes = [Level.governorate, .subdistrict].map { level in
        placement.region(at: level, in: placer.catalog).map { placer.catalog[$0].id.code } ?? ""
      }
      let zones = placement.zones.map { placer.catalog[$0].id.code }.joined(separator: ";")
      #expect(Array(fields[2...4]) == codes + [zones])
    }
  }

  @Test("Names are appended as asked, quoted where they hold the separator")
  func names() throws {
    let settings = LocateSettings(
      levels: [.governorate], names: .both, showsZones: false, prefix: "p_")
    let lines = try locateTable("lon;lat\r\n36.1;34.1\r\n", settings).lines
    #expect(
      lines == [
        "lon;lat;p_governorate;p_governorate_name;p_governorate_name_ar;p_status;p_distance_m\r",
        "36.1;34.1;G1;Coast, the;اسم;region;0\r", "",
      ])
    let commas = try locateTable("lon,lat\n36.1,34.1", settings).lines[1]
    #expect(commas == "36.1,34.1,G1,\"Coast, the\",اسم,region,0")
  }

  @Test("Where a profile fits the header its precision decides; --as-points takes the point (P4)")
  func profile() throws {
    let text = """
      id,source,date_start,kind,region,latitude,longitude,precision
      1,A,2025-03-06,shelling,,34.1,36.1,governorate
      2,A,2025-03-06,shelling,G2,34.1,36.1,district
      3,A,,shelling,G2,34.1,36.1,district
      4,A,2025-03-06,shelling,G2,34.1,36.1,about

      """
    let settings = LocateSettings(levels: [.governorate, .subdistrict], showsZones: false)
    let byRules = try locateTable(text, settings)
    #expect(byRules.summary.profile == "tracker-incidents")
    #expect(byRules.lines[1].hasSuffix("governorate,G1,,unspecified,0"))
    #expect(byRules.lines[2].hasSuffix("district,G2,,unspecified,0"))
    // Where a row is does not depend on its date, but on how well its place is known.
    #expect(byRules.lines[3].hasSuffix("district,G2,,unspecified,0"))
    #expect(byRules.lines[4].hasSuffix("about,,,unreadable,"))
    #expect(byRules.summary.needsPerson)
    var asPoints = settings
    asPoints.request.asPoints = true
    let bare = try locateTable(text, asPoints)
    #expect(bare.lines[2].hasSuffix("district,G1,G1A1,region,0"))
    #expect(bare.summary.profile == nil)
  }

  @Test("P5, P6 and P8: columns that are named tell country, code, name and precision")
  func namedColumns() throws {
    let text = """
      x,y,land,where,how
      36.1,34.1,Lebanon,,
      36.1,34.1,Syria,Steppe,governorate
      36.1,34.1,,,district
      ,,,Nowhere,

      """
    var settings = LocateSettings(
      levels: [.country, .governorate, .subdistrict], showsZones: false)
    settings.request.names = PlaceColumnNames(precision: "How", country: "land", name: "where")
    let lines = try locateTable(text, settings).lines
    #expect(lines[1].hasSuffix("LBN,,,external,"))
    #expect(lines[2].hasSuffix("SY,G2,,unspecified,0"))
    #expect(lines[3].hasSuffix("SY,G1,,unspecified,0"))
    #expect(lines[4].hasSuffix(",,,unplaced,"))
  }

  @Test("A header that tells nothing, or has a name that is to be appended, is refused with a hint")
  func refusals() throws {
    #expect(throws: ReadError.noPlaceColumns(file: "points.csv", header: ["a", "b"])) {
      try locateTable("a,b\n1,2\n")
    }
    #expect(
      throws: LocateError.nameTaken(file: "points.csv", name: "nuzuh_status", line: 1)
    ) { try locateTable("lon,lat,Nuzuh_Status\n1,2,3\n") }
    var settings = LocateSettings()
    settings.request.names = PlaceColumnNames(longitude: "easting")
    #expect(
      throws: ReadError.missingPlaceColumn(
        file: "points.csv", option: "--longitude", name: "easting", header: ["lon", "lat"])
    ) { try locateTable("lon,lat\n1,2\n", settings) }
    #expect(throws: ReadError.empty(file: "points.csv")) { try locateTable("") }
  }
}
