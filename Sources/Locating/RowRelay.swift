import Foundation
import Synchronization

/// Hands rows on through several threads, each of which reads a piece of them, locates its rows and
/// writes it: one at a time reads, one writes, and all locate. The output is in the order of the
/// input, and does not depend on how many threads there are.
///
/// A piece is cut where a row ends if the text is sound. Whether it is shows when the piece is
/// parsed, and its beginning is sure once all before have been handed on. From a piece that is not
/// sound on, pieces go through one locator, whose rows may go on from piece to piece, until a row
/// begins that another piece can begin with. So does the beginning of the text, which tells what it
/// is and may hold hashtags.
final class RowRelay: Sendable {
  private struct State {
    /// Whether pieces go through the one locator.
    var isAlone = true
    /// What locates the rows of whole pieces, to be copied by each thread.
    var shared: TableLocator?
    var ending: RowStream.Ending?
    /// Nothing is written any more.
    var error: (any Error)?
    /// What has been read before is still handed on.
    var readingError: (any Error)?

    var isOver: Bool { ending != nil || error != nil }
  }

  private let output: FileHandle
  private let source: Mutex<RowSource>
  /// Used only by the thread whose turn it is.
  private let one: Mutex<RowLocator>
  private let state = Mutex(State())

  init(_ source: consuming sending RowSource, _ locator: RowLocator, to output: FileHandle) {
    self.output = output
    self.source = Mutex(source)
    one = Mutex(locator)
    output.widenPipe(to: RowSource.pieceSize)
  }

  // MARK: - By each thread

  /// Takes part until the input ends.
  /// - Returns: what became of the rows that this thread located.
  func work() -> LocateSummary? {
    var own: TableLocator?
    var (bytes, written): ([UInt8], [UInt8]) = ([], [])
    while let piece = next(in: &bytes) {
      if own == nil { own = state.withLock { $0.shared } }
      let before = own?.summary
      written.removeAll(keepingCapacity: true)
      let isSound = own?.locate(piece, bytes, into: &written) ?? false
      piece.turn.wait()
      if !handOn(bytes, written, isSound: isSound, piece), let before { own?.summary = before }
      piece.next.signal()
    }
    return own?.summary
  }

  private func next(in bytes: inout [UInt8]) -> RowPiece? {
    source.withLock { source in
      do {
        if state.withLock({ $0.isAlone }) {
          source.waitForAll()
          share(&source)
        }
        let state = state.withLock { $0 }
        guard !state.isOver, state.readingError == nil else { return nil }
        return try source.next(whole: !state.isAlone, in: &bytes)
      } catch {
        state.withLock { $0.readingError = error }
        return nil
      }
    }
  }

  /// Has the next piece begin where the one locator is between two rows, if it is.
  private func share(_ source: inout RowSource) {
    guard let handedOver = one.withLock({ $0.handOver() }) else { return }
    source.goOn(with: handedOver.rest, line: handedOver.line)
    state.withLock { state in
      state.isAlone = false
      if state.shared == nil { state.shared = handedOver.locator }
    }
  }

  // MARK: - In turn

  /// - Returns: whether what the thread has written was used.
  private func handOn(
    _ bytes: [UInt8], _ written: [UInt8], isSound: Bool, _ piece: RowPiece
  ) -> Bool {
    let (isOver, isAlone) = state.withLock { ($0.isOver, $0.isAlone) }
    guard !isOver else { return false }
    guard isAlone || !isSound else {
      write(written)
      return true
    }
    do {
      var written: [UInt8] = []
      try one.withLock { locator in
        if !isAlone { locator.goOn(atLine: piece.line) }
        try locator.take(bytes, into: &written)
      }
      state.withLock { $0.isAlone = true }
      write(written)
    } catch {
      fail(error)
    }
    return false
  }

  private func write(_ bytes: [UInt8]) {
    do {
      try output.write(bytes: bytes.span)
    } catch {
      if error.isBrokenPipe { return state.withLock { $0.ending = .readerLeft } }
      fail(RowStream.WriteError(reason: error.reason))
    }
  }

  private func fail(_ error: any Error) {
    state.withLock { $0.error = $0.error ?? error }
  }

  // MARK: - At the end

  /// Hands on what is left once all threads have ended.
  /// - Returns: how it ended, and what became of the rows that no thread located by itself.
  /// - Throws: `ReadError`, `LocateError` or `RowStream.WriteError`.
  func finish() throws -> (RowStream.Ending, LocateSummary) {
    let before = state.withLock { $0 }
    if let error = before.error ?? before.readingError { throw error }
    if before.ending == nil {
      var written: [UInt8] = []
      try one.withLock { try $0.finish(into: &written) }
      write(written)
    }
    let (ending, error) = state.withLock { ($0.ending, $0.error) }
    if let error { throw error }
    return (ending ?? .complete, one.withLock { $0.summary })
  }
}
