import Testing
import Threads

@Suite("Numbers that threads share")
struct NumberingTests {
  @Test("Each number is given once, in order, and then none")
  func order() {
    let numbers = Numbering(count: 3)
    let given = (0..<5).map { _ in numbers.take() }
    #expect(given == [0, 1, 2, nil, nil])
    let left = numbers.left
    #expect(left == 0)
  }

  @Test("Threads that ask at once get different ones")
  func shared() {
    let numbers = Numbering(count: 1000)
    let given = Workers(threads: 4).results(of: 4) { _ in
      var own: [Int] = []
      while let number = numbers.take() { own.append(number) }
      return own
    }
    #expect(given.joined().sorted() == Array(0..<1000))
  }
}
