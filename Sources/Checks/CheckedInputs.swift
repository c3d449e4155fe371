import Readers
import Records

/// The files of a check: those that can be read, each content once, and what is to be said of the
/// others.
struct CheckedInputs {
  struct Input {
    /// The path as it was given, or the name of standard input.
    let label: String
    let file: InputFile

    /// Findings carry the name of the file without folders; in a check, its path.
    func labelled(_ finding: Finding) -> Finding {
      var finding = finding
      finding.file = label
      return finding
    }
  }

  /// Ordered by name and content.
  private(set) var readable: [Input] = []
  private(set) var unread: [CheckReport.File] = []
  private(set) var findings: [Finding] = []

  init(_ paths: [String], _ settings: ReadSettings) throws {
    var opened: [String: InputFile] = [:]
    for path in Set(paths).sorted() {
      do {
        opened[path] = try InputFile(path: path, settings: settings)
      } catch {
        guard !error.isAboutTheCommand else { throw error }
        findings.append(error.finding(in: path))
        unread.append(CheckedInputs.unread(path))
      }
    }
    try keepDistinct(opened)
  }

  private mutating func keepDistinct(_ opened: [String: InputFile]) throws(ReadError) {
    // Sorted, so that of equal contents the first path stays, however they were given.
    let ordered = opened.sorted { $0.key < $1.key }
    var left = ordered.map { Input(label: $0.value.label(for: $0.key), file: $0.value) }
    for file in try InputFile.distinct(ordered.map(\.value)) {
      guard let position = left.firstIndex(where: { $0.file.path == file.path }) else { continue }
      readable.append(left.remove(at: position))
    }
    for input in left {
      findings.append(
        Finding(
          .repeatedFile, file: input.label, line: 0,
          message: "its content was given already and is read once"))
      unread.append(CheckedInputs.unread(input.label))
    }
  }

  private static func unread(_ path: String) -> CheckReport.File {
    CheckReport.File(path: path, sha256: nil, profile: nil, rows: 0, rejected: 0, replaced: 0)
  }
}

extension InputFile {
  /// The path as given; for standard input, whose bytes lie elsewhere, its name.
  fileprivate func label(for path: String) -> String { path == "-" ? name : path }
}
