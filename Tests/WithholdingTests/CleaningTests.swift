import Testing
import WithholdingSamples

@testable import Withholding

@Suite("D3: showing again what need not be withheld")
struct CleaningTests {
  private func web(_ seed: UInt64) throws -> SumWeb {
    try SumWeb(SampleCountry.small([3, 6, 9], records: 150, seed: seed).table().table)
  }

  /// Everything withheld but some, so that some sums are shown.
  private func hidden(_ web: SumWeb) -> [Bool] {
    web.nodes.enumerated().map { $1.isPrimary || $0 % 4 > 0 }
  }

  /// A figure at a time, each with an elimination of its own.
  private func oneByOne(_ figures: [Int], _ web: SumWeb, _ isHidden: [Bool]) -> [Int] {
    var isHidden = isHidden
    var shown: [Int] = []
    for figure in figures {
      var next = isHidden
      next[figure] = false
      let before = Determination(web, isHidden: isHidden)
      let after = Determination(web, isHidden: next)
      let isLost = web.nodes.indices.contains {
        web.nodes[$0].isPrimary && after.isFixed[$0] && !before.isFixed[$0]
      }
      guard !isLost, !before.isFixed[figure] else { continue }
      isHidden = next
      shown.append(figure)
    }
    return shown
  }

  @Test("one elimination shows what one for each figure would", arguments: [1, 2, 3, 4])
  func together(seed: UInt64) throws {
    let web = try web(seed)
    var isHidden = hidden(web)
    let figures = web.nodes.indices.filter { isHidden[$0] && !web.nodes[$0].isPrimary }
    let expected = oneByOne(figures, web, isHidden)
    var cleaning = Cleaning(web)
    var (open, shown) = (figures, [Int]())
    while !open.isEmpty {
      let near = web.nodes.indices.filter { isHidden[$0] }
      let result = cleaning.showable(open, near: near)
      #expect(!result.settled.isEmpty)
      #expect(Array(open.prefix(result.settled.count)) == result.settled)
      open.removeFirst(max(1, result.settled.count))
      shown += result.shown
      for node in result.shown { isHidden[node] = false }
    }
    #expect(shown == expected)
    #expect(!shown.isEmpty && shown.count < figures.count)
  }

  @Test(
    "what lies inside a neighborhood has no withheld figure of its sums outside", arguments: [5, 6])
  func inside(seed: UInt64) throws {
    let web = try web(seed)
    let isHidden = hidden(web)
    var finder = NeighborhoodFinder(web)
    var count = 0
    for node in web.nodes.indices where isHidden[node] {
      let near = finder.hidden(around: node, size: 12, isHidden: isHidden)
      let inside = finder.inside(near, isHidden: isHidden) { _ in true }
      let expected = near.filter { one in
        web.sums.allSatisfy { sum in
          let members = (sum.parts + [sum.parent]).map(Int.init)
          return !members.contains(one) || members.allSatisfy { !isHidden[$0] || near.contains($0) }
        }
      }
      #expect(inside == expected)
      count += inside.count
    }
    #expect(count > 0)
  }

  @Test("a neighborhood's rows say what its inner figures add up to", arguments: [7, 8])
  func rows(seed: UInt64) throws {
    let web = try web(seed)
    let isHidden = hidden(web)
    var finder = NeighborhoodFinder(web)
    var random = SplitMix(seed: seed)
    for node in web.nodes.indices where node % 5 == 0 {
      let near = finder.around(node, size: 30, isHidden: isHidden)
      var amount = Array(repeating: 0, count: web.nodes.count)
      let values = near.inner.map { _ in Int(random.next() % 1_000) }
      for (inner, value) in zip(near.inner, values) { amount[inner] = value }
      // By plain adding, parts before sums: each by the first of its sums.
      for node in near.nodes where !near.inner.contains(node) {
        let sum = web.sums[Int(web.parentOf[node][0])]
        amount[node] = sum.parts.reduce(0) { $0 + amount[Int($1)] }
      }
      for (position, node) in near.nodes.enumerated() {
        let terms = near.rows[Int(near.rowOfNode[position])].terms
        let value = terms.reduce(0) { $0 + Int($1.count) * values[Int($1.inner)] }
        #expect(value == amount[node])
      }
    }
  }
}
