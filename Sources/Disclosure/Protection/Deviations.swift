/// A value for each tally or flow of a report, by its position, of which most are the usual one: of
/// millions of public figures nothing is kept.
struct Deviations<Value: Sendable>: Sendable {
  let usual: Value
  let count: Int
  /// The positions with another value, in their order, and these values.
  private(set) var positions: [Int] = []
  private(set) var values: [Value] = []

  init(usual: Value, count: Int) {
    self.usual = usual
    self.count = count
  }

  /// - Parameter position: greater than those before.
  mutating func append(_ value: Value, at position: Int) {
    positions.append(position)
    values.append(value)
  }

  /// - Parameter transform: makes of the usual value the usual one of the result.
  func map<Other>(_ transform: (Value) -> Other) -> Deviations<Other> {
    var result = Deviations<Other>(usual: transform(usual), count: count)
    result.positions = positions
    result.values = values.map(transform)
    return result
  }
}

extension Deviations where Value: Equatable {
  /// Whether there is no other value than the usual one.
  var areUsual: Bool { values.allSatisfy { $0 == usual } }
}

extension Deviations: Sequence {
  /// Every value in the order of the positions, the usual ones too.
  func makeIterator() -> some IteratorProtocol<Value> {
    var next = 0
    return (0..<count).lazy.map { position in
      guard next < positions.count, positions[next] == position else { return usual }
      defer { next += 1 }
      return values[next]
    }.makeIterator()
  }
}
