/// A set of row ids, a bit each up to the greatest.
struct IDSet {
  private var words: [UInt64] = []
  private(set) var count = 0

  func contains(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    return word < words.count && words[word] >> UInt64(id & 63) & 1 == 1
  }

  /// - Parameter id: not negative.
  mutating func insert(_ id: Int64) {
    let word = Int(id >> 6)
    if word >= words.count {
      words += Array(repeating: 0, count: max(word + 1 - words.count, words.count))
    }
    let bit: UInt64 = 1 << UInt64(id & 63)
    guard words[word] & bit == 0 else { return }
    words[word] |= bit
    count += 1
  }

  mutating func insert(_ ids: Range<Int64>) {
    for id in ids { insert(id) }
  }

  /// Those that are in this set and not in the other, in their order.
  func subtracting(_ other: IDSet) -> [Int64] {
    var ids: [Int64] = []
    for word in words.indices {
      var rest = words[word] & ~(word < other.words.count ? other.words[word] : 0)
      while rest != 0 {
        ids.append(Int64(word << 6 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return ids
  }
}
