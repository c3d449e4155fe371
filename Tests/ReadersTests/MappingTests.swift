import ConfigurationText
import Records
import Testing

@testable import Readers

/// A mapping of incidents with one change.
private func incidents(_ more: String = "", replacing old: String = "", with new: String = "")
  -> String
{
  let text = """
    [mapping]
    name = "sheet"
    records = "incidents"
    [columns]
    id = "No"
    date_start = "Date"
    region = "Place"
    killed = "Dead"
    [constants]
    source = "S"

    """ + more
  return old.isEmpty ? text : text.replacing(old, with: new)
}

/// A mapping of movements with one change.
private func movements(_ more: String = "", replacing old: String = "", with new: String = "")
  -> String
{
  let text = """
    [mapping]
    name = "moves"
    records = "movements"
    [columns]
    id = "No"
    date_start = "Date"
    destination_admin1 = "Gov"
    best = "IDPs"
    [constants]
    source = "S"
    kind = "displacement"
    measure = "flow"

    """ + more
  return old.isEmpty ? text : text.replacing(old, with: new)
}

private func mapping(_ text: String, file: String = "m.toml") throws -> Mapping {
  try Mapping(parsing: text, file: file)
}

private func problems(_ text: String) -> [String] {
  do {
    _ = try mapping(text)
    return []
  } catch let error as ConfigurationProblems {
    return error.problems
  } catch {
    return ["\(error)"]
  }
}

@Suite("A mapping is checked before anything is read")
struct MappingCheckTests {
  @Test(
    "What is wrong is said with line, column, key and remedy",
    arguments: [
      (
        incidents(replacing: "killed =", with: "kiled ="),
        "m.toml: line 8: column 1: columns.kiled: there is no key “kiled”; did you mean “killed”?"
      ),
      (incidents(replacing: "[constants]", with: "[constant]"), "did you mean “constants”?"),
      (incidents(replacing: "name = \"sheet\"", with: "name = \"My Sheet\""), "small letters"),
      (incidents(replacing: "\"sheet\"", with: "\"acled\""), "a profile of nuzuh bears this name"),
      (incidents(replacing: "\"incidents\"", with: "\"incident\""), "did you mean “incidents”?"),
      (incidents(replacing: "id = \"No\"", with: ""), "nothing tells one row from another"),
      (incidents(replacing: "source = \"S\"", with: ""), "nothing says whose data this is"),
      (incidents(replacing: "date_start = \"Date\"", with: ""), "nothing says when"),
      (incidents(replacing: "region = \"Place\"", with: ""), "nothing says where"),
      (incidents(replacing: "region = \"Place\"", with: "region = []"), "the list is empty"),
      (incidents(replacing: "region = \"Place\"", with: "region = true\nx.y = 1"), "columns.x"),
      (
        incidents(replacing: "records", with: "id = \"content\"\nrecords"),
        "columns.id names the id already"
      ),
      (
        incidents("[codes.precision]\n1 = \"distrct\""),
        "line 12: column 5: codes.precision.1: “distrct” is no precision"
      ),
      (incidents("[codes.kind]\nA = \"a\""), "no column holds these codes"),
      (incidents("precision = \"5 miles\""), "constants.precision: “5 miles” is no precision"),
      (incidents("published = \"soon\""), "is no day"),
      (incidents("[reading]\ndates = \"dmy\""), "there are iso, day-first, month-first"),
      (incidents("[reading]\ndecimal = \",\"\nthousands = \",\""), "are the same sign"),
      (incidents("[reading]\nseparator = \":\""), "reading.separator: “:” is not known here"),
      (incidents("[[ignore]]\ncolumn = \"A\"\nis = 1"), "ignore[1]: “reason” is missing"),
      (incidents("[[ignore]]\ncolumn = \"A\"\nreason = \"r\""), "either is or is_not"),
      (incidents("[[figures]]\nname = \"a\""), "killed, injured and detained already"),
      (movements(replacing: "measure = \"flow\"", with: ""), "as they move or as they are present"),
      (movements(replacing: "kind = \"displacement\"", with: ""), "people fled or returned"),
      (movements(replacing: "best = \"IDPs\"", with: ""), "nothing holds the number"),
      (movements(replacing: "displacement", with: "fled"), "constants.kind: “fled” is not known"),
      (movements("unit = \"families\""), "there are persons, households"),
      (movements("household_size = \"five\""), "is no number from 0 on"),
      (
        movements("[[figures]]\nname = \"a\"\n[[figures]]\nname = \"a\""),
        "two figures are called a"
      ),
      (movements("[[figures]]\nbest = \"x\""), "figures[1]: “name” is missing"),
    ])
  func refusals(text: String, expected: String) {
    #expect(problems(text).contains { $0.contains(expected) }, "\(problems(text))")
  }

  @Test("All problems are said at once")
  func together() {
    let text = incidents("kindd = 1\n[reading]\ndates = 5", replacing: "killed =", with: "kiled =")
    #expect(problems(text).count == 3)
  }

  @Test("Sound mappings have no problems")
  func sound() {
    #expect(problems(incidents()) == [])
    #expect(problems(movements()) == [])
  }

  @Test("The same mapping can be written in YAML")
  func yaml() throws {
    let text = """
      mapping: {name: sheet, records: incidents}
      columns:
        id: No
        date_start: Date
        region: Place
        killed: Dead
      constants:
        source: S
      """
    #expect(try mapping(text, file: "m.yaml") == mapping(incidents()))
  }
}

@Suite("A mapping's rows become records")
struct MappedRowTests {
  private func read(_ text: String, _ rows: String) throws -> Reading {
    try Reading(rows, settings: ReadSettings(mappings: [mapping(text)]))
  }

  @Test("Only what other rows do not count is counted")
  func ignored() throws {
    let text = incidents("[[ignore]]\ncolumn = \"Level\"\nis_not = [\"١\", \"\"]\nreason = \"r\"")
    let reading = try read(
      text,
      "No,Date,Place,Dead,Level\n1,2025-03-06,Homs,1,1\n2,2025-03-06,Homs,1,2\n"
        + "3,2025-03-06,Homs,1,\n")
    #expect(reading.records.map(\.key.id) == ["1", "3"])
    #expect(reading.findingLines == ["3 row/overlaps Level"])
    reading.expectBalance()
  }

  @Test("T2: a date that is only a week's, a month's or a year's")
  func dates() throws {
    let text =
      incidents(
        replacing: "date_start = \"Date\"",
        with: "date_start = \"Date\"\ndate_precision = \"P\"\nmonth = \"M\"\nyear = \"Y\"")
      + "[codes.date_precision]\n1 = \"day\"\n2 = \"week\"\n3 = \"month\"\n4 = \"year\"\n"
    let reading = try read(
      text,
      "No,Date,P,M,Y,Place,Dead\n1,2025-03-06,1,,,Homs,1\n2,2025-03-06,2,,,Homs,1\n"
        + "3,2025-03-06,3,,,Homs,1\n4,2025-03-06,4,,,Homs,1\n5,,,March 2025,,Homs,1\n"
        + "6,,,,٢٠٢٥,Homs,1\n7,,,,,Homs,1\n8,2025-03-06,9,,,Homs,1\n9,,,,x,Homs,1\n")
    #expect(
      try reading.records.map(\.dates) == [
        span("2025-03-06", "2025-03-06"), span("2025-03-03", "2025-03-09"),
        span("2025-03-01", "2025-03-31"), span("2025-01-01", "2025-12-31"),
        span("2025-03-01", "2025-03-31"), span("2025-01-01", "2025-12-31"),
      ])
    #expect(
      reading.findingLines == ["8 date/missing Date", "9 code/unknown P", "10 date/unreadable Y"])
  }

  @Test(
    "Numbers are read by their declared signs",
    arguments: [
      (",", ".", "1.250", "1250"), (",", ".", "1.250,5", "1250.5"), (",", ".", "1.25", nil),
      (",", ".", "about 1.250", "1250"), (",", " ", "12 500", "12500"),
      (",", " ", "12\u{202F}500,5", "12500.5"), (",", "'", "1'250", "1250"),
      (",", ".", "١٬٢٥٠٫٥", "1250.5"), (".", ",", "1,250.5", "1250.5"), (".", ",", "1,25", nil),
      (".", " ", "1 250.5", "1250.5"), (",", ".", "1,5,5", nil), (",", ".", "12.3456", nil),
      (",", ".", "30", "30"),
    ])
  func numbers(decimal sign: String, thousands: String, text: String, expected: String?) throws {
    let reading = try read(
      movements("[reading]\ndecimal = \"\(sign)\"\nthousands = \"\(thousands)\""),
      "No,Date,Gov,IDPs\n1,2025-03-06,Homs,\"\(text)\"\n")
    #expect(try reading.movements.first?.movement.figure.best == expected.map(decimal))
    #expect(reading.findingLines == (expected == nil ? ["2 figure/unreadable IDPs"] : []))
  }

  @Test("Codes of places correct some spellings and leave the others")
  func placeCodes() throws {
    let reading = try read(
      movements("[codes.destination_admin1]\n\"Rif Dmshq\" = \"SY03\"\n"),
      "No,Date,Gov,IDPs\n1,2025-03-06,rif  dmshq,5\n2,2025-03-06,Homs,5\n")
    let names = reading.movements.map { $0.movement.destination?.designations.first?.first?.name }
    #expect(names == ["SY03", "Homs"])
  }

  @Test("A star stands for all other codes")
  func otherwise() throws {
    let reading = try read(
      incidents(
        "[codes.kind]\nA = \"airstrike\"\n\"*\" = \"other\"\n", replacing: "killed =",
        with: "kind = \"K\"\nkilled ="),
      "No,Date,Place,K,Dead\n1,2025-03-06,Homs,a,1\n2,2025-03-06,Homs,zz,1\n")
    #expect(try reading.incident("1").kind == "airstrike")
    #expect(try reading.incident("2").kind == "other")
  }

  @Test("A figure that cannot be read leaves the row's other figures")
  func parts() throws {
    let text =
      movements(replacing: "best = \"IDPs\"", with: "")
      + "[[figures]]\nname = \"i\"\nbest = \"I\"\n"
      + "[[figures]]\nname = \"r\"\nbest = \"R\"\nkind = \"return\"\n"
    let reading = try read(
      text, "No,Date,Gov,I,R\n1,2025-03-06,Homs,x,7\n2,2025-03-06,Homs,,\n3,,Homs,1,2\n")
    #expect(reading.records.map(\.key.id) == ["1/r"])
    #expect(try reading.movement("1/r").kind == .return)
    #expect(
      reading.findingLines == ["2 figure/unreadable I", "3 row/no-figure -", "4 date/missing Date"])
    #expect(reading.summary.rows == reading.summary.read + reading.summary.rejected)
  }
}

@Suite("A mapping reads the files whose columns fit it")
struct MappingChoiceTests {
  private let sheet = "No,Date,Place,Dead\n1,2025-03-06,Homs,1\n"

  private func settings(_ profile: String? = nil) throws -> ReadSettings {
    try ReadSettings(profile: profile, mappings: [mapping(incidents()), mapping(movements())])
  }

  @Test("Of several mappings the one whose columns are there; others by their profiles")
  func fitting() throws {
    #expect(try Reading(sheet, settings: settings()).summary.profile == "sheet")
    let tracker = "id,source,date_start,kind,region\n1,S,2025-03-06,x,Homs\n"
    #expect(try Reading(tracker, settings: settings()).summary.profile == "tracker-incidents")
  }

  @Test("A mapping can be asked for by its name, and says what the file lacks")
  func named() throws {
    #expect(try Reading(sheet, settings: settings("sheet")).summary.profile == "sheet")
    #expect(
      throws: ReadError.missingColumns(
        file: "input.csv", header: ["No", "Date", "Place", "Dead"],
        gap: ReadError.Gap(profile: "moves", lacking: ["idps", "gov"]))
    ) { try Reading(sheet, settings: settings("moves")) }
    #expect(throws: ReadError.self) { try Reading(sheet, settings: settings("other")) }
  }

  @Test("A declared separator finds the columns")
  func separator() throws {
    let text = incidents("[reading]\nseparator = \"|\"")
    let rows = "No|Date|Place|Dead\n1|2025-03-06|Homs, old city; Idlib, x; y; z|1\n"
    let reading = try Reading(rows, settings: ReadSettings(mappings: [mapping(text)]))
    #expect(reading.records.count == 1)
  }

  @Test("A mapping reads JSON as it reads a table")
  func json() throws {
    let rows = #"[{"No": 7, "Date": "2025-03-06", "Place": "Homs", "Dead": 2}]"#
    let reading = try Reading(rows, settings: settings(), name: "rows.json")
    #expect(try reading.incident("7").killed?.best == Quantity(2))
  }
}
