import Readers
import Records
import Testing

@Suite("UNHCR's tables: stocks at the year's end, returns of the year, each figure a record")
struct UNHCRPopulationTests {
  @Test("F4: figures that HDX HAPI passes on have the same subject, so that they never add up")
  func sharedSubject() throws {
    let own = try Reading(sample: "unhcr-population.csv").records.compactMap(\.subject)
    let passedOn = try Reading(sample: "hapi-refugees.csv").records.compactMap(\.subject)
    #expect(Set(own).contains("REF of SYR in LBN (UNHCR)"))
    #expect(Set(passedOn).contains("REF of SYR in LBN (UNHCR)"))
  }

  let reading: Reading

  init() throws { reading = try Reading(sample: "unhcr-population.csv") }

  @Test("A1: each figure of a row is read or left out with a finding")
  func accounts() {
    #expect(reading.summary.profile == "unhcr")
    #expect(reading.summary.read == reading.records.count)
    #expect(
      reading.findingLines
        == [
          "3 figure/unreadable asylum_seekers", "10 row/overlaps coo_name",
          "11 figure/negative refugees", "12 code/unknown idps",
          "13 row/repeated-header -", "14 date/unreadable year", "0 row/no-indicator stateless",
          "0 row/no-indicator ooc", "0 figure/withheld-by-source -",
        ])
    // The cells of lines 3, 11 and 12, and the rows of lines 10, 13 and 14.
    #expect(reading.summary.rejected == 6)
    #expect(reading.summary.rows == reading.summary.read + 6)
  }

  @Test(
    "Refugees live in the country of asylum, whatever its code: LEB is Lebanon, ARE is Egypt",
    arguments: [
      ("2023/SYR/LBN/refugees", "SYR", "LBN", 784_884),
      ("2023/SYR/EGY/refugees", "SYR", "EGY", 148_938),
      ("2023/SYR/DEU/refugees", "SYR", "DEU", 705_840),
      ("2023/IRQ/SYR/refugees", "IRQ", "SYR", 11_946),
      ("2023/AFG/IRN/refugees", "AFG", "IRN", 3_752_317),
    ])
  func refugees(id: String, origin: String, asylum: String, people: Int) throws {
    let record = try reading.record(id)
    let movement = try reading.movement(id)
    #expect(record.measure == .stock)
    #expect(try record.dates == span("2023-01-01", "2023-12-31"))
    #expect((movement.kind, movement.status) == (.displacement, .unstated))
    #expect(movement.origin?.country == origin && movement.destination?.country == asylum)
    #expect(movement.figure == .exactly(people))
  }

  @Test("F5: * hides 1 to 4 and has no best number; nought is nought; - and blank say nothing")
  func withheld() throws {
    let hidden = try reading.movement("2023/IRQ/SYR/asylum_seekers")
    #expect(hidden.status == .asylumSeeker)
    #expect(hidden.figure == Figure(low: Quantity(1), best: nil, high: Quantity(4)))
    #expect(try reading.movement("2023/SYR/DEU/returned_refugees").figure == .exactly(0))
    #expect(!reading.records.contains { $0.key.id.hasPrefix("2023/SYR/EGY/asylum") })
    #expect(!reading.records.contains { $0.key.id.hasPrefix("2023/SYR/EGY/returned") })
  }

  @Test("F7: the displaced are a stock of the country; who returned did so during the year")
  func insideAndBack() throws {
    let displaced = try reading.record("2023/SYR/SYR/idps")
    #expect(displaced.measure == .stock)
    #expect(try reading.movement("2023/SYR/SYR/idps").destination?.country == "SYR")
    let back = try reading.record("2023/SYR/LBN/returned_refugees")
    let movement = try reading.movement("2023/SYR/LBN/returned_refugees")
    #expect((back.measure, movement.kind) == (.flow, .return))
    #expect(movement.origin?.country == "LBN" && movement.destination?.country == "SYR")
    let home = try reading.movement("2023/SYR/SYR/returned_idps")
    #expect(home.origin == home.destination && home.figure == .exactly(212_000))
  }

  @Test("A nought that could be nothing else is no record: refugees in their own country")
  func structuralNoughts() {
    #expect(!reading.records.contains { $0.key.id == "2023/SYR/SYR/refugees" })
    #expect(!reading.records.contains { $0.key.id == "2023/SYR/LBN/idps" })
  }

  @Test("People of unknown origin come from abroad")
  func unknownOrigin() throws {
    let origin = try reading.movement("2023/UNK/SYR/refugees").origin
    #expect(origin?.designations.first?.first?.name == "abroad")
  }

  @Test("F4: a sum over countries counts only where its parts are not in the file")
  func sums() throws {
    #expect(try reading.movement("2022/-/LBN/refugees").figure == .exactly(818_854))
    #expect(!reading.records.contains { $0.key.id.hasPrefix("2023/SYR/-") })
  }

  @Test("JSON under items, with numbers as texts, gives the same record")
  func json() throws {
    let json = try Reading(
      """
      {"page":1,"maxPages":1,"items":[{"year":2023,"coo_id":185,"coa_id":114,\
      "coo_name":"Syrian Arab Rep.","coo":"SYR","coo_iso":"SYR","coa_name":"Lebanon","coa":"LEB",\
      "coa_iso":"LBN","refugees":784884,"asylum_seekers":"120","returned_refugees":8500,\
      "idps":"0","returned_idps":"0","stateless":"0","ooc":"0","oip":"0","hst":"0"}]}
      """, name: "population.json")
    #expect(json.summary.profile == "unhcr")
    var records = json.records
    for index in records.indices { records[index].line = 2 }
    #expect(records == reading.records.filter { $0.line == 2 } && records.count == 3)
  }

  @Test("The downloads before 2019 have a row a figure, a title, and names for countries")
  func longLayout() throws {
    let long = try Reading(
      """
      "Extracted from the UNHCR Population Statistics Reference Database"
      "Date extracted: 2018-06-17"

      Year,Country / territory of asylum/residence,Origin,Population type,Value
      2016,Lebanon,Syrian Arab Rep.,Refugees (incl. refugee-like situations),1005503
      2016,Iran (Islamic Rep. of),Various/Unknown,Asylum-seekers,*
      2016,Syrian Arab Rep.,Syrian Arab Rep.,Internally displaced persons,6325978
      2016,Syrian Arab Rep.,Syrian Arab Rep.,Stateless persons,160000
      2016,Lebanon,Syrian Arab Rep.,Pilgrims,3
      """)
    long.expectBalance()
    #expect(
      long.records.map(\.key.id) == [
        "2016/SYR/LBN/refugees", "2016/VARIOUS/UNKNOWN/IRN/asylum_seekers", "2016/SYR/SYR/idps",
      ])
    #expect(
      long.findings.map(\.rule) == [
        .rowsAboveHeader, .noIndicator, .badCode, .noIndicator, .withheldBySource,
      ])
  }
}
