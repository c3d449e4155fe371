import Records

/// What rows say of their place apart from the point, each combination of cells worked out once.
struct PlaceTemplates: Sendable {
  /// A place without its point; `nil` where such rows are to be read one by one.
  private(set) var places: [Place?] = []
  private var hashes: [UInt64] = []
  private var keys: [UInt8] = []
  private var keyStarts: [Int] = [0]
  /// Numbers by hash, or -1; at most half of them taken.
  private var slots = [Int32](repeating: -1, count: 1 << 12)

  /// Text of a column that is never the same twice must not make memory grow with the file.
  static let most = 1 << 15

  var isFull: Bool { places.count >= Self.most }

  /// The template of some cells, or `nil` where there is none yet.
  @inline(__always)
  func number(of hash: UInt64, _ bytes: Span<UInt8>, _ ranges: [Range<Int>]) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isKey(number, bytes, ranges) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func insert(
    _ place: Place?, hash: UInt64, _ bytes: Span<UInt8>, _ ranges: [Range<Int>]
  ) -> Int {
    let number = places.count
    places.append(place)
    hashes.append(hash)
    for range in ranges {
      for offset in range { keys.append(bytes[offset]) }
      // No text in UTF-8 holds this byte, so keys differ where their cells do.
      keys.append(0xFF)
    }
    keyStarts.append(keys.count)
    if places.count * 2 > slots.count { grow() } else { enter(number) }
    return number
  }

  private func isKey(_ number: Int, _ bytes: Span<UInt8>, _ ranges: [Range<Int>]) -> Bool {
    var position = keyStarts[number]
    for range in ranges {
      guard position + range.count < keyStarts[number + 1] else { return false }
      for offset in range {
        if keys[position] != bytes[offset] { return false }
        position += 1
      }
      guard keys[position] == 0xFF else { return false }
      position += 1
    }
    return position == keyStarts[number + 1]
  }

  private mutating func enter(_ number: Int) {
    var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in places.indices { enter(number) }
  }

  /// A hash of some cells and of where one ends and the next begins.
  @inline(__always)
  static func hash(_ bytes: Span<UInt8>, _ ranges: [Range<Int>]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for range in ranges {
      var offset = range.lowerBound
      while offset &+ 8 <= range.upperBound {
        let word = unsafe bytes.bytes.unsafeLoadUnaligned(
          fromByteOffset: offset, as: UInt64.self)
        hash = mix(hash ^ word)
        offset &+= 8
      }
      var rest = UInt64(truncatingIfNeeded: range.count)
      while offset < range.upperBound {
        rest = rest << 8 | UInt64(bytes[offset])
        offset &+= 1
      }
      hash = mix(hash ^ rest)
    }
    return hash ^ hash >> 29
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
