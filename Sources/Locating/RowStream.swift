public import Foundation
public import Tallies
import Threads

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

  private let file: String
  private let input: FileHandle
  private let output: FileHandle
  private let locator: RowLocator
  private let threads: Int
  /// What became of the rows, once `run` has returned.
  public private(set) var summary: LocateSummary

  /// - Parameters:
  ///   - file: name of the input for messages, without folders.
  ///   - threads: how many locate rows; the output is the same for any number.
  public init(
    file: String, input: FileHandle, output: FileHandle, settings: LocateSettings, placer: Placer,
    threads: Int = 1
  ) {
    self.file = file
    self.input = input
    self.output = output
    self.threads = max(1, threads)
    locator = RowLocator(file: file, settings: settings, placer: placer)
    summary = locator.summary
  }

  /// Reads to the end of the input. Rows are written as soon as those before them have been, and
  /// whole pieces of them at once.
  ///
  /// - Throws: `ReadError`, `LocateError` or `WriteError`.
  public mutating func run() throws -> Ending {
    let relay = RowRelay(RowSource(file: file, input: input), locator, to: output)
    let shares = Workers(threads: threads).results(of: threads) { _ in relay.work() }
    let (ending, rest) = try relay.finish()
    summary = rest
    for case let share? in shares { summary.add(share) }
    return ending
  }
}
