import Readers
import Records

/// Whole files: each row is read or rejected, and each rejected row has a finding.
struct FilesTarget {
  private let scratch = Scratch("input")

  func read(_ bytes: [UInt8]) {
    scratch.write(bytes)
    FilesTarget.read(scratch.path)
  }

  static func read(_ path: String) {
    do {
      let file = try InputFile(path: path)
      var records = 0
      var findings = 0
      let summary = try file.read { batch in
        records += batch.records.count
        findings += batch.findings.count
      }
      precondition(summary.read == records, "records and accounts differ")
      precondition(summary.rows == summary.read + summary.rejected)
      precondition(summary.rejected >= 0 && findings >= summary.rejected, "a row is lost silently")
    } catch {
      precondition(error is ReadError, "an error of another module: \(error)")
    }
  }
}
