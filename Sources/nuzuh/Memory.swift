#if canImport(Glibc)
  import Glibc
#endif

/// What the process does with memory that it has given up.
enum Memory {
  /// Larger blocks are mapped by themselves and go back to the system at once when they are freed.
  private static let mappedSize: Int32 = 1 << 19

  /// Keeps large blocks apart from small ones.
  ///
  /// The GNU C library by and by takes larger and larger blocks from its heap, where tables that a
  /// report has counted in keep their room until the end: a third of the memory of a report of
  /// three million rows.
  static func returnLargeBlocks() {
    #if canImport(Glibc)
      _ = mallopt(M_MMAP_THRESHOLD, mappedSize)
    #endif
  }
}
