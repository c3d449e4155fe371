import CZLIB

/// The library's state for one stream, owned once, with the memory it unpacks into.
///
/// The library keeps the address of its state, so the state stands on the heap. All unsafe memory
/// of this module is in this file; unpacking into a buffer of our own and copying from it costs
/// less than a tenth of the unpacking itself.
@safe struct DeflateStream: ~Copyable {
  static let partSize = 1 << 17

  enum Failure {
    case data(String)
    case library(Int)

    var code: Int {
      switch self {
      case .data: Int(Z_DATA_ERROR)
      case .library(let code): code
      }
    }
  }

  enum Outcome {
    case goesOn
    /// The stream ended here, its checksum and length being right.
    case ended
    case failed(Failure)
  }

  /// What one call did: bytes taken from the piece, bytes given to the output.
  struct Step {
    var taken: Int
    var given: Int
    var outcome: Outcome
  }

  private let state: UnsafeMutablePointer<z_stream>
  private let buffer: UnsafeMutableBufferPointer<UInt8>

  init() throws(GzipError) {
    unsafe state = try DeflateStream.makeState()
    unsafe buffer = .allocate(capacity: DeflateStream.partSize)
  }

  private static func makeState() throws(GzipError) -> UnsafeMutablePointer<z_stream> {
    let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe state.initialize(to: z_stream())
    // 15 bits is the largest window; 16 more ask for gzip and nothing else.
    let code = unsafe inflateInit2_(
      state, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else {
      unsafe state.deallocate()
      throw .failed(call: "inflateInit2", code: Int(code))
    }
    return unsafe state
  }

  deinit {
    unsafe inflateEnd(state)
    unsafe state.deallocate()
    unsafe buffer.deallocate()
  }

  /// Whether the last call filled its buffer, so that content may be waiting.
  var hasMore: Bool { unsafe state.pointee.avail_out == 0 && state.pointee.next_out != nil }

  /// Prepares for the stream that follows.
  func reset() throws(GzipError) {
    let code = unsafe inflateReset(state)
    guard code == Z_OK else { throw .failed(call: "inflateReset", code: Int(code)) }
  }

  /// Unpacks from `piece[start...]` and appends at most `partSize` bytes.
  func inflate(_ piece: [UInt8], from start: Int, into output: inout [UInt8]) -> Step {
    unsafe piece.withUnsafeBufferPointer { piece in
      let input = unsafe piece[start...]
      unsafe state.pointee.next_in = UnsafeBufferPointer(rebasing: input).baseAddress
      unsafe state.pointee.avail_in = UInt32(clamping: input.count)
      unsafe state.pointee.next_out = buffer.baseAddress
      unsafe state.pointee.avail_out = UInt32(buffer.count)
      let offered = unsafe state.pointee.avail_in
      let code = unsafe CZLIB.inflate(state, Z_NO_FLUSH)
      let given = unsafe buffer.count - Int(state.pointee.avail_out)
      unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<given]))
      return unsafe Step(
        taken: Int(offered - state.pointee.avail_in), given: given, outcome: outcome(code))
    }
  }

  private func outcome(_ code: Int32) -> Outcome {
    switch code {
    // "Buffer error" only says that there was nothing to do.
    case Z_OK, Z_BUF_ERROR: return .goesOn
    case Z_STREAM_END: return .ended
    case Z_DATA_ERROR, Z_NEED_DICT:
      let message = unsafe state.pointee.msg
      return unsafe .failed(.data(message.map { unsafe String(cString: $0) } ?? "no reason given"))
    default: return .failed(.library(Int(code)))
    }
  }
}
