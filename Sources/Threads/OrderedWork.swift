import Dispatch
import Synchronization

/// Pieces of work that several threads do and hand on in their order.
///
/// A thread that finds a piece left calls for another thread, up to as many as may work. They are
/// threads of its own, and not those that are shared: of them none may be left where this is work inside
/// of other work, and it would be done by one thread to its end while cores have nothing to do.
final class OrderedWork<Output: Sendable, Failure: Error>: Sendable {
  private struct Progress {
    /// Threads that were called.
    var threads = 1
    /// That of the first piece that failed.
    var failure: Failure?
  }

  private let pieces: Numbering
  private let threads: Int
  private let work: @Sendable (Int) throws(Failure) -> Output
  private let handOn: @Sendable (Output) throws(Failure) -> Void
  private let progress = Mutex(Progress())
  /// Signalled where all pieces before have been handed on.
  private let turns: [DispatchSemaphore]

  /// - Parameters:
  ///   - count: of the pieces; at least one.
  ///   - threads: how many work at most.
  init(
    of count: Int, threads: Int, _ work: @escaping @Sendable (Int) throws(Failure) -> Output,
    handOn: @escaping @Sendable (Output) throws(Failure) -> Void
  ) {
    pieces = Numbering(count: count)
    self.threads = threads
    self.work = work
    self.handOn = handOn
    turns = (0...count).map { _ in DispatchSemaphore(value: 0) }
    turns[0].signal()
  }

  /// Does all of it.
  /// - Throws: the error of the first piece that failed, in their order; none behind it is handed on.
  func run() throws(Failure) {
    join()
    turns[turns.count - 1].wait()
    if let failure = progress.withLock({ $0.failure }) { throw failure }
  }

  private func join() {
    callAnother()
    while let piece = pieces.take() {
      let result = isInVain ? nil : Result { () throws(Failure) in try work(piece) }
      turns[piece].wait()
      if let result, !isInVain { handOn(result) }
      turns[piece + 1].signal()
    }
  }

  private func handOn(_ result: Result<Output, Failure>) {
    do throws(Failure) {
      try handOn(try result.get())
    } catch {
      progress.withLock { $0.failure = error }
    }
  }

  private var isInVain: Bool { progress.withLock { $0.failure != nil } }

  private func callAnother() {
    guard pieces.left > 1 else { return }
    let isNeeded = progress.withLock { progress in
      guard progress.threads < threads else { return false }
      progress.threads += 1
      return true
    }
    guard isNeeded else { return }
    // If all has been done before it comes, there is nothing left to come to.
    DispatchQueue(label: "nuzuh.ordered").async { [weak self] in self?.join() }
  }
}
