import Records

/// A record's key in 128 bits.
///
/// Two independent 64-bit hashes (FNV-1a with different offsets, each finished by the mixer of
/// MurmurHash3, public domain): among a hundred million keys, two different ones meet with a
/// chance of about 10^-23.
struct KeyPrint: Hashable {
  let high: UInt64
  let low: UInt64

  init(_ key: RecordKey) {
    var high: UInt64 = 0xCBF2_9CE4_8422_2325
    var low: UInt64 = 0x9E37_79B9_7F4A_7C15
    for byte in key.source.utf8 { KeyPrint.take(byte, &high, &low) }
    KeyPrint.take(0xFF, &high, &low)
    for byte in key.id.utf8 { KeyPrint.take(byte, &high, &low) }
    self.high = KeyPrint.mix(high)
    self.low = KeyPrint.mix(low)
  }

  private static func take(_ byte: UInt8, _ high: inout UInt64, _ low: inout UInt64) {
    high = (high ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    low = ((low << 5) | (low >> 59)) &+ UInt64(byte) &* 0xD6E8_FEB8_6659_FD93
    low = low &* 0x9FB2_1C65_1E98_DF25
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value &*= 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    value &*= 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }
}
