import Reports

enum SampleContext {
  static let context = ReleaseContext(
    created: "2025-03-01T06:00:00Z", toolVersion: "0.1.0", boundaryEdition: "made up 2025",
    licenses: [], attribution: "Made up.")
}
