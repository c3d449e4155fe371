/// Checks text and bytes before the library reads them: version 3.11.1 crashes on deep nesting.
struct WellKnownBounds {
  static let lengthLimit = 64 << 20
  static let depthLimit = 32

  /// - Throws: `GEOSError.tooLong`, or `tooDeep` for too many open parentheses.
  static func check(text: String) throws(GEOSError) {
    let bytes = text.utf8
    guard bytes.count <= lengthLimit else {
      throw .tooLong(bytes: bytes.count, limit: lengthLimit)
    }
    var depth = 0
    for byte in bytes {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      guard depth <= depthLimit else { throw .tooDeep(limit: depthLimit) }
    }
  }

  /// - Throws: `GEOSError.tooLong`, `tooDeep`, or `malformed` where a count promises more than
  ///   the bytes hold or a type is unknown.
  static func check(binary: [UInt8]) throws(GEOSError) {
    guard binary.count <= lengthLimit else {
      throw .tooLong(bytes: binary.count, limit: lengthLimit)
    }
    var walk = Walk(bytes: binary)
    try walk.geometry(depth: 1)
  }

  private struct Walk {
    let bytes: [UInt8]
    var offset = 0
    var isLittleEndian = true
    var vertexBytes = 16

    mutating func geometry(depth: Int) throws(GEOSError) {
      guard depth <= WellKnownBounds.depthLimit else {
        throw .tooDeep(limit: WellKnownBounds.depthLimit)
      }
      switch try type() {
      case 1: try skip(vertexBytes)
      case 2: try vertices()
      case 3: for _ in 0..<(try count(of: 4)) { try vertices() }
      case 4...7: for _ in 0..<(try count(of: 9)) { try geometry(depth: depth + 1) }
      default: throw .malformed(offset: offset)
      }
    }

    /// Reads byte order and type; both ISO's thousands and the high bits mark Z and M.
    mutating func type() throws(GEOSError) -> UInt32 {
      guard offset < bytes.count, bytes[offset] <= 1 else { throw .malformed(offset: offset) }
      isLittleEndian = bytes[offset] == 1
      offset += 1
      let word = try number()
      let type = word & 0x0fff_ffff
      let hasZ = word & 0x8000_0000 != 0 || type / 1000 == 1 || type / 1000 == 3
      let hasM = word & 0x4000_0000 != 0 || type / 1000 == 2 || type / 1000 == 3
      vertexBytes = 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0)
      if word & 0x2000_0000 != 0 { try skip(4) }
      return type % 1000
    }

    mutating func vertices() throws(GEOSError) {
      try skip(try count(of: vertexBytes) * vertexBytes)
    }

    /// A count of things that take at least `size` bytes each.
    mutating func count(of size: Int) throws(GEOSError) -> Int {
      let count = Int(try number())
      guard count <= (bytes.count - offset) / size else { throw .malformed(offset: offset) }
      return count
    }

    mutating func number() throws(GEOSError) -> UInt32 {
      let start = offset
      try skip(4)
      let word = bytes[start..<start + 4]
      let ordered = isLittleEndian ? Array(word.reversed()) : Array(word)
      return ordered.reduce(0) { $0 << 8 | UInt32($1) }
    }

    mutating func skip(_ count: Int) throws(GEOSError) {
      guard count <= bytes.count - offset else { throw .malformed(offset: offset) }
      offset += count
    }
  }
}
