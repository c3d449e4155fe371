import Dispatch
import Testing
import Threads

@Suite("Work that another thread does meanwhile")
struct MeanwhileTests {
  private struct Stop: Error {}

  @Test("Whoever waits gets what the work came to, as often as asked")
  func result() {
    let begin = DispatchSemaphore(value: 0)
    let work = Meanwhile {
      begin.wait()
      return 7
    }
    begin.signal()
    for _ in 0..<3 { #expect(work.wait() == 7) }
  }

  @Test("What the work throws is thrown by each wait")
  func error() {
    let work = Meanwhile { () throws -> Int in throw Stop() }
    for _ in 0..<2 { #expect(throws: Stop.self) { try work.wait() } }
  }
}
