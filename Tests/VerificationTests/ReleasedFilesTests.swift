import Testing

@testable import Verification

@Suite("Released files are trusted only as far as their data package goes")
struct ReleasedFilesTests {
  @Test("a directory that is not there is missing, not damaged")
  func missing() {
    #expect(throws: VerificationError.missing(path: "/nowhere/datapackage.json")) {
      try ReleasedFiles("/nowhere")
    }
  }
}
