import DelimitedText
import Testing

@Suite("A small table is read whole")
struct DelimitedTableTests {
  @Test("Columns are found by name and rows keep their lines")
  func table() throws {
    let table = try DelimitedTable(Array("id,name\nC1,\"a\nb\"\nC2,c,\n".utf8))
    #expect(table.header == ["id", "name"])
    #expect(table.column("name") == 1)
    #expect(table.column("Name") == nil)
    #expect(table.rows.map(\.fields) == [["C1", "a\nb"], ["C2", "c"]])
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test("A row that cannot be trusted stops the reading")
  func problem() {
    #expect(
      throws: DelimitedTableError(line: 3, problem: .tooFewFields(found: 1, expected: 2))
    ) {
      try DelimitedTable(Array("id,name\nC1,a\nC2\n".utf8))
    }
  }
}
