/// A hashtag of the Humanitarian Exchange Language with its attributes: `#adm1 +code +origin`.
struct HXLTag: Hashable {
  /// In small letters, without the sign.
  let name: String
  /// In small letters, without their signs, in any order.
  let attributes: Set<String>

  /// `nil` where the text is no hashtag.
  init?(_ text: String) {
    let parts = text.lowercased().filter { !$0.isWhitespace }
      .split(separator: "+", omittingEmptySubsequences: false)
    guard let first = parts.first, first.first == "#", first.count > 1,
      first.dropFirst().allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return nil }
    name = String(first.dropFirst())
    attributes = Set(parts.dropFirst().filter { !$0.isEmpty }.map(String.init))
  }

  func has(_ words: String...) -> Bool { words.contains { attributes.contains($0) } }

  /// The tags of a row, by column; `nil` where fewer than half of its cells are tags.
  static func row(_ texts: [String]) -> [HXLTag?]? {
    let tags = texts.map(HXLTag.init)
    let filled = texts.count { !$0.allSatisfy(\.isWhitespace) }
    let count = tags.count { $0 != nil }
    return count > 0 && count * 2 >= filled ? tags : nil
  }

  // MARK: - Attributes with one meaning under all hashtags

  enum Direction: Hashable { case none, origin, destination }

  var direction: Direction {
    if has("origin") { return .origin }
    return has("dest", "destination") ? .destination : .none
  }

  var isCode: Bool {
    has("code", "pcode", "iso2", "iso3") || attributes.contains { $0.hasPrefix("v_") }
  }

  /// A language, which HXL writes as two letters.
  var language: String? {
    attributes.first { $0.count == 2 && !["hh"].contains($0) && $0.allSatisfy(\.isLetter) }
  }

  /// By what a column splits the people of another one: sex, age or both.
  var split: Set<Split> {
    var split: Set<Split> = []
    for attribute in attributes {
      if ["f", "m", "i", "x"].contains(attribute) { split.insert(.sex) }
      if HXLTag.ages.contains(attribute) || attribute.wholeMatch(of: /age_?\d.*/) != nil {
        split.insert(.age)
      }
    }
    return split
  }

  enum Split: Hashable { case sex, age }

  private static let ages: Set<String> = [
    "infants", "children", "adolescents", "adults", "elderly", "minors", "youth",
  ]
}
