import Synchronization

/// Numbers from 0 on, each given to whoever asks first: how threads share pieces of work.
public struct Numbering: ~Copyable, Sendable {
  private let count: Int
  private let next = Mutex(0)

  public init(count: Int) {
    self.count = count
  }

  /// The next number; `nil` once all are given.
  public func take() -> Int? {
    next.withLock { next in
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }

  /// How many are not given yet.
  public var left: Int { next.withLock { count - $0 } }
}
