import Digests
import Dispatch
import Synchronization

extension StretchReading {
  /// What need not be read (see `expect`).
  struct Expected: Sendable {
    var piece: @Sendable (_ beginning: ShortDigest) -> Bool = { _ in false }
    var block: @Sendable (_ digest: ShortDigest) -> Bool = { _ in false }
  }

  /// Where the thread that cuts waits for what is expected. Where this value goes before it was said,
  /// nothing is.
  final class Expectation: Sendable {
    final class Shared: Sendable {
      private let expected = Mutex<Expected?>(nil)
      private let isTold = DispatchSemaphore(value: 0)

      /// Only what is told first holds.
      func tell(_ known: Expected) {
        let isFirst = expected.withLock { expected in
          defer { expected = expected ?? known }
          return expected == nil
        }
        if isFirst { isTold.signal() }
      }

      func wait() -> Expected {
        isTold.wait()
        defer { isTold.signal() }
        return expected.withLock { $0 } ?? Expected()
      }
    }

    let shared = Shared()

    deinit { shared.tell(Expected()) }
  }
}
