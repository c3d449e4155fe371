import CZIP

/// A zip archive opened for reading, and where its entries are.
@safe final class ZipArchive {
  private let archive: OpaquePointer
  private let limits: WorkbookLimits
  /// By name, in lower case: names of parts do not tell cases apart (ECMA-376 part 2, 6.3.5).
  private var indices: [String: UInt64] = [:]

  init(path: String, limits: WorkbookLimits) throws(WorkbookError) {
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_RDONLY, &code) else {
      throw ZipArchive.failure(opening: path, code)
    }
    unsafe self.archive = archive
    self.limits = limits
    try list()
  }

  deinit { unsafe zip_discard(archive) }

  private static func failure(opening path: String, _ code: Int32) -> WorkbookError {
    var error = unsafe zip_error_t()
    unsafe zip_error_init_with_code(&error, code)
    defer { unsafe zip_error_fini(&error) }
    let reason = unsafe String(cString: zip_error_strerror(&error))
    switch code {
    case ZIP_ER_NOZIP, ZIP_ER_INCONS, ZIP_ER_MULTIDISK, ZIP_ER_EOF:
      return .damaged(part: "the archive", line: nil, reason: reason)
    default: return .unreadable(path: path, reason: reason)
    }
  }

  private func list() throws(WorkbookError) {
    let count = unsafe zip_get_num_entries(archive, 0)
    guard count <= limits.entries else {
      throw .overLimit(part: "the archive", what: "entries", limit: limits.entries)
    }
    for index in 0..<UInt64(max(count, 0)) {
      guard let raw = unsafe zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_GUESS)) else {
        continue
      }
      let name = ZipArchive.folded(unsafe String(cString: raw))
      guard indices.updateValue(index, forKey: name) == nil else {
        throw .damaged(part: "the archive", line: nil, reason: "two entries named \(name)")
      }
    }
  }

  /// Some programs write the separators of their own system.
  private static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
  }

  func has(_ name: String) -> Bool { indices[ZipArchive.folded(name)] != nil }

  /// Opens an entry, unless what it declares of itself is already too much.
  func open(_ name: String) throws(WorkbookError) -> ZipEntry {
    guard let index = indices[ZipArchive.folded(name)] else {
      throw .damaged(part: name, line: nil, reason: "the part is missing")
    }
    var stat = unsafe zip_stat_t()
    unsafe zip_stat_init(&stat)
    guard unsafe zip_stat_index(archive, index, 0, &stat) == 0 else { throw failure(name) }
    if unsafe stat.encryption_method != ZIP_EM_NONE { throw .encrypted }
    guard unsafe stat.size <= limits.partBytes else {
      throw .overLimit(part: name, what: "bytes", limit: limits.partBytes)
    }
    guard let file = unsafe zip_fopen_index(archive, index, 0) else { throw failure(name) }
    return unsafe ZipEntry(
      owning: file, of: self, name: name, packed: Int(clamping: stat.comp_size), limits: limits)
  }

  private func failure(_ name: String) -> WorkbookError {
    let error = unsafe zip_get_error(archive)
    let reason = unsafe String(cString: zip_error_strerror(error))
    return .damaged(part: name, line: nil, reason: reason)
  }
}
