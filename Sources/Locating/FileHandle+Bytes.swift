import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading and writing without `Data`, whose content would be copied once more each way.
extension FileHandle {
  /// A system call failed.
  struct CallError: Error {
    let code: Int32

    var isBrokenPipe: Bool { code == EPIPE }

    var reason: String { unsafe String(cString: strerror(code)) }
  }

  /// Waits for bytes and returns those that are there, up to so many; none at the end.
  func bytes(upTo count: Int) throws(CallError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var got = 0
      repeat {
        got = unsafe Foundation.read(fileDescriptor, buffer.baseAddress, count)
      } while got < 0 && errno == EINTR
      if got < 0 { code = errno }
      filled = max(0, got)
    }
    if code != 0 { throw CallError(code: code) }
    return bytes
  }

  /// Writes all bytes, however often that takes.
  func write(bytes: Span<UInt8>) throws(CallError) {
    var code: Int32 = 0
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        let put = unsafe Foundation.write(fileDescriptor, rest.baseAddress, rest.count)
        if put < 0, errno == EINTR { continue }
        if put < 0 {
          code = errno
          return
        }
        done += put
      }
    }
    if code != 0 { throw CallError(code: code) }
  }
}
