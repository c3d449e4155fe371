#if canImport(Glibc)
  import Glibc
#endif

/// What the process does with memory that it has given up.
enum Memory {
  /// `M_MMAP_THRESHOLD` of the GNU C library (mallopt(3)), which Swift does not import.
  private static let mapThreshold: Int32 = -3
  private static let mappedSize: Int32 = 1 << 19

  /// Has larger blocks mapped by themselves, so that they go back to the system at once when they
  /// are freed.
  ///
  /// The GNU C library by and by takes larger and larger blocks from its heap, where tables that a
  /// report has counted in keep their room until the end: a third of the memory of a report of
  /// three million rows. Other C libraries have no such option, and nothing depends on it.
  static func returnLargeBlocks() {
    #if canImport(Glibc)
      typealias Option = @convention(c) (Int32, Int32) -> Int32
      guard let symbol = unsafe dlsym(nil, "mallopt") else { return }
      let setOption = unsafe unsafeBitCast(symbol, to: Option.self)
      _ = setOption(mapThreshold, mappedSize)
    #endif
  }
}
