import Foundation

/// Words for people go to standard error, data to standard output.
enum Console {
  static func say(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }

  static func print(_ bytes: some Sequence<UInt8>) {
    FileHandle.standardOutput.write(Data(bytes))
  }

  static func print(_ line: String) {
    print("\(line)\n".utf8)
  }

  /// Whether a person watches standard error.
  static let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
}

/// One line on a terminal that shows how far a long run is; silent elsewhere.
struct Progress {
  private var rows = 0
  private var shown = 0

  init() {}

  mutating func advance(by count: Int, file: String) {
    rows += count
    guard Console.isTerminal, rows - shown >= 50_000 else { return }
    shown = rows
    FileHandle.standardError.write(Data("\r\(file): \(rows) rows".utf8))
  }

  func end() {
    guard Console.isTerminal, shown > 0 else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
