/// How far each withheld figure is known to range, by moves checked in whole numbers.
struct Widths {
  private(set) var lowest: [Int]
  private(set) var highest: [Int]

  init(nodeCount: Int) {
    lowest = Array(repeating: 0, count: nodeCount)
    highest = lowest
  }

  func width(_ node: Int) -> Int { highest[node] - lowest[node] }

  /// Takes changes within the range into account, of which whole tables are known.
  mutating func widen(_ node: Int, _ range: ClosedRange<Int>) {
    lowest[node] = min(lowest[node], range.lowerBound)
    highest[node] = max(highest[node], range.upperBound)
  }

  /// Takes a move into account, as often as it fits up to `width` times; answers whether it fits
  /// at all: it changes only what is withheld and leaves no figure below its least.
  mutating func record(
    _ move: Move, _ web: SumWeb, _ isHidden: [Bool], width: Int
  ) -> Bool {
    var factor = width
    for (node, amount) in zip(move.nodes, move.amounts) {
      guard isHidden[node] else { return false }
      if amount < 0 { factor = min(factor, web.nodes[node].room / -amount) }
    }
    guard factor > 0 else { return false }
    for (node, amount) in zip(move.nodes, move.amounts) {
      lowest[node] = min(lowest[node], amount * factor)
      highest[node] = max(highest[node], amount * factor)
    }
    return true
  }
}
