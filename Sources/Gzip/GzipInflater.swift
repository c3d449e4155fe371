/// Unpacks a gzip stream (RFC 1952) piece by piece, in memory that does not grow with it.
///
/// Give it a piece with `take`, then call `next` until it answers `false`, and so on; `finish`
/// after the last piece. Streams joined one after the other are one stream, as the format says,
/// and zero bytes behind the last are padding. Headers, checksums and lengths are checked. After
/// an error every later call repeats it; what was handed over before an error may be damaged too.
public struct GzipInflater: ~Copyable {
  /// The most that one call of `next` appends, in bytes.
  public static let partSize = DeflateStream.partSize

  private let stream: DeflateStream
  private let limits: GzipLimits
  private var state = State.beginning
  private var piece: [UInt8] = []
  private var cursor = 0
  private var failure: GzipError?
  /// Compressed bytes used so far.
  public private(set) var compressedCount = 0
  /// Bytes of content handed over so far.
  public private(set) var contentCount = 0

  private enum State {
    case beginning
    case inside
    /// A further stream begins here: if its header is none, all that follows is garbage.
    case maybeInside(start: Int)
    case between
    case padding
  }

  /// - Throws: `GzipError.failed` where the library has no memory.
  public init(limits: GzipLimits = GzipLimits()) throws(GzipError) {
    self.limits = limits
    stream = try DeflateStream()
  }

  /// Whether these bytes, the first of a file, are those of a gzip stream.
  public static func isGzip(_ beginning: some Collection<UInt8>) -> Bool {
    beginning.starts(with: [0x1F, 0x8B])
  }

  /// Adds the next compressed bytes.
  public mutating func take(_ bytes: [UInt8]) {
    if cursor == piece.count {
      piece = bytes
    } else {
      piece.removeSubrange(..<cursor)
      piece += bytes
    }
    cursor = 0
  }

  /// Appends the next part of the content, at most `partSize` bytes.
  ///
  /// - Returns: `false` where nothing was appended and another piece is needed.
  public mutating func next(into output: inout [UInt8]) throws(GzipError) -> Bool {
    if let failure { throw failure }
    do {
      while try isInsideStream() {
        let content = contentCount
        try inflate(into: &output)
        if contentCount > content { return true }
      }
      return false
    } catch {
      failure = error
      throw error
    }
  }

  /// Checks that the stream is whole; to be called when the last piece has been used up.
  public mutating func finish() throws(GzipError) {
    if let failure { throw failure }
    switch state {
    case .between, .padding: return
    case .beginning where compressedCount == 0: throw .notGzip
    case .beginning, .inside, .maybeInside: throw .truncated(bytes: compressedCount)
    }
  }

  private mutating func inflate(into output: inout [UInt8]) throws(GzipError) {
    let step = stream.inflate(piece, from: cursor, into: &output)
    cursor += step.taken
    compressedCount += step.taken
    contentCount += step.given
    if let breach = limits.breach(content: contentCount, compressed: compressedCount) {
      output.removeLast(step.given)
      throw breach
    }
    switch step.outcome {
    case .goesOn: leaveHeader()
    case .ended: state = .between
    case .failed(let error):
      let error = located(error)
      // What stands before the damage is handed over first.
      guard step.given > 0 else { throw error }
      failure = error
    }
  }

  /// Whether there is something to unpack; skips what stands between streams.
  private mutating func isInsideStream() throws(GzipError) -> Bool {
    switch state {
    case .beginning, .inside, .maybeInside:
      return cursor < piece.count || stream.hasMore
    case .between, .padding:
      while cursor < piece.count, piece[cursor] == 0 { skipPadding() }
      guard cursor < piece.count else { return false }
      guard case .between = state, piece[cursor] == 0x1F else {
        throw .trailingGarbage(offset: compressedCount)
      }
      try stream.reset()
      state = .maybeInside(start: compressedCount)
      return true
    }
  }

  private mutating func skipPadding() {
    state = .padding
    cursor += 1
    compressedCount += 1
  }

  /// Ten bytes are the shortest header: behind them the stream is one.
  private mutating func leaveHeader() {
    switch state {
    case .beginning where compressedCount >= 10: state = .inside
    case .maybeInside(let start) where compressedCount >= start + 10: state = .inside
    default: break
    }
  }

  private func located(_ error: DeflateStream.Failure) -> GzipError {
    guard case .data(let reason) = error else {
      return .failed(call: "inflate", code: error.code)
    }
    switch state {
    case .beginning where compressedCount <= 2: return .notGzip
    case .maybeInside(let start) where compressedCount <= start + 2:
      return .trailingGarbage(offset: start)
    default: return .damaged(offset: compressedCount, reason: reason)
    }
  }
}
