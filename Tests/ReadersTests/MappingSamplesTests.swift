import Foundation
import Readers
import Records
import Regions
import Testing

/// The two examples of the documentation. Their records are written out by hand.
@Suite("A new source is read by its mapping, without code")
struct MappingSamplesTests {
  private func read(_ name: String) throws -> Reading {
    let mapping = try Mapping(path: Sample.path("Mappings/\(name).toml"))
    return try Reading(
      sample: "Mappings/\(name).csv", settings: ReadSettings(mappings: [mapping]))
  }

  @Test("An English sheet with dates month first, codes, blank words and a total")
  func english() throws {
    let reading = try read("incident-sheet")
    reading.expectBalance()
    #expect(reading.summary.profile == "incident-sheet")
    #expect(reading.records.map(\.key.id) == ["Homs/17", "Homs/18", "Hama/4", "Hama/5"])
    #expect(reading.records.allSatisfy { $0.key.source == "Field offices" })
    let days = reading.records.map(\.dates.first.description)
    #expect(days == ["2025-03-06", "2025-03-13", "2025-03-14", "2025-03-15"])
    #expect(
      try reading.incident("Homs/17")
        == Incident(
          place: Place(
            country: "SYR", point: Coordinate(longitude: 36.7137, latitude: 34.7324),
            precision: .settlement,
            designations: [
              [
                Designation(level: .governorate, name: "Homs"),
                Designation(level: .district, code: "SY0401"),
                Designation(code: "Homs", name: "Homs"),
              ]
            ]),
          kind: "airstrike", killed: Figure(Quantity(3), .atLeast),
          injured: Figure(Quantity(1204), .atLeast)))
    let unknown = try reading.incident("Homs/18")
    #expect(unknown.killed == nil)
    #expect(unknown.place.precision == .level(.district))
    #expect(try reading.incident("Hama/4").kind == "explosive remnants of war")
    #expect(try reading.incident("Hama/4").killed == Figure(Quantity(1), .about))
    #expect(try reading.incident("Hama/5").kind == "other")
    #expect(reading.findingLines == ["6 code/unknown Type of incident", "7 row/overlaps Office"])
    // Counted in the file, not among the mapping's fields.
    #expect(reading.findings.map(\.field) == [4, 1])
    #expect(reading.findings.map(\.value) == ["Kidnapping", "Total"])
    #expect(
      reading.findings.first?.message
        == "“Kidnapping” is none of the mapping's codes Air strike, UXO / ERW, Shelling; "
        + "add it to them")
  }

  @Test("An Arabic table with Arabic digits, dates day first and two figures a row")
  func arabic() throws {
    let reading = try read("displacement-arabic")
    reading.expectBalance()
    let destination = Place(
      country: "SYR", point: Coordinate(longitude: 36.7466, latitude: 34.729),
      designations: [
        [
          Designation(level: .governorate, name: "حمص"),
          Designation(level: .neighborhood, name: "الزهراء"),
        ]
      ])
    let origin = Place(
      country: "SYR", designations: [[Designation(level: .governorate, name: "اللاذقية")]])
    #expect(
      reading.movements.map(\.movement).prefix(2) == [
        Movement(
          kind: .displacement, origin: origin, destination: destination,
          figure: Figure(Quantity(1250), .exact)),
        Movement(
          kind: .return, origin: origin, destination: destination,
          figure: Figure(Quantity(30), .exact), unit: .households,
          householdSize: Quantity(5)),
      ])
    #expect(
      reading.movements.map(\.movement.figure.best) == [1250, 30, 450, 12].map(Quantity.init))
    let days = reading.records.map(\.dates.first.description)
    #expect(days == ["2025-03-06", "2025-03-06", "2025-03-13", "2025-03-14"])
    #expect(
      reading.records.allSatisfy { $0.measure == .flow && $0.key.source == "Local committee" })
    #expect(Set(reading.records.map(\.key.id)).count == 4)
    #expect(
      reading.findingLines == ["5 figure/unreadable عدد النازحين", "6 row/overlaps المحافظة"])
  }

  @Test("Reading the same table twice, or with its columns in another order, gives the same ids")
  func contentIdentity() throws {
    let mapping = try Mapping(path: Sample.path("Mappings/displacement-arabic.toml"))
    let settings = ReadSettings(mappings: [mapping])
    let text = try String(
      contentsOfFile: Sample.path("Mappings/displacement-arabic.csv"), encoding: .utf8)
    let turned = text.split(separator: "\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).reversed().joined(separator: ";")
    }.joined(separator: "\n")
    let first = try Reading(text, settings: settings)
    let second = try Reading(turned, settings: settings)
    #expect(first.records.map(\.key) == second.records.map(\.key))
    let twice = try Reading(text + text.split(separator: "\n")[1], settings: settings)
    #expect(twice.records.last?.key.id.contains("#2/returned") == true)
  }
}
