import Gzip

/// Compressed streams: content does not depend on the pieces, and limits are kept.
enum GzipTarget {
  static func inflate(_ bytes: [UInt8]) {
    let size = Int(bytes.last ?? 0) % 13 + 1
    precondition(content(bytes, size: max(bytes.count, 1)) == content(bytes, size: size))
  }

  /// The content, or what is wrong with the stream.
  private static func content(_ bytes: [UInt8], size: Int) -> Result<[UInt8], GzipError> {
    var content: [UInt8] = []
    do throws(GzipError) {
      var inflater = try GzipInflater(limits: GzipLimits(ratio: 1_000, bytes: 1 << 22))
      for start in stride(from: 0, to: bytes.count, by: size) {
        inflater.take(Array(bytes[start..<min(start + size, bytes.count)]))
        while try inflater.next(into: &content) {}
      }
      try inflater.finish()
      precondition(content.count <= 1 << 22)
      return .success(content)
    } catch {
      return .failure(error)
    }
  }
}
