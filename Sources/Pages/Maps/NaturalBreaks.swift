import Reports

/// Classes of values that lie close together, with the widest gaps between them.
///
/// Jenks' natural breaks (G. F. Jenks, "The data model concept in statistical mapping", 1967) in
/// the optimal form of W. D. Fisher ("On grouping for maximum homogeneity", 1958): of all ways to
/// cut sorted values into so many classes the one with the least sum of squared deviations from
/// the means of the classes. Equal values are never parted.
enum NaturalBreaks {
  /// More different values than this are cut into classes of equally many instead: the time grows
  /// with the square of their number.
  static let mostValues = 1_000

  /// The greatest value of each class, in ascending order.
  ///
  /// - Parameters:
  ///   - values: finite, in any order, repeated or not.
  ///   - count: how many classes; fewer come back where there are fewer different values.
  static func upperBounds(of values: [Double], classes count: Int) -> [Double] {
    let groups = Self.groups(values)
    let classes = min(count, groups.count)
    guard classes > 0 else { return [] }
    guard groups.count <= mostValues else {
      return Quantiles.uppers(ofDistinct: groups.map(\.value), most: classes)
    }
    return ends(PrefixSums(groups), classes).map { groups[$0].value }
  }

  /// Different values in ascending order, with how often each occurs.
  private static func groups(_ values: [Double]) -> [(value: Double, count: Double)] {
    var groups: [(value: Double, count: Double)] = []
    for value in values.sorted() {
      if groups.last?.value == value {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((value, 1))
      }
    }
    return groups
  }

  /// The last group of each class. Of equally good ways the one with the earliest cuts.
  private static func ends(_ sums: PrefixSums, _ classes: Int) -> [Int] {
    let count = sums.count
    // cost[i]: the least deviation of the first i groups in the classes so far.
    var cost = [0.0] + (1...count).map { sums.deviation(0..<$0) }
    var cuts: [[Int]] = []
    for number in 1..<classes {
      var next = [Double](repeating: .infinity, count: count + 1)
      var cut = [Int](repeating: 0, count: count + 1)
      for end in (number + 1)...count {
        for start in number..<end {
          let candidate = cost[start] + sums.deviation(start..<end)
          if candidate < next[end] { (next[end], cut[end]) = (candidate, start) }
        }
      }
      cost = next
      cuts.append(cut)
    }
    var ends = [count]
    for cut in cuts.reversed() { ends.append(cut[ends[ends.count - 1]]) }
    return ends.reversed().map { $0 - 1 }
  }
}

/// Sums over the first values, from which those over any stretch follow.
private struct PrefixSums {
  private var weights = [0.0]
  private var sums = [0.0]
  private var squares = [0.0]

  init(_ groups: [(value: Double, count: Double)]) {
    // Around the middle value, so that squares of large values do not swallow small differences.
    let middle = groups[groups.count / 2].value
    for (index, group) in groups.enumerated() {
      let value = group.value - middle
      weights.append(weights[index] + group.count)
      sums.append(sums[index] + group.count * value)
      squares.append(squares[index] + group.count * value * value)
    }
  }

  var count: Int { weights.count - 1 }

  /// Sum of squared deviations from the mean of a stretch of groups.
  func deviation(_ range: Range<Int>) -> Double {
    let weight = weights[range.upperBound] - weights[range.lowerBound]
    let sum = sums[range.upperBound] - sums[range.lowerBound]
    let square = squares[range.upperBound] - squares[range.lowerBound]
    return weight > 0 ? max(0, square - sum * sum / weight) : 0
  }
}
