import Records

/// Which keys occur more than once (rule A2), in little memory and without a silent miss.
///
/// An id that is a prefix and a number without leading zeros becomes a bit of a bitmap of its
/// source and prefix: exact, and 30 million of them take 4 MB. Any other becomes 64 bits of a hash,
/// kept in memory up to a budget and beyond it in temporary files (`PrintLog`). Equal keys have
/// equal hashes; different keys that share one are told apart by the second pass, which compares
/// the keys themselves.
struct KeySet: Sendable {
  /// Sources and prefixes told apart; ids of more of them are hashed.
  private static let maximumFamilies = 64

  private struct Family: Hashable, Sendable {
    let source: String
    let prefix: [UInt8]
  }

  private var families: [Family] = []
  private var familyHashes: [UInt64] = []
  private var familyNumbers: [Family: Int] = [:]
  /// Whether an id was hashed because there were too many families.
  private var isOverfull = false
  private var pages: [NumberPage] = []
  private var pageNumbers: [Int: Int] = [:]
  private var lastFamily = -1
  private var lastPage = (key: -1, page: -1)
  private var prints = PrintLog()
  /// Hashes of keys that occur more than once, or may.
  private(set) var contested: Set<UInt64> = []

  // MARK: - Keys

  mutating func insert(_ key: RecordKey) {
    let id = Array(key.id.utf8)
    insert(key.source, id.span)
  }

  mutating func insert(_ source: String, _ id: Span<UInt8>) {
    guard let (prefix, number) = KeySet.split(id), let family = family(source, id, prefix) else {
      return prints.append(KeySet.print(source, id))
    }
    let key = family << 16 | Int(number >> 16)
    if lastPage.key != key { lastPage = (key, page(key)) }
    if !pages[lastPage.page].insert(UInt16(truncatingIfNeeded: number)) {
      contested.insert(KeySet.print(familyHashes[family], number))
    }
  }

  mutating func contest(_ key: RecordKey) {
    let id = Array(key.id.utf8)
    contested.insert(KeySet.print(key.source, id.span))
  }

  /// Keeps one of several equal parts of the contested keys.
  mutating func keep(_ part: Int, of count: Int) {
    contested = contested.filter { Int($0 % UInt64(count)) == part }
  }

  func isContested(_ source: String, _ id: Span<UInt8>) -> Bool {
    contested.contains(KeySet.print(source, id))
  }

  func isContested(_ key: RecordKey) -> Bool {
    let id = Array(key.id.utf8)
    return isContested(key.source, id.span)
  }

  /// Length of the prefix and the number behind it; `nil` where the id has no number below 2^32 at
  /// its end, or one with leading zeros.
  static func split(_ id: Span<UInt8>) -> (prefix: Int, number: UInt32)? {
    var start = id.count
    var number: UInt64 = 0
    var power: UInt64 = 1
    while start > 0, id[start - 1] &- UInt8(ascii: "0") < 10 {
      guard power <= 1_000_000_000 else { return nil }
      start -= 1
      number += UInt64(id[start] - UInt8(ascii: "0")) * power
      power *= 10
    }
    let digits = id.count - start
    guard digits > 0, digits == 1 || id[start] != UInt8(ascii: "0"),
      let small = UInt32(exactly: number)
    else { return nil }
    return (start, small)
  }

  /// The hash of a key: of its family and its number, or of all bytes of its id.
  static func print(_ source: String, _ id: Span<UInt8>) -> UInt64 {
    guard let (prefix, number) = split(id) else { return hash(source, id, id.count).scrambled }
    return print(hash(source, id, prefix), number)
  }

  private static func print(_ family: UInt64, _ number: UInt32) -> UInt64 {
    (family ^ (UInt64(number) &+ 1) &* 0x9E37_79B9_7F4A_7C15).scrambled
  }

  /// FNV-1a of the source, a byte that occurs in no text, and the beginning of the id.
  private static func hash(_ source: String, _ id: Span<UInt8>, _ count: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in source.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
    for offset in 0..<count { hash = (hash ^ UInt64(id[offset])) &* 0x0000_0100_0000_01B3 }
    return hash.scrambled
  }

  // MARK: - Families

  private mutating func family(_ source: String, _ id: Span<UInt8>, _ prefix: Int) -> Int? {
    if lastFamily >= 0, isFamily(lastFamily, source, id, prefix) { return lastFamily }
    var bytes: [UInt8] = []
    for offset in 0..<prefix { bytes.append(id[offset]) }
    let family = number(of: Family(source: source, prefix: bytes))
    if let family { lastFamily = family }
    return family
  }

  private func isFamily(_ family: Int, _ source: String, _ id: Span<UInt8>, _ prefix: Int) -> Bool {
    guard families[family].prefix.count == prefix, families[family].source == source else {
      return false
    }
    for offset in 0..<prefix where families[family].prefix[offset] != id[offset] { return false }
    return true
  }

  private mutating func number(of family: Family) -> Int? {
    if let known = familyNumbers[family] { return known }
    guard families.count < KeySet.maximumFamilies else {
      isOverfull = true
      return nil
    }
    families.append(family)
    familyHashes.append(KeySet.hash(family.source, family.prefix.span, family.prefix.count))
    familyNumbers[family] = families.count - 1
    return families.count - 1
  }

  private mutating func page(_ key: Int) -> Int {
    if let known = pageNumbers[key] { return known }
    pages.append(NumberPage())
    pageNumbers[key] = pages.count - 1
    return pages.count - 1
  }

  // MARK: - The end of a pass

  /// Takes over the keys that another thread has seen.
  mutating func add(_ other: KeySet) {
    var other = other
    let all = familyNumbers.keys.filter { other.familyNumbers[$0] == nil }.count
    if isOverfull || other.isOverfull || all + other.families.count > KeySet.maximumFamilies {
      // What is a number here may be a hash there.
      hashNumbers()
      other.hashNumbers()
    }
    contested.formUnion(other.contested)
    prints.add(other.prints)
    for (key, page) in other.pageNumbers {
      guard let family = number(of: other.families[key >> 16]) else { continue }
      let mine = self.page(family << 16 | key & 0xFFFF)
      for low in pages[mine].formUnion(other.pages[page]) {
        contested.insert(
          KeySet.print(familyHashes[family], UInt32(key & 0xFFFF) << 16 | UInt32(low)))
      }
    }
  }

  /// Turns all numbers into hashes.
  private mutating func hashNumbers() {
    for (key, page) in pageNumbers {
      for low in pages[page].numbers {
        let number = UInt32(key & 0xFFFF) << 16 | UInt32(low)
        prints.append(KeySet.print(familyHashes[key >> 16], number))
      }
    }
    pages = []
    pageNumbers = [:]
    lastPage = (-1, -1)
  }

  /// Finds the hashes that occur more than once. Called once, after the last key; nothing but
  /// `contested` is left then.
  mutating func finish() throws(SpillError) {
    try prints.finish { contested.insert($0) }
    pages = []
    pageNumbers = [:]
    lastPage = (-1, -1)
  }
}
