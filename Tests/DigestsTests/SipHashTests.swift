import Digests
import Testing

@Suite("SipHash")
struct SipHashTests {
  private func hexadecimal(_ digest: ShortDigest) -> String {
    [digest.low, digest.high].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
    }.hexadecimal
  }

  /// Test vectors of the reference implementation: the key 00 01 … 0f, and the texts 00 01 … of each
  /// length.
  @Test(
    "The digests of the reference implementation with two rounds and four",
    arguments: [
      (0, "a3817f04ba25a8e66df67214c7550293"), (1, "da87c1d86b99af44347659119b22fc45"),
      (2, "8177228da4a45dc7fca38bdef60affe4"), (3, "9c70b60c5267a94e5f33b6b02985ed51"),
      (4, "f88164c12d9c8faf7d0f6e7c7bcd5579"), (5, "1368875980776f8854527a07690e9627"),
      (8, "3b62a9ba6258f5610f83e264f31497b4"), (15, "5493e99933b0a8117e08ec0f97cfc3d9"),
    ])
  func vectors(length: Int, digest: String) {
    let bytes = (0..<length).map { UInt8($0) }
    let key = SipHash.Key((0..<16).map { UInt8($0) })
    let whole = SipHash.digest(of: bytes.span, key: key, rounds: 2, lastRounds: 4)
    #expect(hexadecimal(whole) == digest)
  }

  @Test("Words that are added one by one come to the text that they make up")
  func words() {
    let key = SipHash.Key("a key of 16 bytes".utf8)
    var hash = SipHash(key: key)
    hash.add(0x0706_0504_0302_0100)
    hash.add(0x0F0E_0D0C_0B0A_0908)
    let bytes = (0..<16).map { UInt8($0) }
    #expect(hash.digest() == SipHash.digest(of: bytes.span, key: key))
    #expect(hash.digest() != hash.digest(rest: 0, bytes: 1))
  }

  @Test("One bit of the key or of a text makes another digest")
  func bits() {
    let text = Array("Jabal al-Zawiya, two families".utf8)
    let key = Array("0123456789abcdef".utf8)
    let digest = SipHash.digest(of: text.span, key: SipHash.Key(key))
    var seen: Set<ShortDigest> = [digest]
    for bit in 0..<8 * text.count {
      var other = text
      other[bit / 8] ^= 1 << UInt8(bit % 8)
      seen.insert(SipHash.digest(of: other.span, key: SipHash.Key(key)))
    }
    for bit in 0..<128 {
      var other = key
      other[bit / 8] ^= 1 << UInt8(bit % 8)
      seen.insert(SipHash.digest(of: text.span, key: SipHash.Key(other)))
    }
    #expect(seen.count == 1 + 8 * text.count + 128)
  }
}
