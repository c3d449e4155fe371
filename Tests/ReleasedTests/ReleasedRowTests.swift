import Testing

@testable import Released

@Suite("The table of a release is read as far as a release may write it")
struct ReleasedRowTests {
  private static let header =
    "level,place_status,region_id,region_name,parent_id,period_start,period_end,time_status,"
    + "indicator,category,low,best,high,unit,records,status\n"

  private func rows(_ lines: String) throws(ReleasedFilesError) -> [ReleasedRow] {
    try ReleasedRow.rows(of: Array((Self.header + lines).utf8))
  }

  private let start = "governorate,region,XX01,Alpha,XX,2025-01-01,2025-01-31,period,killed,,"

  @Test("fields are found by the names of their columns") func fields() throws {
    let row = try #require(try rows(start + "1,2,3,persons,,reported\n").first)
    #expect([row["region_id"], row["low"], row["best"], row["high"]] == ["XX01", "1", "2", "3"])
    #expect(row.line == 2)
  }

  @Test(
    "a withheld figure of which something is told is damage",
    arguments: ["1,,,persons,,", ",2,,persons,,", ",,3,persons,,", ",,,persons,4,"])
  func told(numbers: String) {
    #expect(throws: ReleasedFilesError.self) { try rows(start + numbers + "withheld\n") }
  }

  @Test("a withheld figure of which nothing is told is a figure") func withheld() throws {
    #expect(try rows(start + ",,,persons,,withheld\n").count == 1)
  }

  @Test("other columns are not read") func columns() {
    #expect(throws: ReleasedFilesError.self) {
      try ReleasedRow.rows(of: Array("level,name\ngovernorate,a\n".utf8))
    }
  }
}
