import Crypto
import Digests
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file as they lie on disk, with their checksum.
///
/// Pieces are read behind one another into buffers of the caller, which are used again and again:
/// no byte is copied, and no memory asked for, once reading has begun.
struct RawFile: Sendable {
  private final class Descriptor: Sendable {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { close(number) }
  }

  private let descriptor: Descriptor
  private let path: String
  private var hash = SHA256()
  /// Where the next byte is read.
  private(set) var position = 0
  /// Bytes from the start of the file that have been read, and are in the checksum.
  private(set) var count = 0
  private var takesChecksum = true

  private static let most = 1 << 20

  init(path: String) throws(ReadError) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw .noSuchFile(path: path)
    }
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else {
      throw .unreadable(path: path, reason: "it cannot be opened; check its permissions")
    }
    descriptor = Descriptor(number)
    self.path = path
  }

  /// Appends the next bytes, up to so many, and a mebibyte at most; none at the end.
  mutating func read(upTo limit: Int, into bytes: inout [UInt8]) throws(ReadError) -> Int {
    let start = bytes.count
    let limit = min(limit, RawFile.most)
    let (number, offset) = (descriptor.number, position)
    var got = 0
    // Into memory that nothing has been written to before, which need not be cleared.
    bytes.append(addingCapacity: limit) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        let room = unsafe UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: buffer.prefix(limit)))
        got = unsafe RawFile.fill(room, number, offset)
        count = max(0, got)
      }
    }
    guard got >= 0 else {
      let reason = unsafe String(cString: strerror(errno))
      throw .unreadable(path: path, reason: reason)
    }
    take(bytes.span.extracting(start...))
    return got
  }

  /// Takes what was read into the checksum, each byte once.
  private mutating func take(_ bytes: Span<UInt8>) {
    let end = position + bytes.count
    if takesChecksum, end > count {
      let new = bytes.extracting(last: end - max(count, position))
      unsafe new.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
      count = end
    }
    position = end
  }

  /// The same open file, read from an offset on.
  func withoutChecksum(from offset: Int) -> RawFile {
    var other = self
    other.takesChecksum = false
    other.position = offset
    return other
  }

  /// Goes back to bytes that have been read before.
  mutating func seek(to offset: Int) {
    precondition((0...count).contains(offset))
    position = offset
  }

  /// Reads as much as there is room; -1 where that fails. Pipes and special files have no offsets
  /// and are read in their order.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, _ descriptor: Int32, _ offset: Int
  ) -> Int {
    var done = 0
    while done < buffer.count {
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      var got = unsafe pread(descriptor, room.baseAddress, room.count, off_t(offset + done))
      if got < 0, errno == ESPIPE {
        got = unsafe systemRead(descriptor, room.baseAddress, room.count)
      }
      if got < 0, errno == EINTR { continue }
      if got < 0 { return -1 }
      if got == 0 { break }
      done += got
    }
    return done
  }

  /// SHA-256 of all bytes read so far, in lower-case hexadecimal.
  var sha256: String { hash.finalize().hexadecimal }
  /// The beginning of the same.
  var digest: ShortDigest { ShortDigest(hash.finalize()) }
}

/// `read`, which has a namesake in `RawFile`.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int)
  -> Int
{
  unsafe read(descriptor, buffer, count)
}
