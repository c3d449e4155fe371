public import Foundation
import Gzip
import Readers
public import Tallies

/// Reads rows from one file handle and writes them, with where they are, to another.
public struct RowStream {
  /// How a stream ended.
  public enum Ending: Hashable, Sendable {
    case complete
    /// Nobody reads the output any more, as when a pipe goes through `head`.
    case readerLeft
  }

  /// Writing failed for another reason than a reader that left.
  public struct WriteError: Error, Hashable, CustomStringConvertible {
    public let reason: String

    public var description: String { "the output cannot be written: \(reason)" }
  }

  /// Pieces stay in the processor's second cache from reading to writing.
  static let pieceSize = 1 << 18

  private let file: String
  private let input: FileHandle
  private let output: FileHandle
  private var locator: RowLocator
  private var written: [UInt8] = []

  /// - Parameter file: name of the input for messages, without folders.
  public init(
    file: String, input: FileHandle, output: FileHandle, settings: LocateSettings, placer: Placer
  ) {
    self.file = file
    self.input = input
    self.output = output
    locator = RowLocator(file: file, settings: settings, placer: placer)
  }

  /// What became of the rows so far.
  public var summary: LocateSummary { locator.summary }

  /// Reads to the end of the input. Each piece is written before the next one is read.
  ///
  /// - Throws: `ReadError`, `LocateError` or `WriteError`.
  public mutating func run() throws -> Ending {
    var piece = try beginning()
    if GzipInflater.isGzip(piece) { return try runUnpacking(piece) }
    while !piece.isEmpty {
      guard try handOn(piece) else { return .readerLeft }
      piece = try next()
    }
    return try finish()
  }

  /// The first bytes, enough of them to tell whether they are packed.
  private func beginning() throws -> [UInt8] {
    var beginning = try next()
    while beginning.count == 1 {
      let more = try next()
      if more.isEmpty { break }
      beginning += more
    }
    return beginning
  }

  private mutating func runUnpacking(_ first: [UInt8]) throws -> Ending {
    do {
      var inflater = try GzipInflater()
      var piece = first
      while !piece.isEmpty {
        inflater.take(piece)
        var content: [UInt8] = []
        while try inflater.next(into: &content) {
          guard try handOn(content) else { return .readerLeft }
          content.removeAll(keepingCapacity: true)
        }
        piece = try next()
      }
      try inflater.finish()
      return try finish()
    } catch let error as GzipError {
      throw ReadError.unreadable(path: file, reason: "\(error)")
    }
  }

  private func next() throws -> [UInt8] {
    do {
      return try input.bytes(upTo: RowStream.pieceSize)
    } catch {
      throw ReadError.unreadable(path: file, reason: error.reason)
    }
  }

  // MARK: - Output

  private mutating func handOn(_ piece: [UInt8]) throws -> Bool {
    try locator.take(piece, into: &written)
    return try write()
  }

  private mutating func finish() throws -> Ending {
    try locator.finish(into: &written)
    return try write() ? .complete : .readerLeft
  }

  /// False where nobody reads any more.
  private mutating func write() throws -> Bool {
    defer { written.removeAll(keepingCapacity: true) }
    do {
      try output.write(bytes: written.span)
      return true
    } catch {
      if error.isBrokenPipe { return false }
      throw WriteError(reason: error.reason)
    }
  }
}
