import Dispatch
import Foundation
import Synchronization
import Testing
import Threads

@Suite("Work shared among threads")
struct WorkersTests {
  private struct Failure: Error, Equatable {
    let piece: Int
  }

  @Test("Results come in the order of the work, whatever the number of threads", arguments: 1...5)
  func order(threads: Int) {
    let results = Workers(threads: threads).results(of: 200) { $0 * $0 }
    #expect(results == (0..<200).map { $0 * $0 })
  }

  @Test("Of several pieces that fail, the first one's error is told", arguments: [1, 4])
  func failure(threads: Int) {
    #expect(throws: Failure(piece: 7)) {
      try Workers(threads: threads).results(of: 40) { piece throws(Failure) in
        if piece % 8 == 7 { throw Failure(piece: piece) }
        return piece
      }
    }
  }

  @Test("Each state is worked on once and stands in its place again, also where another fails")
  func states() throws {
    var states = Array(0..<6)
    let results = try Workers.results(on: &states) { state, position in
      state += 100
      return position
    }
    #expect(results == Array(0..<6))
    #expect(states == Array(100..<106))
    #expect(throws: Failure.self) {
      try Workers.results(on: &states) { state, position in
        state += 100
        if position == 2 { throw Failure(piece: position) }
      }
    }
    #expect(states.count == 6 && states[2] == 202)
  }

  @Test("What pieces give is handed on in their order, one at a time", arguments: 1...5)
  func inOrder(threads: Int) throws {
    let handedOn = Mutex<[Int]>([])
    let made = Mutex(0)
    try Workers(threads: threads).inOrder(of: 300) { piece throws(Failure) -> Int in
      made.withLock { $0 += 1 }
      return piece
    } handOn: { piece throws(Failure) in
      let before = handedOn.withLock { handedOn in
        handedOn.append(piece)
        return handedOn.count
      }
      // Each thread holds one piece at most that has not been handed on.
      #expect(made.withLock { $0 } - before < threads)
    }
    #expect(handedOn.withLock { $0 } == Array(0..<300))
  }

  @Test(
    "Work in order inside of other shared work has more than one thread",
    .enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
  func inOrderInside() {
    let met = (0..<2).map { _ in DispatchSemaphore(value: 0) }
    let results = Workers.all.results(of: 2) { piece in
      guard piece == 0 else { return true }
      let isMet = Mutex(true)
      Workers.all.inOrder(of: 2) { inner in
        met[1 - inner].signal()
        return met[inner].wait(timeout: .now() + 60) == .success
      } handOn: { hasMet in
        isMet.withLock { $0 = $0 && hasMet }
      }
      return isMet.withLock { $0 }
    }
    #expect(results == [true, true])
  }

  @Test("Nothing is handed on behind the first piece that fails", arguments: [1, 4])
  func inOrderFailure(threads: Int) {
    let handedOn = Mutex<[Int]>([])
    #expect(throws: Failure(piece: 7)) {
      try Workers(threads: threads).inOrder(of: 40) { piece throws(Failure) -> Int in
        if piece % 8 == 7 { throw Failure(piece: piece) }
        return piece
      } handOn: { piece throws(Failure) in
        handedOn.withLock { $0.append(piece) }
      }
    }
    #expect(handedOn.withLock { $0 } == Array(0..<7))
    #expect(throws: Failure(piece: 3)) {
      try Workers(threads: threads).inOrder(of: 40) { piece throws(Failure) -> Int in
        piece
      } handOn: { piece throws(Failure) in
        if piece >= 3 { throw Failure(piece: piece) }
      }
    }
  }

  @Test("Items are cut into pieces that follow one another, the last one with what is left")
  func pieces() {
    for (count, expected) in [(0, []), (3, [0..<3]), (7, [0..<3, 3..<6, 6..<7])] {
      let pieces = Mutex<[Range<Int>]>([])
      Workers(threads: 3).inOrder(of: count, by: 3) {
        $0
      } handOn: { piece in
        pieces.withLock { $0.append(piece) }
      }
      #expect(pieces.withLock { $0 } == expected)
    }
  }
}
