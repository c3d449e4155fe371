import Testing

@testable import Released

@Suite("Released files are trusted only as far as their data package goes")
struct ReleasedFilesTests {
  @Test("a directory that is not there is missing, not damaged")
  func missing() {
    #expect(throws: ReleasedFilesError.missing(path: "/nowhere/datapackage.json")) {
      try ReleasedFiles("/nowhere")
    }
  }
}
