import Gzip
import Testing

@Suite("Gzip streams are unpacked piece by piece, and damage is named and located")
struct GzipInflaterTests {
  typealias Samples = GzipSamples

  @Test("A stream gives its content, however it is cut into pieces", arguments: [1, 2, 7, 1 << 18])
  func pieces(size: Int) {
    #expect(Unpacked(Samples.plain, pieces: size).content == Samples.table)
    #expect(Unpacked(Samples.fullHeader, pieces: size).content == Samples.table)
    #expect(Unpacked(Samples.plain, pieces: size).error == nil)
    #expect(Unpacked(Samples.fullHeader, pieces: size).error == nil)
  }

  @Test(
    "Streams joined one after the other are one, empty ones among them", arguments: [1, 9, 4096])
  func joined(size: Int) {
    let stream = Samples.plain + Samples.empty + Samples.fullHeader + Samples.plain
    let unpacked = Unpacked(stream, pieces: size)
    #expect(unpacked.content == Samples.table + Samples.table + Samples.table)
    #expect(unpacked.error == nil)
  }

  @Test("Zero bytes behind the last stream are padding, as on tapes", arguments: [1, 512])
  func padding(size: Int) {
    let stream = Samples.plain + [UInt8](repeating: 0, count: 100)
    #expect(Unpacked(stream, pieces: size) == Unpacked(Samples.plain, pieces: size))
  }

  @Test("What is long comes in parts of limited size, so that memory stays small")
  func parts() {
    let unpacked = Unpacked(Samples.zeros, limits: GzipLimits(ratio: 2000))
    #expect(unpacked.content.count == 3 << 20)
    #expect(unpacked.content.allSatisfy { $0 == 0 })
    #expect(unpacked.error == nil)
    #expect(unpacked.largestPart == GzipInflater.partSize)
  }

  @Test(
    "Something else behind the stream is located",
    arguments: [[0x50], [0x1F], [0x1F, 0x00], [0x00, 0x1F, 0x8B], Array("id,killed".utf8)]
      as [[UInt8]], [1, 1 << 18])
  func garbage(tail: [UInt8], size: Int) {
    let unpacked = Unpacked(Samples.plain + tail, pieces: size)
    let padding = tail.prefix { $0 == 0 }.count
    let isCut = tail == [0x1F]
    #expect(
      unpacked.error
        == (isCut
          ? .truncated(bytes: Samples.plain.count + 1)
          : .trailingGarbage(offset: Samples.plain.count + padding)))
    #expect(unpacked.content == Samples.table)
  }

  @Test("A file cut off anywhere is called cut off, with its size", arguments: [1, 1 << 18])
  func truncated(size: Int) {
    for stream in [Samples.plain, Samples.fullHeader] {
      for count in 1..<stream.count {
        let cut = Unpacked(Array(stream.prefix(count)), pieces: size)
        #expect(cut.error == .truncated(bytes: count))
      }
    }
  }

  @Test("No single wrong byte passes, but for those that say nothing of the content")
  func damaged() {
    for index in Samples.plain.indices {
      for bit in 0..<8 {
        var stream = Samples.plain
        stream[index] ^= 1 << bit
        let unpacked = Unpacked(stream)
        #expect(
          (unpacked.error == nil) == saysNothing(index, bit), "byte \(index), bit \(bit)")
        if unpacked.error == nil { #expect(unpacked.content == Samples.table) }
      }
    }
  }

  /// The text flag, the time of modification, the extra flags, the operating system (RFC 1952,
  /// 2.3), and the bits that fill up the last byte before the checksum.
  private func saysNothing(_ index: Int, _ bit: Int) -> Bool {
    (index == 3 && bit == 0) || (4...9).contains(index) || (index == 25 && bit >= 2)
  }

  @Test(
    "Each kind of damage says where and what",
    arguments: [
      (2, 7, GzipError.damaged(offset: 4, reason: "unknown compression method")),
      (3, 0x80, .damaged(offset: 4, reason: "unknown header flags set")),
      (26, 0x1E, .damaged(offset: 30, reason: "incorrect data check")),
      (30, 0x0F, .damaged(offset: 34, reason: "incorrect length check")),
    ] as [(Int, UInt8, GzipError)])
  func reasons(index: Int, byte: UInt8, expected: GzipError) {
    var stream = Samples.plain
    stream[index] = byte
    #expect(Unpacked(stream, pieces: 1).error == expected)
  }

  @Test("A header whose own checksum is wrong is damaged")
  func headerChecksum() {
    var stream = Samples.fullHeader
    stream[18] = UInt8(ascii: "b")
    #expect(
      Unpacked(stream, pieces: 1).error == .damaged(offset: 33, reason: "header crc mismatch"))
  }

  @Test(
    "Other bytes and none at all are not gzip", arguments: ["", "PK", "id,killed\n1,2", "\u{1F}x"])
  func notGzip(text: String) {
    #expect(Unpacked(Array(text.utf8)).error == .notGzip)
    #expect(!GzipInflater.isGzip(text.utf8))
  }

  @Test("A gzip stream is known by its first two bytes")
  func known() {
    #expect(GzipInflater.isGzip(Samples.plain))
    #expect(!GzipInflater.isGzip([0x1F]))
  }

  @Test("An error is repeated by every later call")
  func repeated() throws {
    var inflater = try GzipInflater()
    var content: [UInt8] = []
    inflater.take(Array("nonsense".utf8))
    for _ in 0..<2 {
      #expect(throws: GzipError.notGzip) { try inflater.next(into: &content) }
      #expect(throws: GzipError.notGzip) { try inflater.finish() }
    }
  }
}
