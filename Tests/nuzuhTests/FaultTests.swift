import Foundation
import Testing

@Suite("Faults")
struct FaultTests {
  /// Sanitizers do not work under strace, and slow each of the many runs down.
  private static let isSanitized = ProcessInfo.processInfo.environment["NUZUH_SANITIZER"] != nil

  @Test(
    "Killed, failing, full, torn and old: each fault of the short form is survived",
    .disabled(if: isSanitized))
  func short() throws {
    let output = FileManager.default.temporaryDirectory.appending(path: "faults-\(UUID()).txt")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    let process = Process()
    process.executableURL = Tool.checkout.appending(path: "Scripts/faults/run")
    process.arguments = ["--short"]
    process.environment = ProcessInfo.processInfo.environment
      .merging(["NUZUH_PROGRAM": Tool.path.path()]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let told = try String(contentsOf: output, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(told)")
    let faults = told.split(separator: "\n").filter { $0.hasPrefix("ok ") }
    #expect(faults.count >= 16, "\(told)")
  }
}
