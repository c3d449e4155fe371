/// How much a gzip stream may grow before it is refused, so that a small hostile file cannot fill
/// memory or disk.
public struct GzipLimits: Hashable, Sendable {
  /// The first bytes of content for which the ratio is not looked at: short and uniform files
  /// compress well without malice.
  public static let ratioGrace = 1 << 20

  /// Bytes of content for each compressed byte, over the whole stream so far. The format itself
  /// cannot exceed 1,032.
  public let ratio: Int
  /// The size of the whole content, in bytes.
  public let bytes: Int

  public init(ratio: Int = 1_000, bytes: Int = 64 << 30) {
    self.ratio = max(ratio, 1)
    self.bytes = max(bytes, 0)
  }

  /// The limit that so much content from so many compressed bytes breaks, or `nil`.
  func breach(content: Int, compressed: Int) -> GzipError? {
    if content > bytes { return .tooLarge(limit: bytes) }
    guard content > GzipLimits.ratioGrace else { return nil }
    let (allowed, overflow) = compressed.multipliedReportingOverflow(by: ratio)
    return overflow || content <= allowed ? nil : .ratioTooHigh(limit: ratio)
  }
}
