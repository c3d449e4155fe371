import Dispatch
import Synchronization

/// Work that is shared among threads. What comes out does not depend on how many there are.
public struct Workers: Sendable {
  /// As many as there are cores.
  public static let all = Workers(threads: .max)

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
    let next = Mutex(0)
    let found = Mutex([Result<Output, Failure>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while let piece = Self.take(next, of: count) {
        let result = Self.result(of: piece, work)
        found.withLock { $0[piece] = result }
      }
    }
    var results: [Output] = []
    for result in found.withLock({ $0 }) {
      if let result { results.append(try result.get()) }
    }
    return results
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

  private static func take(_ next: borrowing Mutex<Int>, of count: Int) -> Int? {
    next.withLock { next in
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }

  private static func result<Output, Failure: Error>(
    of piece: Int, _ work: (Int) throws(Failure) -> Output
  ) -> Result<Output, Failure> {
    do throws(Failure) {
      return .success(try work(piece))
    } catch {
      return .failure(error)
    }
  }
}
