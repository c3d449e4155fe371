/// From the keys of names to the places that bear them: one block of bytes, one hash table.
struct NameTable: Sendable {
  struct Entry {
    var place: Int32
    /// The next entry of the same key, or -1.
    var next: Int32
  }

  var bytes: [UInt8] = []
  /// Where each key begins in `bytes`, and at the end where the last one stops.
  var starts: [Int32] = [0]
  var heads: [Int32] = []
  /// For each key, what tells most others from it at a glance.
  var letters: [NameLetters] = []
  var entries: [Entry] = []
  /// Numbers of keys by hash, or -1; a power of two of them, at most half of them taken.
  var slots: [Int32]

  init(expectedKeys: Int) {
    var count = 16
    while count < expectedKeys * 2 { count *= 2 }
    slots = Array(repeating: -1, count: count)
    starts.reserveCapacity(expectedKeys + 1)
    heads.reserveCapacity(expectedKeys)
    letters.reserveCapacity(expectedKeys)
    entries.reserveCapacity(expectedKeys)
    bytes.reserveCapacity(expectedKeys * 16)
  }

  var keyCount: Int { heads.count }

  mutating func insert(_ key: NameKey, place: Int32) {
    guard !key.isEmpty else { return }
    let slot = slot(of: key.bytes)
    let head = slots[slot]
    guard head >= 0 else {
      slots[slot] = Int32(heads.count)
      append(key, place: place)
      return
    }
    guard !places(ofKey: Int(head)).contains(place) else { return }
    entries.append(Entry(place: place, next: heads[Int(head)]))
    heads[Int(head)] = Int32(entries.count - 1)
  }

  /// The places that bear exactly this name.
  func places(named key: NameKey) -> Places {
    let number = slots[slot(of: key.bytes)]
    return number < 0 ? Places(entries: entries, following: -1) : places(ofKey: Int(number))
  }

  func places(ofKey number: Int) -> Places { Places(entries: entries, following: heads[number]) }

  func key(_ number: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// The places of one key, in no particular order.
  struct Places: Sequence, IteratorProtocol {
    fileprivate let entries: [Entry]
    fileprivate var following: Int32

    mutating func next() -> Int32? {
      guard following >= 0 else { return nil }
      let entry = entries[Int(following)]
      following = entry.next
      return entry.place
    }
  }

  private mutating func append(_ key: NameKey, place: Int32) {
    bytes += key.bytes
    letters.append(NameLetters(key.bytes))
    starts.append(Int32(bytes.count))
    entries.append(Entry(place: place, next: -1))
    heads.append(Int32(entries.count - 1))
    if heads.count * 2 > slots.count { grow() }
  }

  /// The slot that holds the key, or the free one where it belongs.
  private func slot(of key: some Collection<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: NameTable.hash(key)) & (slots.count - 1)
    while slots[slot] >= 0, !self.key(Int(slots[slot])).elementsEqual(key) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in heads.indices {
      slots[slot(of: key(number))] = Int32(number)
    }
  }

  /// FNV-1a, 64 bits, with its upper half folded in.
  private static func hash(_ key: some Collection<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }
}
