import Readers
import Records
import Testing

@Suite("The same rows in another layout are the same records")
struct SameRecordsTests {
  private static let table = """
    id,source,date_start,kind,region,latitude,longitude,precision,killed,qualifier
    A,HRO,2025-03-06,shelling,SY02,36.2,37.15,exact,3,exact
    B,HRO,2025-02-30,shelling,SY02,,,,1,
    C,HRO,2025-03-07,airstrike,SY07; SY05,,,governorate,dozens,
    D,HRO,2025-03-08,shelling,Raju,36.667,36.667,settlement,"1,234",about

    """

  private static let featureTexts = [
    """
    {"type":"Feature","geometry":{"type":"Point","coordinates":[37.15,36.2]},"properties":\
    {"id":"A","source":"HRO","date_start":"2025-03-06","kind":"shelling","region":"SY02",\
    "precision":"exact","killed":3,"qualifier":"exact"}}
    """,
    """
    {"type":"Feature","geometry":null,"properties":{"killed":1,"id":"B","source":"HRO",\
    "date_start":"2025-02-30","kind":"shelling","region":"SY02","qualifier":null}}
    """,
    """
    {"type":"Feature","geometry":null,"properties":{"id":"C","source":"HRO",\
    "date_start":"2025-03-07","kind":"airstrike","region":"SY07; SY05",\
    "precision":"governorate","killed":"dozens"}}
    """,
    """
    {"properties":{"ID":"D","Source":"HRO","date_start":"2025-03-08","kind":"shelling",\
    "region":"Raju","precision":"settlement","killed":"1,234","qualifier":"about"},\
    "type":"Feature","geometry":{"type":"Point","coordinates":[36.667,36.667]}}
    """,
  ]

  private static let collection = """
    {"type":"FeatureCollection","name":"incidents","features":[
    \(featureTexts.joined(separator: ",\n"))
    ],"bbox":[35,32,43,38]}
    """

  @Test(
    "a collection, features by line and features after record separators",
    arguments: [
      ("a.geojson", collection), ("a.ndjson", featureTexts.joined(separator: "\n") + "\n"),
      ("b.ndjson", featureTexts.joined(separator: "\r\n")),
      ("a.geojsons", featureTexts.map { "\u{1E}\($0)\n" }.joined()),
    ])
  func layouts(name: String, text: String) throws {
    let table = try Reading(Self.table)
    let reading = try Reading(text, name: name)
    #expect(reading.unlinedRecords == table.unlinedRecords)
    #expect(reading.records.map(\.key.id) == ["A", "C", "D"])
    #expect(reading.findings.map(\.rule) == [.badDate])
    #expect(reading.findings.map(\.column) == ["date_start"])
    #expect(reading.summary.rows == 4 && reading.summary.rejected == 1)
  }

  private static let plain =
    "id,source,date_start,kind,region\nA,HRO,2025-03-06,shelling,SY02\n"

  @Test(
    "columns in any order and case, between others, with tabs or semicolons",
    arguments: [
      "region,kind,date_start,source,id\nSY02,shelling,2025-03-06,HRO,A\n",
      "ID,SOURCE,DATE_START,KIND,REGION\nA,HRO,2025-03-06,shelling,SY02\n",
      "note,id,Source , date start,extra,kind,Region\nx,A,HRO,2025-03-06,y,shelling,SY02\n",
      "id\tsource\tdate-start\tkind\tregion\r\nA\tHRO\t2025-03-06\tshelling\tSY02",
      "\u{FEFF}id;source;date_start;kind;region\r\nA;HRO;2025-03-06;shelling;SY02\r\n",
    ])
  func otherHeaders(text: String) throws {
    let reading = try Reading(text)
    #expect(try reading.records == Reading(Self.plain).records)
    #expect(reading.records.count == 1 && reading.findings.isEmpty)
  }

  @Test(
    "Publishers' tables and their JSON",
    arguments: ["dtm", "hapi-idps", "hapi-refugees", "hapi-conflict", "idmc-idu"])
  func publishers(name: String) throws {
    let table = try Reading(sample: "\(name).csv")
    let objects = try Reading(sample: "\(name).json")
    #expect(objects.unlinedRecords == table.unlinedRecords && !table.records.isEmpty)
    #expect(objects.findings.map(\.rule) == table.findings.map(\.rule))
    #expect((table.summary.profile, objects.summary.profile) == (name, name))
    table.expectBalance()
    objects.expectBalance()
  }

  @Test("OCHA's headers with blanks instead of underscores")
  func blanksInHeader() throws {
    let rest = """
      ,Mohafaza,Mohafaza_PCODE,Mantika,Mantika_PCODE,Nahya,Nahya_PCODE,Community,\
      Community_PCODE,Sum of IDP_Flow_Estimation
      """
    let row = "\n2025-03,IDP,Aleppo,SY02,Afrin,SY0203,Raju,SY020304,Raju,C1456,120.5\n"
    let header = "Reporting_Month,IDP_Returnees" + rest
    let spaced = try Reading(header.replacing("_", with: " ") + row)
    #expect(spaced.summary.profile == "ocha-flows")
    #expect(try spaced.records == Reading(header + row).records)
    #expect(spaced.records.count == 1)
  }

  @Test("ACLED's layout before 2022, in upper case, with dates declared day first")
  func olderACLED() throws {
    let text = """
      DATA_ID,ISO3,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,TIME_PRECISION,EVENT_TYPE,\
      SUB_EVENT_TYPE,COUNTRY,ADMIN1,LATITUDE,LONGITUDE,GEO_PRECISION,FATALITIES
      7,SYR,SYR70,70,16/05/2018,1,Battles,Armed clash,Syria,Aleppo,36.2,37.16,3,5

      """
    let reading = try Reading(text, settings: ReadSettings(dateOrder: .dayFirst))
    #expect(reading.summary.profile == "acled")
    #expect(try reading.records.map(\.dates) == [span("2018-05-16", "2018-05-16")])
    #expect(try Reading(text).findingLines == ["2 date/ambiguous-order EVENT_DATE"])
  }
}
