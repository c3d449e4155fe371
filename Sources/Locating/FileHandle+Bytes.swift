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

  /// Waits for bytes and appends those that are there, up to so many.
  /// - Returns: how many; none at the end.
  func read(upTo limit: Int, into bytes: inout [UInt8]) throws(CallError) -> Int {
    var got = 0
    // Into memory that nothing has been written to before, which need not be cleared.
    bytes.append(addingCapacity: limit) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        repeat {
          got = unsafe Foundation.read(fileDescriptor, buffer.baseAddress, limit)
        } while got < 0 && errno == EINTR
        count = max(0, got)
      }
    }
    if got < 0 { throw CallError(code: errno) }
    return got
  }

  /// Whether reading would not have to wait: there are bytes, or an end.
  var isReady: Bool {
    var request = pollfd(fd: fileDescriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) > 0
  }

  /// `F_SETPIPE_SZ` of Linux (fcntl(2)), which Swift does not import.
  private static let setPipeSize: Int32 = 1031

  /// Has a pipe hold so many bytes, if it is one and the system allows it, so that those at its two
  /// ends need not wait for each other at every 64 KiB.
  func widenPipe(to size: Int) {
    #if os(Linux)
      _ = fcntl(fileDescriptor, Self.setPipeSize, Int32(size))
    #endif
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
