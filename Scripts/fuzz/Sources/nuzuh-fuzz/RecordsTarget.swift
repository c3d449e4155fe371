import Foundation

/// Rows under a header that a profile knows.
struct RecordsTarget {
  private let scratch = Scratch("input.csv")
  private let headers: [[UInt8]]

  /// - Parameter samples: the folder of the readers' samples, a file a profile.
  init(samples: String) {
    let names = try? FileManager.default.contentsOfDirectory(atPath: samples).sorted()
    headers = (names ?? []).filter { $0.hasSuffix(".csv") }.compactMap { name in
      let bytes = FileManager.default.contents(atPath: "\(samples)/\(name)").map(Array.init)
      return bytes?.split(separator: UInt8(ascii: "\n")).first.map { $0 + [UInt8(ascii: "\n")] }
    }
    precondition(!headers.isEmpty, "no samples in \(samples)")
  }

  func read(_ bytes: [UInt8]) {
    guard let choice = bytes.first else { return }
    scratch.write(headers[Int(choice) % headers.count] + bytes.dropFirst())
    FilesTarget.read(scratch.path)
  }
}
