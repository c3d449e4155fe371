import Testing

@testable import Disclosure

@Suite("Values of which most are the usual one")
struct DeviationsTests {
  @Test(
    "All values come in order, whichever are kept",
    arguments: [[], [0], [2, 3], [0, 4], [0, 1, 2, 3, 4]])
  func order(positions: [Int]) {
    var values = Deviations(usual: "-", count: 5)
    for position in positions { values.append("\(position)", at: position) }
    let expected = (0..<5).map { positions.contains($0) ? "\($0)" : "-" }
    #expect(Array(values) == expected)
    #expect(Array(values.map { $0 + "!" }) == expected.map { $0 + "!" })
    // A second time, too.
    #expect(Array(values) == expected)
  }
}
