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
