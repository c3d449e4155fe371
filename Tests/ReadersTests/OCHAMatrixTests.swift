import Readers
import Records
import Regions
import Testing

@Suite("OCHA's matrices give one movement for each figure, and their totals are compared")
struct OCHAMatrixTests {
  private func lines(_ reading: Reading) -> [String] {
    reading.movements.map { _, movement in
      let ends = [movement.origin, movement.destination].map {
        $0?.designations.first?.last?.name ?? "-"
      }
      return "\(movement.kind) \(ends[0]) > \(ends[1]) \(movement.figure.best?.exactText ?? "-")"
    }
  }

  @Test("A1, F3: rows as origins; fractions exact, zero a figure, blanks none; month in the title")
  func rowsAsOrigins() throws {
    let reading = try Reading(sample: "ocha-matrix-2022.xlsx")
    #expect(
      lines(reading) == [
        "displacement Aleppo > Aleppo 10.5", "displacement Aleppo > Hama 0",
        "displacement Hama > Aleppo 3.333333333333333", "displacement Hama > Hama 20",
      ])
    #expect(try reading.records.allSatisfy { try $0.dates == span("2022-01-01", "2022-01-31") })
    #expect((reading.summary.rows, reading.summary.read) == (6, 4))
    #expect(reading.summary.rejected == 2)
    #expect(
      reading.findingLines == [
        "1 file/rows-above-header -", "5 row/no-figure -", "6 row/total Governorate of origin",
      ])
  }

  @Test("Falsified totals of a row, a column and the whole are named with both numbers")
  func falsified() throws {
    let reading = try Reading(sample: "ocha-matrix-2017.xlsx")
    #expect(
      lines(reading) == [
        "return SY02 > SY02 7", "return SY05 > SY02 1.25", "return SY05 > SY05 2.5",
      ])
    #expect(try reading.records.allSatisfy { try $0.dates == span("2017-05-01", "2017-05-31") })
    let mismatches = reading.findings.filter { $0.rule == .totalMismatch }
    #expect(
      mismatches.map { "\($0.line) \($0.column ?? "-")" } == ["2 Total", "4 SY05", "4 Total"])
    for (finding, numbers) in zip(
      mismatches, [["9.25", "8.25"], ["4.75", "3.75"], ["12", "10.75"]])
    {
      #expect(numbers.allSatisfy { finding.message.contains($0) }, "\(finding.message)")
    }
  }

  @Test(
    "The header says which end the rows are",
    arguments: [
      ("Origin / Destination", true), ("From\\To", true), ("Governorate of Origin", true),
      ("origin mohafaza", true), ("Destination/Origin", false), ("To \\ From", false),
      ("Governorate_of_Destination", false),
    ])
  func orientation(corner: String, rowsAreOrigins: Bool) throws {
    let csv = "IDPs Jan-2020\n\(corner),Aleppo,Hama,Total\nHoms,1,2,3\n"
    let first = try #require(lines(try Reading(csv)).first)
    #expect(first == "displacement " + (rowsAreOrigins ? "Homs > Aleppo 1" : "Aleppo > Homs 1"))
  }

  @Test("The level is the one the header speaks of")
  func level() throws {
    let csv = "2020-01\nDistrict of origin,Aleppo,Hama\nHoms,1,2\n"
    let movement = try #require(try Reading(csv).movements.first).movement
    #expect(movement.origin?.designations.first?.first?.level == .district)
    #expect(movement.destination?.designations.first?.first?.level == .district)
  }

  @Test("T4: without a month, or with two, rows are rejected and say where to write it")
  func noMonth() throws {
    for title in ["Movements", "January 2020 and February 2020"] {
      let reading = try Reading("\(title)\nOrigin,Aleppo,Hama\nHoms,1,2\n")
      #expect(reading.records.isEmpty)
      #expect(reading.findings.map(\.rule) == [.rowsAboveHeader, .missingDate])
      #expect((reading.summary.rows, reading.summary.rejected) == (1, 1))
    }
  }

  @Test("A figure that is none is left out alone, with a finding")
  func badFigure() throws {
    let reading = try Reading("2020-01\nOrigin,Aleppo,Hama\nHoms,some,2\nHama,-1,4\n")
    #expect(lines(reading) == ["displacement Homs > Hama 2", "displacement Hama > Hama 4"])
    #expect((reading.summary.rows, reading.summary.rejected) == (4, 2))
    #expect(
      reading.findingLines.dropFirst() == [
        "3 figure/unreadable Aleppo", "4 figure/negative Aleppo",
      ])
  }

  @Test("A2: a pair that occurs twice keeps a key of its own each time")
  func keys() throws {
    let reading = try Reading("2020-01\nOrigin,Aleppo,Hama\nHoms,1,2\nHoms,1,2\n")
    #expect(Set(reading.records.map(\.key)).count == 4)
  }

  @Test("Tables that only look alike are not taken for a matrix")
  func others() {
    for header in ["Origin,Aleppo,Notes", "Place,Aleppo,Hama", "Origin,Destination,Figure"] {
      #expect(throws: ReadError.self) { try Reading("2020-01\n\(header)\nHoms,1,2\n") }
    }
  }
}
