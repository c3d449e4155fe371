/// Which regions an edge bounds, each combination kept once.
///
/// A combination lists each region with the number of times that its rings run along the edge:
/// an odd number separates inside from outside, an even one (a spike) is border on both sides.
struct BorderKinds {
  /// One region of a combination.
  struct Side: Hashable {
    let region: Int32
    /// Whether crossing the edge leads into or out of the region.
    let separates: Bool
  }

  var starts: [Int] = [0]
  var sides: [Side] = []
  private var numbers: [[Side]: Int32] = [:]

  var count: Int { starts.count - 1 }

  /// The regions along an edge, by their numbers.
  subscript(kind: Int32) -> ArraySlice<Side> {
    sides[starts[Int(kind)]..<starts[Int(kind) + 1]]
  }

  mutating func number(of combination: [Side]) -> Int32 {
    if let known = numbers[combination] { return known }
    let number = Int32(count)
    numbers[combination] = number
    sides += combination
    starts.append(sides.count)
    return number
  }

  /// Gives up what only building needs.
  mutating func close() {
    numbers = [:]
  }
}
