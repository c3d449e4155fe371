import Crypto

/// Random numbers that only the key can tell, the same whenever they are asked for.
package struct KeyedDraws: Sendable {
  /// A direction, and the share of the ring's area within the distance.
  package struct Draw: Hashable, Sendable {
    package let azimuthDegrees: Double
    package let share: Double
  }

  private let key: MaskKey
  private let subject: [UInt8]

  /// - Parameter subject: what the numbers are drawn for; others get numbers of their own.
  package init(_ key: MaskKey, for subject: [UInt8]) {
    self.key = key
    self.subject = subject
  }

  /// The numbers of one attempt: HMAC-SHA-256 of the subject and the attempt, of which the first
  /// 53 bits of two words are taken as fractions.
  package func draw(_ attempt: Int) -> Draw {
    var code = HMAC<SHA256>(key: key.secret)
    code.update(data: subject)
    code.update(data: KeyedDraws.bytes(of: UInt32(attempt)))
    let bytes = Array(code.finalize())
    return Draw(
      azimuthDegrees: KeyedDraws.fraction(bytes[0..<8]) * 360,
      share: KeyedDraws.fraction(bytes[8..<16]))
  }

  package static func bytes(of number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func fraction(_ bytes: ArraySlice<UInt8>) -> Double {
    let word = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Double(word >> 11) * 0x1p-53
  }
}
