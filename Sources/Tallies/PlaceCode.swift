import Regions

/// A placement's node as one number, for keys of sums.
struct PlaceCode: Hashable {
  let value: Int32

  static let outside = PlaceCode(value: -1)
  static let unplaced = PlaceCode(value: -2)
  /// The record says nothing of this end of a movement.
  static let notGiven = PlaceCode(value: -3)

  static func region(_ number: RegionNumber) -> PlaceCode { PlaceCode(value: number.value) }

  var region: RegionNumber? { value >= 0 ? RegionNumber(value) : nil }

  /// Position in the table of places abroad, or `nil`.
  var abroad: Int? { value <= -16 ? Int(-16 - value) : nil }
}

/// Texts that occur over and over, as small numbers. The numbers depend on the order of the
/// input and never reach the output.
struct TextTable {
  private(set) var texts: [String] = []
  private var numbers: [String: Int32] = [:]

  mutating func number(of text: String) -> Int32 {
    if let known = numbers[text] { return known }
    let number = Int32(texts.count)
    numbers[text] = number
    texts.append(text)
    return number
  }

  subscript(_ number: Int32) -> String { texts[Int(number)] }
}
