import Dispatch
import Synchronization

/// Work that another thread does while this one goes on.
public final class Meanwhile<Output: Sendable, Failure: Error>: Sendable {
  private let result: Shared

  /// What both threads hold.
  private final class Shared: Sendable {
    let found = Mutex<Result<Output, Failure>?>(nil)
    let done = DispatchSemaphore(value: 0)
  }

  /// Begins it.
  public init(_ work: @escaping @Sendable () throws(Failure) -> Output) {
    let result = Shared()
    self.result = result
    DispatchQueue(label: "nuzuh.meanwhile").async {
      let found = Result(catching: work)
      result.found.withLock { $0 = found }
      result.done.signal()
    }
  }

  /// Waits for its end. May be called again.
  /// - Throws: what the work threw.
  public func wait() throws(Failure) -> Output {
    while true {
      if let found = result.found.withLock({ $0 }) { return try found.get() }
      result.done.wait()
      // For whoever else waits.
      result.done.signal()
    }
  }
}
