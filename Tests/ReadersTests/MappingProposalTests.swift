import Foundation
import Regions
import Testing

@testable import Readers

/// The mapping that a table suggests.
private struct Proposed {
  let proposal: MappingProposal
  let summary: InputSummary?

  init(_ text: String, name: String = "table.csv") throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "nuzuh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    proposal = try MappingProposal(path: file.path, catalog: Proposed.catalog())
    summary = try proposal.trial()
  }

  static func sample(_ name: String) throws -> Proposed {
    try Proposed(String(contentsOfFile: Sample.path("Mappings/\(name).csv"), encoding: .utf8))
  }

  /// A few places of Syria, with boxes for outlines.
  static func catalog() throws -> RegionCatalog {
    func region(
      _ id: RegionID, _ level: Level, _ names: (String, String), in parent: RegionID?
    ) -> Region {
      let (west, south, east, north) = (35.7, 32.3, 42.4, 37.3)
      return Region(
        id: id, kind: .level(level), name: names.0, nameArabic: names.1, parent: parent,
        country: "SY",
        boundary: level == .country
          ? .empty
          : Boundary(
            longitudes: [west, east, east, west, west],
            latitudes: [south, south, north, north, south], ringStarts: [0, 5],
            polygonStarts: [0, 1]),
        areaSquareKilometers: 1, labelPoint: Coordinate(longitude: 37, latitude: 35))
    }
    return try RegionCatalog(
      country: region("SY", .country, ("Syria", "سوريا"), in: nil),
      regions: [
        region("SY02", .governorate, ("Aleppo", "حلب"), in: "SY"),
        region("SY04", .governorate, ("Homs", "حمص"), in: "SY"),
        region("SY05", .governorate, ("Hama", "حماة"), in: "SY"),
        region("SY06", .governorate, ("Lattakia", "اللاذقية"), in: "SY"),
        region("SY07", .governorate, ("Idleb", "إدلب"), in: "SY"),
        region("SY0401", .district, ("Homs", "حمص"), in: "SY04"),
        region("SY0403", .district, ("Al-Qusayr", "القصير"), in: "SY04"),
        region("SY0501", .district, ("Hama", "حماة"), in: "SY05"),
        region("SY0601", .district, ("Lattakia", "اللاذقية"), in: "SY06"),
        region("SY040100", .subdistrict, ("Homs", "حمص"), in: "SY0401"),
        region("N0271", .neighborhood, ("Az-Zahraa", "الزهراء"), in: "SY040100"),
      ])
  }

  /// The line for a key, without its comment.
  func line(_ key: String) -> String? {
    proposal.text.split(separator: "\n").first { $0.hasPrefix("\(key) = ") }
      .map { $0.split(separator: "  # ")[0].description }
  }
}

@Suite("A mapping is proposed from a file's header and first rows")
struct MappingProposalTests {
  @Test("The Arabic table of the documentation is understood but for what only a person knows")
  func arabic() throws {
    let proposed = try Proposed.sample("displacement-arabic")
    for line in [
      "records = \"movements\"", "id = \"content\"", "dates = \"day-first\"", "decimal = \",\"",
      "thousands = \".\"", "date_start = \"التاريخ\"", "origin_governorate = \"محافظة المنشأ\"",
      "destination_governorate = \"المحافظة\"", "destination_neighborhood = \"الحي\"",
      "destination_latitude = \"خط العرض\"", "destination_longitude = \"خط الطول\"",
      "best = \"عدد النازحين\"", "best = \"عدد الأسر العائدة\"", "unit = \"households\"",
      "kind = \"return\"", "column = \"المحافظة\"", "is = [\"المجموع\"]",
    ] {
      #expect(proposed.proposal.text.contains("\(line)"), "\(line)\n\(proposed.proposal.text)")
    }
    #expect(proposed.summary?.read == 4)
    #expect(proposed.proposal.questions > 0)
  }

  @Test("The English sheet of the documentation")
  func english() throws {
    let proposed = try Proposed.sample("incident-sheet")
    #expect(proposed.line("records") == "records = \"incidents\"")
    #expect(proposed.line("dates") == "dates = \"month-first\"")
    #expect(proposed.line("killed") == "killed = \"Killed\"")
    #expect(proposed.line("injured") == "injured = \"Wounded\"")
    #expect(proposed.line("governorate") == "governorate = \"Governorate\"")
    #expect(proposed.line("district_code") == "district_code = \"Admin2 Pcode\"")
    #expect(proposed.line("latitude") == "latitude = \"Lat\"")
    #expect(proposed.line("blank") == "blank = [\"-\", \"ND\"]")
    #expect(proposed.proposal.text.contains("Not read: “Office”, “Remarks”"))
    #expect(proposed.proposal.text.contains("# [codes.precision]\n# \"4\" = "))
    #expect(proposed.summary?.read == 5)
  }

  @Test(
    "The order of dates is only said where a day above 12 proves it",
    arguments: [
      ("13/03/2025", "dates = \"day-first\""), ("03/13/2025", "dates = \"month-first\""),
      ("03/04/2025", "dates = \"iso\""), ("2025-03-04", nil), ("13 March 2025", nil),
    ])
  func dates(date: String, expected: String?) throws {
    let proposed = try Proposed("No,Date,Place,Killed\n1,\(date),Homs,1\n2,\(date),Hama,2\n")
    #expect(proposed.line("dates") == expected)
    #expect(proposed.summary?.read == (expected == "dates = \"iso\"" ? 0 : 2))
  }

  @Test("Places are known by what cells say, where the header does not")
  func places() throws {
    let proposed = try Proposed(
      "Ref,When,A,B,C,Deaths\nx1,2025-03-06,SY0401,Homs,36.71,1\nx2,2025-03-07,SY0501,Hama,36.75,2\n"
        + "x3,2025-03-08,SY0601,Lattakia,35.78,0\n")
    #expect(proposed.line("id") == "id = \"Ref\"")
    #expect(proposed.line("district_code") == "district_code = \"A\"")
    #expect(proposed.line("governorate") == "governorate = \"B\"")
    #expect(proposed.line("killed") == "killed = \"Deaths\"")
    #expect(proposed.summary?.read == 3)
  }

  @Test(
    "Any table gives a mapping that loads and says what is missing",
    arguments: [
      "a,b\n1,2\n", "\"quo\"\"te \\ back\",=x\nl1,2\n", "الاسم\nس\n", "x\n",
    ])
  func anyTable(text: String) throws {
    let proposed = try Proposed(text)
    #expect(proposed.proposal.text.contains("TODO"))
    if let summary = proposed.summary {
      #expect(summary.rows == summary.read + summary.rejected)
    }
  }

  @Test("A title above the header, blanks between thousands, and F4: households beside persons")
  func bulletin() throws {
    let proposed = try Proposed(
      """
      Monthly bulletin, provisional
      Ref;Reporting Month;Sub-District;IDP Individuals;IDP Households;Returnees
      A-1;2025-03;Homs;1 250;250;
      A-2;2025-04;Homs;40;8;12
      Grand Total;;;1 290;258;12

      """)
    #expect(proposed.line("separator") == "separator = \";\"")
    #expect(proposed.line("thousands") == "thousands = \" \"")
    #expect(proposed.line("month") == "month = \"Reporting Month\"")
    #expect(
      proposed.line("destination_subdistrict") == "destination_subdistrict = \"Sub-District\"")
    #expect(proposed.proposal.text.contains("best = \"Returnees\""))
    #expect(!proposed.proposal.text.contains("best = \"IDP Households\""))
    #expect(proposed.proposal.text.contains("# Not counted: “IDP Households”"))
    #expect(proposed.summary?.read == 3)
    #expect(proposed.summary?.rejected == 1)
  }

  @Test("A JSON list of objects")
  func json() throws {
    let proposed = try Proposed(
      #"[{"id": 1, "date": "2025-03-06", "governorate": "Homs", "idps": 20}]"#, name: "a.json")
    #expect(proposed.line("best") == "best = \"idps\"")
    #expect(proposed.line("destination_governorate") == "destination_governorate = \"governorate\"")
    #expect(proposed.summary?.read == 1)
  }
}
