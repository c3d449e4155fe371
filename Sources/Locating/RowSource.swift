import DelimitedText
import Dispatch
import Foundation
import Gzip
import Readers

/// Reads the input in pieces: of any bytes, or of whole rows if the text is sound.
struct RowSource: ~Copyable {
  /// A piece, what is found in it, and what is written for it stay in the second cache.
  static let pieceSize = 1 << 18
  /// No row is longer: a longer piece without a place to cut is handed on as it is.
  private static let limit = 1 << 22

  private let file: String
  private let input: FileHandle
  private var inflater: GzipInflater?
  private var hasBegun = false
  /// Bytes that have been read and belong to the next piece.
  private var rest: [UInt8] = []
  private var line = 1
  /// Pieces of any bytes are small at first: most are asked for only until rows can be cut.
  private var size = 1 << 12
  private var turn = DispatchSemaphore(value: 0)
  private var hasEnded = false

  /// - Parameter file: name of the input for messages.
  init(file: String, input: FileHandle) {
    self.file = file
    self.input = input
    input.widenPipe(to: RowSource.pieceSize)
    turn.signal()
  }

  /// Waits until all pieces so far have been handed on.
  func waitForAll() {
    turn.wait()
    turn.signal()
  }

  /// Has the next piece begin with bytes that have been handed out before.
  mutating func goOn(with bytes: [UInt8], line: Int) {
    rest = bytes + rest
    self.line = line
  }

  /// The next piece, in a buffer that is used again; `nil` at the end.
  /// - Parameter whole: whether it is to be cut behind a row.
  /// - Throws: `ReadError`.
  mutating func next(whole: Bool, in buffer: inout [UInt8]) throws -> RowPiece? {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: rest)
    rest.removeAll(keepingCapacity: true)
    return whole ? try nextRows(in: &buffer) : try nextBytes(in: &buffer)
  }

  private mutating func nextBytes(in buffer: inout [UInt8]) throws -> RowPiece? {
    if buffer.isEmpty {
      try read(upTo: size, into: &buffer)
      size = min(2 * size, RowSource.pieceSize)
    }
    return buffer.isEmpty ? nil : piece(.nowhere)
  }

  private mutating func nextRows(in buffer: inout [UInt8]) throws -> RowPiece? {
    while true {
      try read(upTo: RowSource.pieceSize, into: &buffer)
      if hasEnded { return buffer.isEmpty ? nil : piece(.lastRows) }
      if let cut = PieceCut(of: buffer.span) {
        rest.append(contentsOf: buffer[cut.end...])
        buffer.removeLast(buffer.count - cut.end)
        defer { line += cut.lineFeeds }
        return piece(.rows(lineFeeds: cut.lineFeeds))
      }
      if buffer.count > RowSource.limit { return piece(.nowhere) }
    }
  }

  private mutating func piece(_ cut: RowPiece.Cut) -> RowPiece {
    let turn = turn
    self.turn = DispatchSemaphore(value: 0)
    return RowPiece(cut: cut, line: line, turn: turn, next: self.turn)
  }

  // MARK: - Bytes

  /// Appends about so many bytes, fewer where the next ones would have to be waited for, and none at
  /// the end.
  private mutating func read(upTo count: Int, into bytes: inout [UInt8]) throws {
    let start = bytes.count
    if !hasBegun { try begin(&bytes) }
    while !hasEnded, bytes.count - start < count, bytes.count == start || input.isReady {
      if inflater == nil {
        hasEnded = try take(count - (bytes.count - start), into: &bytes) == 0
      } else {
        try unpack(into: &bytes)
      }
    }
  }

  /// Reads the first bytes, enough of them to tell whether they are packed.
  private mutating func begin(_ bytes: inout [UInt8]) throws {
    hasBegun = true
    while bytes.count < 2, try take(size, into: &bytes) > 0 {}
    guard GzipInflater.isGzip(bytes) else { return }
    do {
      inflater = try GzipInflater()
    } catch {
      throw unreadable(error)
    }
    inflater?.take(bytes)
    bytes = []
  }

  /// Appends a part of what is packed.
  private mutating func unpack(into bytes: inout [UInt8]) throws {
    do throws(GzipError) {
      if try inflater?.next(into: &bytes) == true { return }
    } catch {
      throw unreadable(error)
    }
    var packed: [UInt8] = []
    if try take(RowSource.pieceSize, into: &packed) > 0 {
      inflater?.take(packed)
      return
    }
    hasEnded = true
    do throws(GzipError) {
      try inflater?.finish()
    } catch {
      throw unreadable(error)
    }
  }

  private func unreadable(_ error: GzipError) -> ReadError {
    .unreadable(path: file, reason: "\(error)")
  }

  private func take(_ count: Int, into bytes: inout [UInt8]) throws(ReadError) -> Int {
    do throws(FileHandle.CallError) {
      return try input.read(upTo: count, into: &bytes)
    } catch {
      throw ReadError.unreadable(path: file, reason: error.reason)
    }
  }
}
