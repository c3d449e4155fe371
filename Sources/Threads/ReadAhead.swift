import Dispatch
import Synchronization

/// Values that one thread makes while another uses those before, in their order.
public final class ReadAhead<Source: Sendable, Element: Sendable>: Sendable {
  private let shared: Shared

  /// - Parameters:
  ///   - source: what the values are made from, by one thread alone.
  ///   - most: how much the values weigh together that wait to be used; then the other thread waits.
  ///   - weight: of a value, at least 1; one that is as heavy as `most` waits alone.
  ///   - make: the next value; `nil` at the end.
  public init(
    _ source: Source, most: Int = 2, weight: @escaping @Sendable (Element) -> Int = { _ in 1 },
    _ make: @escaping @Sendable (inout Source) throws -> Element?
  ) {
    let shared = Shared(most: max(1, most), weight)
    self.shared = shared
    // A queue of its own: those that all share have no more threads than there are cores, and what is
    // made ahead may wait for what another makes ahead.
    DispatchQueue(label: "nuzuh.ahead").async {
      var source = source
      shared.fill(from: &source, make)
    }
  }

  deinit { shared.stop() }

  /// The next value; waits for it. `nil` behind the last one.
  /// - Throws: what making it threw; there is no value behind it.
  public func next() throws -> Element? { try shared.next() }

  /// What has become of the source, once `next` has returned `nil`; before, `nil`.
  public var end: Source? { shared.end }

  /// What both threads hold, so that neither keeps the other alive.
  private final class Shared: Sendable {
    private struct State {
      var ready: [Result<Element?, any Error>] = []
      var isStopped = false
      var hasEnded = false
      var end: Source?
    }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    private let room = DispatchSemaphore(value: 0)
    private let most: Int
    private let weight: @Sendable (Element) -> Int

    init(most: Int, _ weight: @escaping @Sendable (Element) -> Int) {
      self.most = most
      self.weight = weight
      // A semaphore must not end below the value that it began with.
      makeRoom(most)
    }

    private func makeRoom(_ weight: Int) {
      for _ in 0..<weight { room.signal() }
    }

    private func weight(of made: Result<Element?, any Error>) -> Int {
      guard let element = try? made.get() else { return 1 }
      return min(most, max(1, weight(element)))
    }

    var end: Source? { state.withLock { $0.hasEnded ? $0.end : nil } }

    func fill(from source: inout Source, _ make: (inout Source) throws -> Element?) {
      while true {
        room.wait()
        if state.withLock({ $0.isStopped }) { return }
        let made = Result { try make(&source) }
        for _ in 1..<weight(of: made) { room.wait() }
        let isLast = (try? made.get()) == nil
        let left = isLast ? source : nil
        state.withLock { state in
          state.ready.append(made)
          if let left { state.end = left }
        }
        filled.signal()
        if isLast { return }
      }
    }

    func next() throws -> Element? {
      if state.withLock({ $0.hasEnded }) { return nil }
      filled.wait()
      let made = state.withLock { state in
        let made = state.ready.removeFirst()
        if (try? made.get()) == nil { state.hasEnded = true }
        return made
      }
      makeRoom(weight(of: made))
      return try made.get()
    }

    func stop() {
      state.withLock { $0.isStopped = true }
      makeRoom(most)
    }
  }
}
