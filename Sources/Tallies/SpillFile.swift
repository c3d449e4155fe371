import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A temporary file without a name: nobody else can open it, and nothing is left behind however
/// the process ends.
final class SpillFile: Sendable {
  private let descriptor: Int32

  init() throws(SpillError) {
    let path = FileManager.default.temporaryDirectory.appending(path: "nuzuh-XXXXXX").path
    var template = Array(path.utf8CString)
    descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw SpillError() }
    _ = unsafe unlink(template)
  }

  deinit { close(descriptor) }

  /// Where the numbers were written, as an offset in bytes.
  func append(_ numbers: [UInt64]) throws(SpillError) -> Int {
    let offset = Int(lseek(descriptor, 0, SEEK_END))
    let bytes = numbers.count * 8
    let done = unsafe numbers.withUnsafeBytes { buffer in
      var done = 0
      while done < bytes {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        let put = unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
        if put < 0, errno == EINTR { continue }
        if put <= 0 { break }
        done += put
      }
      return done
    }
    guard offset >= 0, done == bytes else { throw SpillError() }
    return offset
  }

  func read(count: Int, at offset: Int) throws(SpillError) -> [UInt64] {
    var numbers = [UInt64](repeating: 0, count: count)
    let done = unsafe numbers.withUnsafeMutableBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
        let got = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        done += got
      }
      return done
    }
    guard done == count * 8 else { throw SpillError() }
    return numbers
  }
}

/// The temporary file cannot be written or read.
public struct SpillError: Error, Hashable, CustomStringConvertible {
  let reason: String

  init() { reason = unsafe String(cString: strerror(errno)) }

  public var description: String {
    "the temporary file for the keys of records cannot be used: \(reason); make room there, or "
      + "name another directory with TMPDIR"
  }
}
