import Gzip
import Testing

@Suite("Gzip streams that grow beyond measure are refused before they fill memory")
struct GzipLimitsTests {
  @Test("More than 1,000 bytes for each compressed byte are refused after the first MiB")
  func ratio() {
    let unpacked = Unpacked(GzipSamples.zeros)
    #expect(unpacked.error == .ratioTooHigh(limit: 1000))
    #expect((1 << 20) - GzipInflater.partSize...(1 << 20) ~= unpacked.content.count)
  }

  @Test("The ratio is that of the whole stream, so that joining streams hides nothing")
  func ratioOverStreams() {
    let content = GzipSamples.table.count
    let streams = (1 << 20) / content + 1
    let stream = Array(repeatElement(GzipSamples.plain, count: streams).joined())
    #expect(Unpacked(stream, limits: GzipLimits(ratio: 1)).error == nil)
    let bomb = stream + GzipSamples.zeros
    #expect(Unpacked(bomb, limits: GzipLimits(ratio: 1)).error == .ratioTooHigh(limit: 1))
    #expect(Unpacked(bomb).error == nil)
  }

  @Test("The size of the content is bounded to the byte")
  func bytes() {
    let size = GzipSamples.table.count
    #expect(Unpacked(GzipSamples.plain, limits: GzipLimits(bytes: size)).error == nil)
    let refused = Unpacked(GzipSamples.plain, limits: GzipLimits(bytes: size - 1))
    #expect(refused.error == .tooLarge(limit: size - 1))
    #expect(refused.content.isEmpty)
  }

  @Test("Limits that make no sense become the nearest that do")
  func senseless() {
    #expect(GzipLimits(ratio: 0, bytes: -1) == GzipLimits(ratio: 1, bytes: 0))
    #expect(Unpacked(GzipSamples.zeros, limits: GzipLimits(ratio: .max)).error == nil)
  }
}
