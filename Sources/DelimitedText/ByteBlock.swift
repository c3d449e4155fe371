/// 64 bytes, compared with a pattern all at once: bit 0 of an answer is for the first byte.
///
/// Four vectors of 16 bytes are compared, and their answers brought into one word by giving each
/// group of eight bytes a bit of its own and transposing the 8 × 8 bits that result (H. S. Warren,
/// Hacker's Delight, 7-3). So nothing is needed that only one family of processors has. A vector
/// compared with a single byte, or summed up, would become a loop over its lanes; both are avoided.
///
/// Unsafe because bytes are loaded as vectors, unaligned and without a check of each load: the
/// caller has seen that 64 bytes are there.
struct ByteBlock {
  typealias Vector = SIMD16<UInt8>

  static let size = 64

  private let first: Vector
  private let second: Vector
  private let third: Vector
  private let fourth: Vector

  /// - Precondition: 64 bytes lie behind the offset.
  @inline(__always)
  init(_ bytes: RawSpan, at offset: Int) {
    first = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Vector.self)
    second = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset &+ 16, as: Vector.self)
    third = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset &+ 32, as: Vector.self)
    fourth = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: offset &+ 48, as: Vector.self)
  }

  /// Which bytes equal the pattern's.
  @inline(__always)
  func equal(_ pattern: Vector) -> UInt64 {
    Self.word(
      Self.equal(first, pattern), Self.equal(second, pattern), Self.equal(third, pattern),
      Self.equal(fourth, pattern))
  }

  /// Which bytes equal either pattern's.
  @inline(__always)
  func equal(_ pattern: Vector, or other: Vector) -> UInt64 {
    Self.word(
      Self.equal(first, pattern) | Self.equal(first, other),
      Self.equal(second, pattern) | Self.equal(second, other),
      Self.equal(third, pattern) | Self.equal(third, other),
      Self.equal(fourth, pattern) | Self.equal(fourth, other))
  }

  /// Whether any byte equals the pattern's, which is told sooner than which.
  @inline(__always)
  func holds(_ pattern: Vector) -> Bool {
    Self.any(
      (Self.equal(first, pattern) | Self.equal(second, pattern))
        | (Self.equal(third, pattern) | Self.equal(fourth, pattern))) != 0
  }

  /// Whether any byte equals either pattern's.
  @inline(__always)
  func holds(_ pattern: Vector, or other: Vector) -> Bool {
    let near = Self.equal(first, pattern) | Self.equal(second, pattern)
    let far = Self.equal(third, pattern) | Self.equal(fourth, pattern)
    let nearOther = Self.equal(first, other) | Self.equal(second, other)
    let farOther = Self.equal(third, other) | Self.equal(fourth, other)
    return Self.any((near | far) | (nearOther | farOther)) != 0
  }

  /// Whether no byte has its high bit set.
  @inline(__always)
  var isASCII: Bool {
    Self.any((first | second) | (third | fourth)) & 0x8080_8080_8080_8080 == 0
  }

  @inline(__always)
  private static func any(_ bytes: Vector) -> UInt64 {
    let halves = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1]
  }

  @inline(__always)
  private static func equal(_ bytes: Vector, _ pattern: Vector) -> Vector {
    unsafe unsafeBitCast(bytes .== pattern, to: Vector.self)
  }

  @inline(__always)
  private static func word(_ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector) -> UInt64 {
    let one = Vector(1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2)
    let two = Vector(4, 4, 4, 4, 4, 4, 4, 4, 8, 8, 8, 8, 8, 8, 8, 8)
    let three = Vector(16, 16, 16, 16, 16, 16, 16, 16, 32, 32, 32, 32, 32, 32, 32, 32)
    let four = Vector(64, 64, 64, 64, 64, 64, 64, 64, 128, 128, 128, 128, 128, 128, 128, 128)
    return transposed(any(((a & one) | (b & two)) | ((c & three) | (d & four))))
  }

  /// Bit `k` of byte `i` becomes bit `i` of byte `k`.
  @inline(__always)
  private static func transposed(_ word: UInt64) -> UInt64 {
    var bits = word
    var moved = (bits ^ (bits >> 7)) & 0x00AA_00AA_00AA_00AA
    bits ^= moved ^ (moved << 7)
    moved = (bits ^ (bits >> 14)) & 0x0000_CCCC_0000_CCCC
    bits ^= moved ^ (moved << 14)
    moved = (bits ^ (bits >> 28)) & 0x0000_0000_F0F0_F0F0
    return bits ^ moved ^ (moved << 28)
  }
}
