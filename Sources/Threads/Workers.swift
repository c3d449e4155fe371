import Dispatch
import Foundation
import Synchronization

/// Work that is shared among threads. What comes out does not depend on how many there are.
public struct Workers: Sendable {
  /// As many as there are cores.
  public static let all = Workers(threads: .max)
  private static let cores = ProcessInfo.processInfo.activeProcessorCount

  /// How many threads work at most; never more than there are cores.
  public let threads: Int

  public init(threads: Int) {
    self.threads = threads
  }

  /// The results of so many pieces of work, in their order.
  ///
  /// - Throws: the error of the first piece that failed.
  public func results<Output: Sendable, Failure: Error>(
    of count: Int, _ work: @Sendable (Int) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    guard threads > 1, count > 1 else {
      var results: [Output] = []
      for piece in 0..<count { results.append(try work(piece)) }
      return results
    }
    let pieces = Numbering(count: count)
    let found = Mutex([Result<Output, Failure>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while let piece = pieces.take() {
        let result = Result { () throws(Failure) in try work(piece) }
        found.withLock { $0[piece] = result }
      }
    }
    var results: [Output] = []
    for result in found.withLock({ $0 }) {
      if let result { results.append(try result.get()) }
    }
    return results
  }

  /// Does so many pieces of work side by side and hands on what each gives, in their order.
  ///
  /// A thread waits with its piece until all before have been handed on, and takes the next one after:
  /// no more of them are in memory than there are threads. May be called inside other work that is
  /// shared among threads.
  /// - Parameter handOn: called by one thread at a time.
  /// - Throws: the error of the first piece that failed, in their order; none behind it is handed on.
  public func inOrder<Output: Sendable, Failure: Error>(
    of count: Int, _ work: @escaping @Sendable (Int) throws(Failure) -> Output,
    handOn: @escaping @Sendable (Output) throws(Failure) -> Void
  ) throws(Failure) {
    guard count > 0 else { return }
    try OrderedWork(of: count, threads: min(threads, Self.cores), work, handOn: handOn).run()
  }

  /// The same for so many items, of which each piece has some that follow one another.
  ///
  /// - Parameter size: how many items make a piece; the last one may have fewer.
  public func inOrder<Output: Sendable, Failure: Error>(
    of count: Int, by size: Int,
    _ work: @escaping @Sendable (Range<Int>) throws(Failure) -> Output,
    handOn: @escaping @Sendable (Output) throws(Failure) -> Void
  ) throws(Failure) {
    try inOrder(of: (count + size - 1) / size) { (number: Int) throws(Failure) -> Output in
      try work(number * size..<min((number + 1) * size, count))
    } handOn: { (output: Output) throws(Failure) in
      try handOn(output)
    }
  }

  /// The results of work that each thread does on a state of its own, in the order of the states.
  ///
  /// - Parameter work: is given its state and the state's position.
  /// - Throws: the error of the first state whose work failed.
  public static func results<State: Sendable, Output: Sendable>(
    on states: inout [State], _ work: @Sendable (inout State, Int) throws -> Output
  ) throws -> [Output] {
    let slots = Mutex(states.map(Optional.some))
    let count = states.count
    // Given up, so that no thread copies what it changes.
    states = []
    defer { states = slots.withLock { $0 }.compactMap { $0 } }
    return try Workers(threads: count).results(of: count) { position -> Output? in
      guard var state = slots.withLock({ $0[position].take() }) else { return nil }
      defer { slots.withLock { [state] in $0[position] = state } }
      return try work(&state, position)
    }.compactMap { $0 }
  }
}
