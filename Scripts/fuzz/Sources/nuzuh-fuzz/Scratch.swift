import Foundation

/// A file that is written again for each input; in memory where the system has such a folder.
struct Scratch {
  let path: String

  init(_ name: String) {
    let shared = "/dev/shm"
    let base =
      FileManager.default.isWritableFile(atPath: shared)
      ? shared : FileManager.default.temporaryDirectory.path
    let folder = "\(base)/nuzuh-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = "\(folder)/\(name)"
  }

  func write(_ bytes: [UInt8]) {
    do {
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      preconditionFailure("cannot write \(path): \(error)")
    }
  }
}
