import Dispatch
import Synchronization

/// Shares the pieces of a file among threads, each of which reads, parses or waits, whatever is
/// next: one of them at a time reads on and takes the checksum, which cannot be shared.
///
/// A piece may be used only once all before it have been found to end with a row, since only then
/// is it sure to begin with one. A piece that does not ends the splitting of the file.
final class PieceQueue: Sendable {
  enum Task {
    case read(PieceSource, buffer: [UInt8])
    case parse(Piece)
    case stop
  }

  /// Where the rest of a file that cannot be split begins.
  struct Rest: Sendable {
    let number: Int
    let offset: Int
    let line: Int
  }

  private struct State: Sendable {
    /// `nil` while a thread reads.
    var source: PieceSource?
    var ready: [Piece] = []
    var buffers: [[UInt8]] = []
    /// Pieces found to end with a row, of which all before `proven` are known.
    var sound: Set<Int> = []
    var proven = 0
    var rest: Rest?
    var error: (any Error)?
    var waiting = 0
  }

  private let state: Mutex<State>
  private let wake = DispatchSemaphore(value: 0)
  private let capacity: Int

  init(_ source: PieceSource, threads: Int) {
    state = Mutex(State(source: source))
    capacity = threads + 1
  }

  /// What is next; waits for it.
  func next() -> Task {
    while true {
      let task: Task? = state.withLock { state in
        if state.error != nil || state.rest != nil { return .stop }
        if let source = state.source, !source.hasEnded, state.ready.count < capacity {
          state.source = nil
          return .read(source, buffer: state.buffers.popLast() ?? [])
        }
        if !state.ready.isEmpty { return .parse(state.ready.removeFirst()) }
        if let source = state.source, source.hasEnded { return .stop }
        state.waiting += 1
        return nil
      }
      if let task { return task }
      wake.wait()
    }
  }

  /// Gives the source back, with the piece that was read.
  func put(_ source: PieceSource, _ piece: Piece?) {
    change { state in
      state.source = source
      if let piece { state.ready.append(piece) }
    }
  }

  /// Tells that a piece ends with a row, and waits until all before it are known to.
  /// - Returns: whether it may be used.
  func prove(_ piece: Int) -> Bool {
    change { state in
      state.sound.insert(piece)
      while state.sound.remove(state.proven) != nil { state.proven += 1 }
    }
    while true {
      let answer: Bool? = state.withLock { state in
        if state.proven > piece { return true }
        if state.error != nil { return false }
        if let rest = state.rest, rest.number < piece { return false }
        state.waiting += 1
        return nil
      }
      if let answer { return answer }
      wake.wait()
    }
  }

  /// Tells that a piece does not end with a row.
  func fail(_ piece: Piece) {
    change { state in
      if let rest = state.rest, rest.number < piece.number { return }
      state.rest = Rest(number: piece.number, offset: piece.offset, line: piece.line)
    }
  }

  func fail(_ error: any Error) {
    change { state in state.error = state.error ?? error }
  }

  /// Takes back a buffer to be used again.
  func recycle(_ buffer: [UInt8]) {
    state.withLock { state in state.buffers.append(buffer) }
  }

  private func change(_ body: (inout State) -> Void) {
    let waiting = state.withLock { state in
      body(&state)
      defer { state.waiting = 0 }
      return state.waiting
    }
    for _ in 0..<waiting { wake.signal() }
  }

  /// After all threads have stopped: the file, and where its rest begins, if there is one.
  func finish() throws -> (file: RawFile?, rest: Rest?) {
    try state.withLock { state in
      if let error = state.error { throw error }
      return (state.source?.file, state.rest)
    }
  }
}
