import Synchronization
import Testing
import Threads

@Suite("Values made ahead by another thread")
struct ReadAheadTests {
  private struct Stop: Error {}

  @Test("All values come in their order, then the end and what has become of the source")
  func all() throws {
    let ahead = ReadAhead(0) { source -> Int? in
      source += 1
      return source <= 1000 ? source : nil
    }
    #expect(ahead.end == nil)
    var values: [Int] = []
    while let value = try ahead.next() { values.append(value) }
    #expect(values == Array(1...1000))
    #expect(ahead.end == 1001)
    #expect(try ahead.next() == nil)
  }

  @Test("An error comes behind the values before it, and once")
  func error() throws {
    let ahead = ReadAhead(0) { source -> Int? in
      source += 1
      if source > 3 { throw Stop() }
      return source
    }
    for expected in 1...3 { #expect(try ahead.next() == expected) }
    #expect(throws: Stop.self) { try ahead.next() }
    #expect(try ahead.next() == nil)
  }

  @Test("No more is made than may wait, and nothing once nobody waits")
  func bounded() throws {
    let made = Mutex(0)
    do {
      let ahead = ReadAhead(0, most: 2) { source -> Int? in
        source += 1
        let count = source
        made.withLock { $0 = count }
        return source
      }
      #expect(try ahead.next() == 1)
      #expect(made.withLock { $0 } <= 3)
    }
    // One more may have been under way when the reader went.
    #expect(made.withLock { $0 } <= 4)
  }

  @Test("Heavy values take the room of several; one that is heavier than all the room waits alone")
  func weights() throws {
    let made = Mutex(0)
    let ahead = ReadAhead(0, most: 4, weight: { $0 == 3 ? 100 : 2 }) { source -> Int? in
      guard source < 6 else { return nil }
      source += 1
      let count = source
      made.withLock { $0 = count }
      return source
    }
    for number in 1...6 {
      #expect(try ahead.next() == number)
      // Two of weight 2 may wait, and one more may be made that waits for room.
      #expect(made.withLock { $0 } <= number + 3)
    }
    #expect(try ahead.next() == nil)
  }
}
