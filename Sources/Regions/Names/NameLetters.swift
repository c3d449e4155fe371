/// How many letters a key has and which: enough to see that two names are far apart without
/// comparing them letter by letter.
struct NameLetters: Sendable {
  private let count: Int32
  /// One bit for the letters whose numbers are equal modulo 64.
  private let kinds: UInt64

  /// - Parameter key: UTF-8, as in a `NameKey`.
  init(_ key: some Sequence<UInt8>) {
    var count: Int32 = 0
    var kinds: UInt64 = 0
    for byte in key {
      // The first byte of an Arabic letter says little; those that follow tell letters apart.
      if byte & 0xC0 != 0x80 { count += 1 }
      if byte < 0xC0 { kinds |= 1 << (byte & 63) }
    }
    self.count = count
    self.kinds = kinds
  }

  /// Whether so many edits can make one name of the other; an edit changes the length by at most
  /// one, and replaces at most one kind of letter by another. Letters beyond U+07FF, which keys
  /// hardly ever have, count as two kinds, so that such names may be passed over.
  func mayBe(_ other: NameLetters, within edits: Int) -> Bool {
    abs(count - other.count) <= edits
      && (kinds ^ other.kinds).nonzeroBitCount <= 2 * edits
  }
}
