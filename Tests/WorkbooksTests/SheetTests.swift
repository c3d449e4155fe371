import Testing
import Workbooks

@Suite("Sheets are read row by row, by references or in order, in both editions of the standard")
struct SheetTests {
  @Test("Cells and rows without references follow the ones before")
  func withoutReferences() throws {
    let contents = try Contents(
      HandMade(
        rows:
          "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row r='7'><c r='AA7'><v>4</v></c>"
          + "<c><v>5</v></c></row><row><c r='$B$8'><v>6</v></c></row>"))
    #expect(contents.lines == ["1: A=1 C=3", "7: AA=4 AB=5", "8: B=6"])
    #expect(contents.error == nil)
  }

  @Test("Cells out of order are put in order")
  func order() throws {
    let contents = try Contents(
      HandMade(rows: "<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c></row>"))
    #expect(contents.lines == ["1: A=1 C=3"])
  }

  @Test("Of merged cells only the first has a value, whatever the file holds")
  func merged() throws {
    let rows = (1...4).map { row in
      "<row r='\(row)'>" + "ABC".map { "<c r='\($0)\(row)'><v>\(row)</v></c>" }.joined() + "</row>"
    }
    let contents = try Contents(
      HandMade(
        rows: rows.joined(),
        tail: "<mergeCells><mergeCell ref='A3:C3'/><mergeCell ref='A1:B2'/></mergeCells>"))
    #expect(contents.lines == ["1: A=1 C=1", "2: C=2", "3: A=3", "4: A=4 B=4 C=4"])
  }

  @Test(
    "Prefixes do not matter, nor which edition of the standard",
    arguments: [
      (
        HandMade.transitional, "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      ),
      (
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
      ),
    ])
  func namespaces(main: String, office: String) throws {
    let contents = try Contents(
      HandMade(
        sheet: "<x:worksheet xmlns:x='\(main)' xmlns:y='urn:other'><x:sheetData><x:row r='1'>"
          + "<x:c r='A1' t='s' y:t='n'><x:v>0</x:v><y:v>9</y:v></x:c><y:c r='B1'><x:v>1</x:v></y:c>"
          + "</x:row></x:sheetData></x:worksheet>",
        texts: "<z:sst xmlns:z='\(main)'><z:si><z:t>Hama</z:t></z:si></z:sst>",
        styles: "<styleSheet xmlns='\(main)'/>", main: main, office: office))
    #expect(contents.error == nil)
    #expect(contents.lines == ["1: A='Hama'"])
  }

  @Test("Long sheets come piece by piece, with every row", arguments: [1, 3000])
  func long(count: Int) throws {
    let rows = (1...count).map {
      "<row r='\($0)'><c r='A\($0)'><v>\($0)</v></c><c r='B\($0)' t='s'><v>0</v></c></row>"
    }
    let contents = try Contents(HandMade(rows: rows.joined(), texts: ["<t>a &amp; ب</t>"]))
    #expect(contents.rows.map(\.number) == Array(1...count))
    #expect(contents.rows.allSatisfy { $0.cells[0].value == .number("\($0.number)") })
    #expect(contents.rows.allSatisfy { $0.cells[1].value == .text("a & ب") })
  }

  @Test("Names of parts tell neither cases nor separators apart, as Windows programs write them")
  func partNames() throws {
    var made = HandMade(rows: "<row><c><v>1</v></c></row>")
    made.parts = made.parts.map { name, content in
      name == "xl/sharedStrings.xml" ? ("XL\\SharedStrings.xml", content) : (name, content)
    }
    #expect(try Contents(made).lines == ["1: A=1"])
  }
}
