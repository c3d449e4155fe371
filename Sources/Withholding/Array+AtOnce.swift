import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of a piece of work on each element, on as many threads as there are cores, in the
  /// order of the elements.
  ///
  /// - Throws: the error of the first element that failed.
  func atOnce<Output: Sendable>(
    _ work: @Sendable (Element) throws -> Output
  ) throws -> [Output] {
    let results = Mutex<[Int: Result<Output, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { position in
      let result = Result { try work(self[position]) }
      results.withLock { $0[position] = result }
    }
    let found = results.withLock { $0 }
    return try indices.compactMap { try found[$0]?.get() }
  }
}
