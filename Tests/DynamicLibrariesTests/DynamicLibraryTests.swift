import DynamicLibraries
import Testing

@Suite("Libraries that are opened when needed")
struct DynamicLibraryTests {
  @Test("The first of the names that is there is opened, and its functions are called")
  func opened() {
    let library = unsafe DynamicLibrary(["libno-such-thing.so", "libm.so.6"], package: "libc6")
    let cosine: @convention(c) (Double) -> Double = unsafe library.function("cos")
    #expect(cosine(0) == 1 && cosine(3) < 0)
  }

  @Test("Without the library, a run ends and says which package brings it")
  func missing() async throws {
    let result = try #require(
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = unsafe DynamicLibrary(["libno-such-thing.so"], package: "libnothing")
      })
    let message = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(message.contains("libno-such-thing.so is missing; install libnothing"))
  }
}
