import Readers
import Records
import Testing

@Suite("The same rows are read from every layout that publishers use")
struct LayoutTests {
  static let objects = [
    #"{"id":"a","source":"S","date_start":"2025-03-06","kind":"raid","region":"SY05","killed":2}"#,
    #"{"id":"b","source":"S","date_start":"2025-03-07","kind":"raid","region":"SY06","killed":null}"#,
  ]

  static let layouts: [(name: String, text: String, lines: [Int])] = {
    let (first, second) = (objects[0], objects[1])
    return [
      ("x.ndjson", "\(first)\n\(second)", [1, 2]),
      ("x.json", "\(first)\n\(second)\n", [1, 2]),
      ("x.json", "[\n\(first),\n\(second)\n]", [2, 3]),
      ("x.json", "{\"status\":200,\"data\":[\n\(first),\n\(second)]}", [2, 3]),
      ("x.json", "{\"result\":[\(first),\(second)],\"more\":{\"n\":[1]}}", [1, 1]),
    ]
  }()

  @Test("Lines of JSON, an array, and an array in an envelope", arguments: layouts)
  func json(name: String, text: String, lines: [Int]) throws {
    let reading = try Reading(text, name: name)
    reading.expectBalance()
    #expect(reading.findings.isEmpty && reading.records.map(\.line) == lines)
    #expect(reading.records.map(\.key.id) == ["a", "b"])
    #expect(try reading.incident("a").killed?.best == Quantity(2))
    #expect(try reading.incident("b").killed == nil)
  }

  @Test("What is no object in an array is a rejected row, and the next one is read")
  func notAnObject() throws {
    let text = "[\(Self.objects[0]),\n7,\n\(Self.objects[1])]"
    let reading = try Reading(text, name: "x.json")
    #expect(reading.findingLines == ["2 row/unreadable -"])
    #expect(reading.records.map(\.key.id) == ["a", "b"])
    reading.expectBalance()
  }

  @Test("A column that only a later object has is read")
  func lateColumn() throws {
    let plain = Self.objects[0].replacing(",\"killed\":2", with: "")
    let many = (1...1200).map { plain.replacing("\"a\"", with: "\"n\($0)\"") }
    let text = (many + [Self.objects[0]]).joined(separator: "\n")
    let reading = try Reading(text, name: "x.ndjson")
    #expect(try reading.incident("a").killed?.best == Quantity(2))
  }

  static let table = "id,source,date_start,kind,region\n1,S,2025-03-06,raid,Hama\n"

  @Test(
    "The header may stand below a title, which is told",
    arguments: [
      ("Incidents in Hama, March 2025\n\n", 3), ("Title,\nby,us,all,of,us,here\n", 3),
    ])
  func title(above: String, line: Int) throws {
    let reading = try Reading(above + Self.table)
    #expect(reading.findings.map(\.rule) == [.rowsAboveHeader])
    #expect(reading.records.map(\.line) == [line + 1])
    #expect(reading.summary.rows == 1 && reading.summary.read == 1)
  }

  @Test("A title with commas does not hide that the table has semicolons")
  func misleadingTitle() throws {
    let text = "One, two, three, four\n" + Self.table.replacing(",", with: ";")
    #expect(try Reading(text).records.map(\.key.id) == ["1"])
  }

  @Test("A separator that is declared is taken")
  func declaredSeparator() throws {
    let text = Self.table.replacing(",", with: "|")
    let bar = UInt8(ascii: "|")
    #expect(try Reading(text, settings: ReadSettings(separator: bar)).records.count == 1)
    #expect(throws: ReadError.self) {
      try Reading(Self.table, settings: ReadSettings(separator: bar))
    }
  }
}
