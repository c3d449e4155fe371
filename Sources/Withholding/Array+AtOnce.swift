import Threads

extension Array where Element: Sendable {
  /// The results of a piece of work on each element, on as many threads as there are cores, in the
  /// order of the elements.
  ///
  /// - Throws: the error of the first element that failed.
  func atOnce<Output: Sendable>(
    _ work: @Sendable (Element) throws -> Output
  ) throws -> [Output] {
    try Workers.all.results(of: count) { try work(self[$0]) }
  }
}
