import Digests
import Testing

@Suite("Checksums as text")
struct HexadecimalTests {
  @Test("every byte has two lower-case digits, the higher half first")
  func digits() {
    #expect([0x00, 0x0F, 0xA0, 0xFF].hexadecimal == "000fa0ff")
    #expect([].hexadecimal == "")
    for byte in UInt8.min...UInt8.max {
      let text = [byte].hexadecimal
      #expect(text.utf8.count == 2 && UInt8(text, radix: 16) == byte)
    }
  }
}
