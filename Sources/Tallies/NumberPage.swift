/// A set of numbers below 2^16: a sorted list while there are few, a bitmap of 8 KB from then on
/// (as in roaring bitmaps, Chambi et al. 2016).
struct NumberPage: Sendable {
  private static let listLimit = 1024

  /// In order, until there is a bitmap.
  private var list: [UInt16] = []
  private var bitmap: [UInt64] = []

  /// `false` where the number is in the set already.
  mutating func insert(_ number: UInt16) -> Bool {
    guard bitmap.isEmpty else { return setBit(number) }
    guard let last = list.last, last >= number else {
      list.append(number)
      if list.count > NumberPage.listLimit { makeBitmap() }
      return true
    }
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < number { low = middle + 1 } else { high = middle }
    }
    if list[low] == number { return false }
    list.insert(number, at: low)
    if list.count > NumberPage.listLimit { makeBitmap() }
    return true
  }

  private mutating func setBit(_ number: UInt16) -> Bool {
    let bit: UInt64 = 1 << UInt64(number & 63)
    let isNew = bitmap[Int(number >> 6)] & bit == 0
    bitmap[Int(number >> 6)] |= bit
    return isNew
  }

  private mutating func makeBitmap() {
    bitmap = Array(repeating: 0, count: 1024)
    for number in list { _ = setBit(number) }
    list = []
  }

  /// Adds another set.
  /// - Returns: the numbers that are in both.
  mutating func formUnion(_ other: NumberPage) -> [UInt16] {
    other.numbers.filter { !insert($0) }
  }

  /// In order.
  var numbers: [UInt16] {
    guard !bitmap.isEmpty else { return list }
    var numbers: [UInt16] = []
    for (index, word) in bitmap.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(UInt16(index * 64 + rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
    }
    return numbers
  }
}
