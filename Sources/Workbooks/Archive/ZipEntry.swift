import CZIP

/// One entry of an archive, unpacked piece by piece. The library checks its checksum and size at
/// the end; this class bounds what comes before.
@safe final class ZipEntry {
  /// Small, so that the rows that one piece can hold stay few.
  static let pieceSize = 1 << 14

  let name: String
  private let file: OpaquePointer
  // Keeps the archive open for as long as the entry is.
  private let archive: ZipArchive
  private let packed: Int
  private let limits: WorkbookLimits
  private var count = 0

  init(
    owning file: OpaquePointer, of archive: ZipArchive, name: String, packed: Int,
    limits: WorkbookLimits
  ) {
    unsafe self.file = file
    self.archive = archive
    self.name = name
    self.packed = packed
    self.limits = limits
  }

  deinit { unsafe zip_fclose(file) }

  /// The next piece; empty at the end.
  func next() throws(WorkbookError) -> [UInt8] {
    var read: zip_int64_t = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: ZipEntry.pieceSize) { buffer, filled in
      if let start = buffer.baseAddress {
        read = unsafe zip_fread(file, start, zip_uint64_t(buffer.count))
      }
      filled = Int(max(read, 0))
    }
    guard read >= 0 else {
      let reason = unsafe String(cString: zip_file_strerror(file))
      throw .damaged(part: name, line: nil, reason: reason)
    }
    count += piece.count
    try checkSize()
    return piece
  }

  private func checkSize() throws(WorkbookError) {
    guard count <= limits.partBytes else {
      throw .overLimit(part: name, what: "bytes", limit: limits.partBytes)
    }
    guard count > WorkbookLimits.ratioGrace else { return }
    let (allowed, overflow) = packed.multipliedReportingOverflow(by: limits.ratio)
    guard overflow || count <= allowed else {
      throw .overLimit(part: name, what: "bytes for each packed byte", limit: limits.ratio)
    }
  }
}
