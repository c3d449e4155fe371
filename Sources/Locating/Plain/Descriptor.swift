import Foundation

/// Reading and writing without a copy in between.
enum Descriptor {
  struct Failure: Error {
    let reason: String
  }

  /// Whether reading would not have to wait: there are bytes, or there will be none.
  static func isReady(
    _ descriptor: Int32, withinMilliseconds time: Int32
  ) throws(Failure) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let count = unsafe poll(&request, 1, time)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(reason: reason()) }
      return count > 0
    }
  }

  /// Reads once into a part of the bytes; 0 at the end of the input.
  static func read(
    _ descriptor: Int32, into bytes: inout [UInt8], _ part: Range<Int>
  ) throws(Failure) -> Int {
    while true {
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe Foundation.read(
          descriptor, UnsafeMutableRawBufferPointer(rebasing: $0[part]).baseAddress, part.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(reason: reason()) }
      return count
    }
  }

  /// Writes the first bytes; false where nobody reads any more.
  static func write(
    _ descriptor: Int32, _ bytes: [UInt8], _ count: Int
  ) throws(RowStream.WriteError) -> Bool {
    var position = 0
    while position < count {
      let written = unsafe bytes.withUnsafeBytes {
        unsafe Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: $0[position..<count]).baseAddress,
          count - position)
      }
      if written < 0, errno == EINTR { continue }
      if written < 0, errno == EPIPE { return false }
      guard written >= 0 else { throw RowStream.WriteError(reason: reason()) }
      position += written
    }
    return true
  }

  private static func reason() -> String { unsafe String(cString: strerror(errno)) }
}
