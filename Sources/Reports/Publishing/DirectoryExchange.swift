import Glibc

/// Puts a finished directory in the place of another in one step.
enum DirectoryExchange {
  private typealias RenameAt2 =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32

  /// Swaps the names of two directories, so that at every moment each name leads to a whole one.
  ///
  /// Linux can do so since 3.15 with `renameat2` and `RENAME_EXCHANGE`. Swift's Glibc module does
  /// not show that function (it needs `_GNU_SOURCE`), so it is looked up by name.
  ///
  /// - Returns: whether it was done; `false` where the C library or the file system cannot.
  static func swap(_ first: String, _ second: String) throws(PublishError) -> Bool {
    guard let symbol = unsafe dlsym(dlopen(nil, RTLD_NOW), "renameat2") else { return false }
    let renameAt2 = unsafe unsafeBitCast(symbol, to: RenameAt2.self)
    let exchange: UInt32 = 1 << 1
    if unsafe renameAt2(AT_FDCWD, first, AT_FDCWD, second, exchange) == 0 { return true }
    guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) else {
      throw FileSystem.failure("exchange \(first) with", second)
    }
    return false
  }
}
