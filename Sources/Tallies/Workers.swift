import Dispatch
import Records
import Synchronization

/// Work that is shared among threads. What comes out does not depend on how many there are.
struct Workers: Sendable {
  let threads: Int

  /// The results of so many pieces of work, in their order.
  ///
  /// - Throws: the error of the first piece that failed.
  func results<Output: Sendable>(
    of count: Int, _ work: @Sendable (Int) throws(QuantityOverflow) -> Output
  ) throws(QuantityOverflow) -> [Output] {
    guard threads > 1, count > 1 else {
      var results: [Output] = []
      for piece in 0..<count { results.append(try work(piece)) }
      return results
    }
    let next = Mutex(0)
    let found = Mutex([Result<Output, QuantityOverflow>?](repeating: nil, count: count))
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

  private static func result<Output>(
    of piece: Int, _ work: (Int) throws(QuantityOverflow) -> Output
  ) -> Result<Output, QuantityOverflow> {
    do throws(QuantityOverflow) {
      return .success(try work(piece))
    } catch {
      return .failure(error)
    }
  }
}
