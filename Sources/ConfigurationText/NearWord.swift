/// Suggests what a mistyped word may have meant.
public enum NearWord {
  /// The known word with the fewest changed, missing, added or swapped letters; `nil` where more
  /// than a third of the letters differ. Of equals the first.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let letters = Array(word.lowercased())
    var best: (word: String, distance: Int)?
    for candidate in known {
      let other = Array(candidate.lowercased())
      let limit = max(1, max(letters.count, other.count) / 3)
      let distance = distance(letters, other)
      guard distance <= limit, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.word
  }

  /// `did you mean killed?`, or the known words.
  public static func advice(on word: String, among known: [String]) -> String {
    if let near = nearest(to: word, among: known) { return "did you mean “\(near)”?" }
    return known.isEmpty ? "remove it" : "there are \(known.joined(separator: ", "))"
  }

  /// The optimal string alignment distance.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    // Longer words are never meant, and would take long to compare.
    guard left.count <= 64, right.count <= 64 else { return left == right ? 0 : .max }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
