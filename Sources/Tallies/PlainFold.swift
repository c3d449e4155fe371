/// Rows that are alike in everything but figures, added up: one entry for each place, time and
/// group of templates.
///
/// A row costs one look-up in one table, and one cache miss: the key, the number of rows, and for
/// each number of a row its sum and its largest value lie side by side in words of 64 bits. Rows
/// wait until some dozens are looked up together, so that the processor has many misses under way
/// at once. What a row adds to periods, levels, zones, categories and accounts is worked out once for each entry,
/// at the end (`Counter.unfold`), by the same code as for a single record.
struct PlainFold: Sendable {
  /// Numbers of what rows have in common, each below 2^21.
  struct Key: Hashable {
    var placement: Int32
    var group: Int32
    var dating: Int32
  }

  /// What was added up under one key; its numbers are asked of the fold.
  struct Entry {
    let key: Key
    fileprivate let base: Int
  }

  /// Numbers of each row.
  let width: Int
  private let stride: Int
  private var words: [UInt64] = []
  private var capacity = 0
  /// How many entries there are, without rows that wait.
  private(set) var count = 0

  private static let atOnce = 64
  /// Keys and numbers of the rows that wait, and where their entries lie.
  private var waiting = 0
  private var waitingKeys: [UInt64]
  private var waitingNumbers: [UInt32]
  private var bases: [Int]

  init(width: Int) {
    self.width = width
    stride = 2 + width + width / 2
    waitingKeys = Array(repeating: 0, count: PlainFold.atOnce)
    waitingNumbers = Array(repeating: 0, count: PlainFold.atOnce * width)
    bases = Array(repeating: 0, count: PlainFold.atOnce)
  }

  /// Adds a row. All entries of a fold have rows with as many numbers.
  @inline(__always)
  mutating func add(_ key: Key, _ numbers: Span<UInt32>, from first: Int) {
    waitingKeys[waiting] = PlainFold.pack(key)
    for index in 0..<width {
      waitingNumbers[waiting &* width &+ index] = numbers[first &+ index]
    }
    waiting &+= 1
    if waiting == PlainFold.atOnce { settle() }
  }

  /// Adds the rows that wait.
  mutating func settle() {
    guard waiting > 0 else { return }
    while 10 &* (count &+ waiting) >= 7 &* capacity { grow() }
    for row in 0..<waiting { bases[row] = entry(of: waitingKeys[row]) }
    for row in 0..<waiting { add(row, at: bases[row] &+ 1) }
    waiting = 0
  }

  /// Where the entry of a key lies, which is made where there is none.
  @inline(__always)
  private mutating func entry(of packed: UInt64) -> Int {
    let base = slot(of: packed)
    if words[base] == 0 {
      words[base] = packed
      count &+= 1
    }
    return base
  }

  @inline(__always)
  private mutating func add(_ row: Int, at base: Int) {
    // More than 2^32 rows would need a file of several hundred gigabytes.
    words[base] &+= 1
    for index in 0..<width {
      let number = UInt64(waitingNumbers[row &* width &+ index])
      words[base &+ 1 &+ index] &+= number
      raiseLargest(number, index, base)
    }
  }

  /// Adds all entries of another fold of the same width under keys of this one.
  mutating func add(_ other: PlainFold, key: (Key) -> Key) {
    var other = other
    other.settle()
    settle()
    for theirs in Swift.stride(from: 0, to: other.words.count, by: stride)
    where other.words[theirs] != 0 {
      if 10 &* count >= 7 &* capacity { grow() }
      let packed = PlainFold.pack(key(PlainFold.unpack(other.words[theirs])))
      let base = entry(of: packed)
      words[base &+ 1] &+= other.words[theirs &+ 1] & 0xFFFF_FFFF
      for index in 0..<width {
        words[base &+ 2 &+ index] &+= other.words[theirs &+ 2 &+ index]
        raiseLargest(other.largest(index, theirs &+ 1), index, base &+ 1)
      }
    }
  }

  /// The first one shares its word with the number of rows, the others one for each two.
  @inline(__always)
  private mutating func raiseLargest(_ number: UInt64, _ index: Int, _ base: Int) {
    let (word, shift) = place(ofLargest: index, base)
    let largest = words[word] >> shift & 0xFFFF_FFFF
    if number > largest { words[word] = words[word] &+ (number &- largest) << shift }
  }

  @inline(__always)
  private func place(ofLargest index: Int, _ base: Int) -> (word: Int, shift: UInt64) {
    index == 0
      ? (base, 32) : (base &+ 1 &+ width &+ (index &- 1) / 2, index & 1 == 0 ? 32 : 0)
  }

  private func largest(_ index: Int, _ base: Int) -> UInt64 {
    let (word, shift) = place(ofLargest: index, base)
    return words[word] >> shift & 0xFFFF_FFFF
  }

  private static func unpack(_ packed: UInt64) -> Key {
    Key(
      placement: Int32(packed >> 42 & 0x1F_FFFF), group: Int32(packed >> 21 & 0x1F_FFFF),
      dating: Int32(packed & 0x1F_FFFF))
  }

  @inline(__always)
  private static func pack(_ key: Key) -> UInt64 {
    1 << 63 | UInt64(UInt32(bitPattern: key.placement)) << 42
      | UInt64(UInt32(bitPattern: key.group)) << 21 | UInt64(UInt32(bitPattern: key.dating))
  }

  @inline(__always)
  private func slot(of packed: UInt64) -> Int {
    let mask = capacity &- 1
    var index = Int(truncatingIfNeeded: packed.scrambled) & mask
    while true {
      let word = words[index &* stride]
      if word == packed || word == 0 { return index &* stride }
      index = (index &+ 1) & mask
    }
  }

  private mutating func grow() {
    let old = words
    let oldCapacity = capacity
    capacity = max(256, 2 * capacity)
    words = Array(repeating: 0, count: capacity * stride)
    for index in 0..<oldCapacity where old[index * stride] != 0 {
      let base = slot(of: old[index * stride])
      for word in 0..<stride { words[base + word] = old[index * stride + word] }
    }
  }

  /// One of so many parts of the entries, by placement; ordered by placement, group and dating.
  /// - Precondition: none waits.
  func ordered(part: Int = 0, of count: Int = 1) -> [Entry] {
    precondition(waiting == 0)
    var found: [(packed: UInt64, base: Int)] = []
    found.reserveCapacity(self.count / count)
    for base in Swift.stride(from: 0, to: words.count, by: stride) where words[base] != 0 {
      let placement = Int(PlainFold.unpack(words[base]).placement)
      if placement % count == part { found.append((words[base], base)) }
    }
    found.sort { $0.packed < $1.packed }
    return found.map { Entry(key: PlainFold.unpack($0.packed), base: $0.base) }
  }

  /// How many rows were added up.
  func records(of entry: Entry) -> UInt32 { UInt32(truncatingIfNeeded: words[entry.base + 1]) }

  /// The sum of one of the numbers of the rows, by their order.
  func total(_ number: Int, of entry: Entry) -> UInt64 { words[entry.base + 2 + number] }

  func largest(_ number: Int, of entry: Entry) -> UInt32 {
    UInt32(truncatingIfNeeded: largest(number, entry.base + 1))
  }
}
