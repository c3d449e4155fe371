/// A set of row ids, a bit each up to the greatest.
struct IDSet {
  private var words: [UInt64] = []
  private(set) var count = 0

  func contains(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    return word < words.count && words[word] >> UInt64(id & 63) & 1 == 1
  }

  /// - Parameter id: not negative.
  mutating func insert(_ id: Int64) { insert(1 << UInt64(id & 63), at: Int(id >> 6)) }

  mutating func insert(_ ids: Range<Int64>) {
    var next = ids.lowerBound
    while next < ids.upperBound {
      let word = next >> 6
      let end = min(ids.upperBound, (word + 1) << 6)
      let bits = (UInt64.max >> UInt64(64 - (end - next))) << UInt64(next & 63)
      insert(bits, at: Int(word))
      next = end
    }
  }

  private mutating func insert(_ bits: UInt64, at word: Int) {
    if word >= words.count {
      words += Array(repeating: 0, count: max(word + 1 - words.count, words.count))
    }
    count += (bits & ~words[word]).nonzeroBitCount
    words[word] |= bits
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
