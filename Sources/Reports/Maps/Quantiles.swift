import Disclosure

/// Classes that hold about equally many distinct values.
package enum Quantiles {
  /// The greatest value of each class, ascending; of few values, one class each.
  ///
  /// - Parameter distinct: ascending, none twice.
  package static func uppers<Value>(ofDistinct distinct: [Value], most: Int) -> [Value] {
    let count = min(most, distinct.count)
    return (0..<count).map { distinct[($0 + 1) * distinct.count / count - 1] }
  }

  /// The same of figures in any order.
  static func uppers(of amounts: [Release.Amount], most: Int) -> [Release.Amount] {
    var distinct: [Release.Amount] = []
    for amount in amounts.sorted(by: { $0.value < $1.value })
    where distinct.last?.value != amount.value {
      distinct.append(amount)
    }
    return uppers(ofDistinct: distinct, most: most)
  }
}
